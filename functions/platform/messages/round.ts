import { later, put, remove, type Change, type Stored, type Write } from "../../core/implement.ts";
import { whoMayBeMessaged } from "../privacy/reads.ts";
import type { Hearing } from "./given.ts";
import { Digest, Out, Round, underHour, Waiting } from "./rows.ts";
import { dayIn, nextAt } from "./rules.ts";
import { readersOf } from "./wishes.ts";

type Given = Pick<Hearing, "table" | "facts" | "now">;

/** The round set to the soonest of these hours, where it is not set sooner already. */
export const roundFor = async ({ table, facts, now }: Given, hours: readonly number[]): Promise<Write[]> => {
  if (hours.length === 0) return [];
  const [soonest] = [...new Set(hours)].map((hour) => ({ hour, at: nextAt(facts.zone, now, hour).toISOString() })).sort((a, b) => (a.at < b.at ? -1 : 1));
  const round = await table.get(Round, "");
  if (round?.next && round.next <= soonest!.at) return [];
  return [put<Round>(Round, { hour: soonest!.hour, struck: soonest!.at, next: soonest!.at, from: null }, round ? { version: round.version } : "new")];
};

/** Lines of one page: with what is written beside them a change stays below 98 rows. */
const PAGE = 25;
/** Lines of the last one on a page that stand on the next. */
const MORE = 18;
/** Between two pages: a village's digests leave one page after the other, not in a burst. */
const BREATH = 5_000;

/** The next hour at which anybody's lines wait: later today, else the first of tomorrow. */
const hourAfter = async ({ table }: Given, hour: number): Promise<number | null> => {
  const [after] = hour < 23 ? (await table.list(Waiting, { from: underHour(hour + 1), oldestFirst: true, limit: 1 })).items : [];
  return (after ?? (await table.list(Waiting, { oldestFirst: true, limit: 1 })).items[0])?.hour ?? null;
};

/**
 * One page of the digests of one hour. Each line is listed once; who has had a digest today waits for tomorrow's; a line of somebody who took
 * the consent back, or wants no digest, is told no further: it stands on their own page.
 */
export const round = async (given: Hearing, stored: Stored<Round>): Promise<Change | null> => {
  const { table, region, now, facts } = given;
  const { hour, struck, from, version } = stored;
  const page = await table.list(Waiting, { under: underHour(hour), oldestFirst: true, limit: PAGE, ...(from ? { cursor: from } : {}) });
  const day = dayIn(facts.zone, now);
  // A digest is not cut in two by the end of a page.
  const last = page.next ? page.items.at(-1) : undefined;
  const more = last ? (await table.list(Waiting, { under: underHour(hour, last.person), from: underHour(hour, last.person) + last.line, oldestFirst: true, limit: MORE })).items.filter((each) => each.line !== last.line) : [];
  const items = [...page.items, ...more];
  const people = [...new Set(items.map((each) => each.person))];
  const [readers, allowed, had] = await Promise.all([readersOf(table, region, people, facts.languages[0]!), whoMayBeMessaged(table, people, "digest"), people.length > 0 ? table.many(Digest, people.map((person) => `${person}#${day}`)) : []]);
  const writes: Write[] = [];
  let told = 0;
  people.forEach((person, i) => {
    const lines = items.filter((each) => each.person === person);
    const reader = readers[i]!;
    const wanted = allowed.has(person) && reader.wish.digest && reader.devices.length > 0;
    if (wanted && had[i]) return;
    writes.push(...lines.map((each) => remove(Waiting, Waiting.id(each))));
    if (!wanted) return;
    told += 1;
    const keys = lines.map((each) => each.line);
    writes.push(put(Digest, { person, day, at: now.toISOString(), lines: keys }, "new"));
    writes.push(put<Out>(Out, { id: given.newId(), who: person, device: false, how: "digest", lines: keys, warning: null, at: now.toISOString(), leave: now.toISOString(), state: "waits" }, "new"));
  });
  const next = page.next ? { hour, struck, next: later(now, BREATH), from: page.next } : await nextHour(given, stored);
  return given.change({
    writes: [...writes, put<Round>(Round, next, { version })],
    ...(told > 0 ? { emits: { name: "digested" as const, data: { day, hour, people: told } } } : {}),
  });
};
/** The next hour at which lines wait. One that has struck while this one was worked through, or while nothing ran, follows at once. */
const nextHour = async (given: Given, { hour, struck }: Round): Promise<Round> => {
  const { facts, now } = given;
  const after = await hourAfter(given, hour);
  if (after === null) return { hour, struck, next: null, from: null };
  const strikes = nextAt(facts.zone, new Date(struck), after).toISOString();
  return { hour: after, struck: strikes, next: strikes > now.toISOString() ? strikes : later(now, BREATH), from: null };
};
