import type { contract } from "../../../shared/platform/adoption/contract.ts";
import { PROFILES } from "../../../shared/contract/profile.ts";
import { EventIn, put, stableId, type Change, type HeardGiven, type Stored, type Write } from "../../core/implement.ts";
import { Alive, Clock, Day, type Half } from "./rows.ts";
import { countedAt, countsFor, dayIn, daysAfter, idFloor, maySwitchOff, startOf } from "./rules.ts";

type Given = HeardGiven<typeof contract>;
/** As many events a run; a day with more (a warning answered by everybody) goes on a minute later. */
const PAGE = 200;
const PAGES = 15;
const LATELY = 28;

/** A village's counting begins with the day that is today. */
export const beginsToday = ({ village, facts, now }: Pick<Given, "facts" | "now"> & { readonly village: Given["village"] }): Write[] => {
  const day = dayIn(facts.zone, now);
  return [
    put(Clock, { day, at: countedAt(facts.zone, day, village.id).toISOString(), half: null }, "new"),
    put(Alive, { village: village.id, names: village.names, residents: village.residents, since: day, day: null, days: [], quietSince: {}, kept: {} }, "new"),
  ];
};
export const begins = async (given: Given): Promise<Change | null> =>
  (await given.table.get(Clock, "")) ? null : given.change({ writes: beginsToday(given) });

/** Adds the events after `half.last` to what is counted; whether the day is at its end. */
const countOn = async ({ table }: Pick<Given, "table">, until: string, half: Half): Promise<boolean> => {
  const sets = { people: new Set(half.people), guests: new Set(half.guests), asking: new Set(half.asking), answering: new Set(half.answering), used: new Set(half.used) };
  let [from, done] = [half.last, false];
  let last = half.last;
  for (let page = 0; page < PAGES && !done; page++) {
    const { items, next } = await table.list(EventIn.village, { from, oldestFirst: true, limit: PAGE });
    for (const event of items) {
      if (event.id >= until) { done = true; break; }
      last = `${event.id}!`;
      const counts = countsFor(event);
      if (!counts) continue;
      const mark = stableId(`${half.salt}|${counts.key}`);
      sets[counts.who].add(mark);
      sets.used.add(event.name.slice(0, event.name.lastIndexOf("/")));
      if (event.act) half.acts[event.act] += 1;
      if (event.act === "asked" && counts.who === "people") sets.asking.add(mark);
      if (event.act === "answered") sets.answering.add(mark);
    }
    if (next === null) done = true;
    from = last;
  }
  Object.assign(half, { last }, Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, [...set]])));
  return done;
};

/**
 * Counts a day of the village: one reader of its events, once a night. People are marks by a key of this night alone, in memory where one run is
 * enough; numbers are all that stays.
 */
export const count = async (given: Given, clock: Stored<Clock>): Promise<Change | null> => {
  const { table, village, facts, now, newId, change } = given;
  const { version, day } = clock;
  const half: Half = clock.half ? structuredClone(clock.half) : { salt: newId() + newId(), last: idFloor(startOf(facts.zone, day)), people: [], guests: [], asking: [], answering: [], acts: { published: 0, asked: 0, answered: 0, known: 0 }, used: [] };
  if (!(await countOn(given, idFloor(startOf(facts.zone, daysAfter(day, 1))), half))) return change({ writes: [put(Clock, { day, at: now.toISOString(), half }, { version })] });

  const counted: Day = { day, people: half.people.length, guests: half.guests.length, asking: half.asking.length, answering: half.answering.length, ...half.acts };
  const before = await table.get(Alive, "");
  const { contracts } = await import("../../../shared/registry.ts");
  const there = Object.entries(contracts).filter(([name, each]) => maySwitchOff(name, each) && !PROFILES[facts.profile].without.includes(name)).map(([name]) => name);
  const alive: Alive = {
    village: village.id, names: village.names, residents: village.residents, since: before?.since ?? day, day, kept: Object.fromEntries(Object.entries(before?.kept ?? {}).filter(([, until]) => until > day)),
    days: [counted, ...(before?.days ?? []).filter((each) => each.day !== day)].slice(0, LATELY),
    // A function that is switched off is not unused: when it is switched on again, it begins anew.
    quietSince: Object.fromEntries(there.map((name) => [name, half.used.includes(name) || village.off.includes(name) ? day : before?.quietSince[name] ?? day])),
  };
  const next = daysAfter(day, 1);
  return change({ writes: [
    put(Day, counted, "over"), put(Alive, alive, before ? { version: before.version } : "new"),
    put(Clock, { day: next, at: countedAt(facts.zone, next, village.id).toISOString(), half: null }, { version }),
  ] });
};
