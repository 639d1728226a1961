/** What the rules need to know of who asks. */
export interface Asker { readonly holds: readonly string[]; readonly member: { readonly group: string } | null }

const WHOLE_VILLAGE = ["office:secretary", "office:director", "office:committee", "office:grid-worker"];

/** The only group this sweeper works on, or null for every group: a group's leader keeps to the own one. */
export const onlyGroup = (asker: Asker): string | null =>
  asker.holds.some((each) => WHOLE_VILLAGE.includes(each) || each.startsWith("county:")) ? null : asker.member?.group ?? "";

/** The groups a sheet is for, empty for all; null when one asked for is not theirs. */
export const groupsFor = (asked: readonly string[], own: string | null): string[] | null =>
  own === null ? [...new Set(asked)] : asked.every((each) => each === own) ? [own] : null;

/** A house as a walk needs it. */
export interface Door { readonly group: string; readonly order: number; readonly no: string; readonly vulnerable: readonly string[] }

/** In walking order, the houses with vulnerable people first. */
export const walkingOrder = <T extends Door>(doors: readonly T[]): T[] =>
  [...doors].sort((a, b) => Number(b.vulnerable.length > 0) - Number(a.vulnerable.length > 0)
    || a.group.localeCompare(b.group, "en", { numeric: true }) || a.order - b.order || a.no.localeCompare(b.no, "en", { numeric: true }));

const SYLLABLE = /[bcdfghjklmnpqrstwxyz]{0,2}[aeiouv]+(?:ng(?![aeiou])|n(?![aeiou])|r(?![aeiou]))?/gi;
/** Two letters of a village's name. @example villageLetters("Qingshan") // "QS" */
export const villageLetters = (name: string): string => {
  const words = name.normalize("NFD").match(/[a-z]+/gi) ?? [];
  const parts = words.length > 1 ? words : words[0]?.match(SYLLABLE) ?? [];
  return (parts.map((part) => part[0]!).join("") || words.join("")).slice(0, 2).toUpperCase();
};

/** The day in the region's zone. @example dayIn("Asia/Shanghai", new Date("2026-03-11T17:00:00Z")) // "2026-03-12" */
export const dayIn = (zone: string, now: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);

/** A sheet's number: village, day, how manieth of the day. @example sheetNumber("QS", "2026-03-12", 7) // "QS-0312-07" */
export const sheetNumber = (letters: string, day: string, nth: number): string => `${letters}-${day.slice(5).replace("-", "")}-${String(nth).padStart(2, "0")}`;

const LEEWAY = 120_000;
interface Tick { readonly household: string; readonly is: string; readonly at: string; readonly witness?: string | undefined }
/**
 * The first tick that cannot stand: a house that is not on the sheet, a time before the warning or still to come, a refusal nobody
 * witnessed.
 */
export const wrongTick = (ticks: readonly Tick[], sheet: { readonly households: readonly string[] }, issuedAt: string, now: Date) => {
  for (const [i, tick] of ticks.entries()) {
    const field = `ticks.${i}`;
    if (!sheet.households.includes(tick.household)) return { code: "not-on-this-sheet" as const, field: `${field}.household` };
    if (tick.at < issuedAt || Date.parse(tick.at) > now.getTime() + LEEWAY) return { code: "at-wrong" as const, field: `${field}.at` };
    if (tick.is === "refused" && !tick.witness) return { code: "witness-needed" as const, field: `${field}.witness` };
  }
  return null;
};
