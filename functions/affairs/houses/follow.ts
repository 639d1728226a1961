import type * as z from "zod";
import type { contract } from "../../../shared/affairs/houses/contract.ts";
import { MARKS } from "../../../shared/affairs/houses/house.ts";
import { Changed, FoundEmpty, Merged } from "../../../shared/affairs/households/events.ts";
import { hear, put, type Change, type Heard, type HeardGiven, type Write } from "../../core/implement.ts";
import { householdOf, householdsBy, type Household } from "../households/reads.ts";
import { countSoon } from "./recount.ts";
import { House } from "./rows.ts";

type Given = HeardGiven<typeof contract>;
const marksOf = (hazards: readonly string[]): (typeof MARKS)[number][] => MARKS.filter((mark) => hazards.includes(mark));

/** A household's house: begun when the household is first heard of, its number and group as the household's. */
const follow = (household: Household, before: (House & { version: number }) | null, now: Date, marks?: readonly string[]): Write[] => {
  const { id, no, group, order } = household;
  if (!before) {
    const at = now.toISOString();
    return [put(House, { ...House.schema.parse({ id, no, group, order, state: "ok", history: [{ to: "ok", at, by: "system", channel: "system" }] }), marks: marksOf(household.hazards) }, "new")];
  }
  const { version, ...rest } = before;
  const next: House = { ...rest, no, group, order, ...(marks ? { marks: marksOf(marks) } : {}), ...(household.people.length > 0 ? { emptyOn: null } : {}) };
  return JSON.stringify(next) === JSON.stringify(rest) ? [] : [put(House, next, { version })];
};

/** A list was taken in: each household's house has a file. */
export const whenMerged = hear(Merged, async ({ table, now, change }: Given, { data }: Heard<z.infer<typeof Merged.data>>): Promise<Change | null> => {
  const households = await householdsBy(table, data.households);
  const houses = await table.many(House, households.map((each) => each.id));
  const writes = [...households.flatMap((each, i) => follow(each, houses[i]!, now)), ...(await countSoon(table, now))];
  return writes.length > 0 ? change({ writes }) : null;
});

/**
 * A household changed. Hazards that came by an accepted correction are the house's marks from now on (the house is their home); any other
 * change of a household leaves the marks as they are.
 */
export const whenChanged = hear(Changed, async ({ table, now, change }: Given, { data }: Heard<z.infer<typeof Changed.data>>): Promise<Change | null> => {
  const household = await householdOf(table, data.household);
  const soon = await countSoon(table, now);
  if (!household) return soon.length > 0 ? change({ writes: soon }) : null;
  const said = data.what === "hazards" && data.correction !== null;
  const house = await table.get(House, household.id);
  const writes = follow(household, house, now, said ? household.hazards : undefined);
  const marked = said && writes.length > 0;
  if (writes.length + soon.length === 0) return null;
  return change({ writes: [...writes, ...soon], ...(marked ? { emits: { name: "marked", data: { house: household.id, marks: marksOf(household.hazards) } } } : {}) });
});

/** An empty house no longer counts anybody. */
export const whenEmpty = hear(FoundEmpty, async ({ table, now, change }: Given): Promise<Change | null> => {
  const writes = await countSoon(table, now);
  return writes.length > 0 ? change({ writes }) : null;
});
