import type { FeatureOptions } from "../../../shared/contract/feature.ts";
import { shownCount } from "../../../shared/contract/small-numbers.ts";

export interface DayCounts { readonly day: string; readonly people: number; readonly guests: number; readonly asking: number; readonly answering: number; readonly published: number; readonly asked: number; readonly answered: number; readonly known: number }

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** The smallest id made at this instant or later. */
export const idFloor = (at: Date): string => {
  let [rest, text] = [at.getTime(), ""];
  for (let i = 0; i < 10; i++) { text = LETTERS[rest % 32]! + text; rest = Math.floor(rest / 32); }
  return text;
};

/** The region's day an instant falls into. */
export const dayIn = (zone: string, at: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
/** @example daysAfter("2026-05-01", -1) // "2026-04-30" */
export const daysAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** When a day of the region begins. */
export const startOf = (zone: string, day: string): Date => {
  const guess = new Date(`${day}T00:00:00.000Z`);
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" }).formatToParts(guess).map(({ type, value }) => [type, Number(value)])) as Record<string, number>;
  return new Date(2 * guess.getTime() - Date.UTC(parts["year"]!, parts["month"]! - 1, parts["day"]!, parts["hour"]!, parts["minute"]!));
};
/** Two hours into the next day, when everything of a day is written; villages by turns, within an hour. */
export const countedAt = (zone: string, day: string, village: string): Date =>
  new Date(startOf(zone, daysAfter(day, 1)).getTime() + (120 + [...village].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0) % 60) * 60_000);

/** Whom an event counts for: somebody of the village, a guest's phone, a household that answered by another way; nobody for what clocks and listeners do. */
export const countsFor = (event: { readonly by: string; readonly behalf?: string | undefined; readonly channel: string; readonly data?: unknown }): { readonly who: "people" | "guests"; readonly key: string } | null => {
  const person = event.behalf ?? event.by;
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(person)) return { who: "people", key: person };
  const household = (event.data as { household?: unknown } | null | undefined)?.household;
  if (event.channel !== "web" && event.channel !== "clock" && event.channel !== "system" && typeof household === "string") return { who: "people", key: household };
  return event.channel === "web" ? { who: "guests", key: event.by } : null;
};

/** On the village's shelves, and missed by nobody in danger: these may be switched off. */
export const maySwitchOff = (name: string, { place, emits }: Pick<FeatureOptions, "place" | "emits">): boolean =>
  !/^(?:alerts|platform)\//.test(name) && name !== "affairs/village-home" && name !== "affairs/households" && Object.keys(emits ?? {}).length > 0
  && [place ?? []].flat().some(({ tab, only }) => ["village", "do", "market", "me"].includes(tab) && only === undefined);

export const UNUSED_AFTER = 90;
/** Functions nobody used for ninety days, longest first; not those kept all the same. */
export const unusedOn = (today: string, alive: { readonly quietSince: Readonly<Record<string, string>>; readonly kept: Readonly<Record<string, string>> }, off: readonly string[]): { feature: string; since: string }[] =>
  Object.entries(alive.quietSince).filter(([feature, since]) => daysAfter(since, UNUSED_AFTER) <= today && !off.includes(feature) && !((alive.kept[feature] ?? "") > today))
    .map(([feature, since]) => ({ feature, since })).toSorted((a, b) => (a.since === b.since ? (a.feature < b.feature ? -1 : 1) : a.since < b.since ? -1 : 1));

const PEOPLE = ["people", "guests", "asking", "answering"] as const;
const ACTS = ["asked", "answered", "known"] as const;
const each = <K extends string>(names: readonly K[], count: (name: K) => number): Record<K, number | null> => Object.fromEntries(names.map((name) => [name, shownCount(count(name))])) as Record<K, number | null>;

/** One day as an office may read it. */
export const shownDay = (day: DayCounts) => ({ day: day.day, published: day.published, ...each([...PEOPLE, ...ACTS], (name) => day[name]) });

/** Days as averages and sums, without numbers so small that they could name somebody. */
export const summed = (days: readonly DayCounts[]) => {
  const [week, before] = [days.slice(0, 7), days.slice(7, 14)];
  const average = (some: readonly DayCounts[]) => each(PEOPLE, (name) => (some.length === 0 ? 0 : Math.ceil(some.reduce((sum, day) => sum + day[name], 0) / some.length)));
  const sum = (name: "published" | "asked" | "answered" | "known"): number => days.reduce((total, day) => total + day[name], 0);
  const [published, answered] = [sum("published"), sum("answered")];
  return { week: average(week), before: average(before), month: { published, ...each(ACTS, sum) }, perAnswer: answered >= 5 ? Math.round((10 * published) / answered) / 10 : null };
};
