import { Member, put, remove, stableId, type Stored, type Table, type Write } from "../../core/implement.ts";
import { Household, Tie } from "./rows.ts";

export { deciders, TOWNSHIP } from "./deciding.ts";
export { headOf, isVulnerable, livesIn, sleepers, worksOn } from "./rules.ts";
export { Household } from "./rows.ts";

const PAGE = 50;
const lives = (house: Household): boolean => house.ended === null;

/** The households of a village, fifty at a time; the cursor of the page before gives the next. Those that ended are left out. */
export const householdsOf = async (table: Table, cursor?: string | null): Promise<{ items: Stored<Household>[]; next: string | null }> => {
  const page = await table.list(Household, { limit: PAGE, oldestFirst: true, ...(cursor ? { cursor } : {}) });
  return { items: page.items.filter(lives), next: page.next };
};

/** One household, or null. */
export const householdOf = async (table: Table, id: string): Promise<Stored<Household> | null> => {
  const house = await table.get(Household, id);
  return house && lives(house) ? house : null;
};

/** Several households by id, up to 100; those that do not exist are left out. */
export const householdsBy = async (table: Table, ids: readonly string[]): Promise<Stored<Household>[]> =>
  (await table.many(Household, [...new Set(ids)])).filter((each) => each !== null).filter(lives);

/** The household at that number; the number a list gave it is found at once, one that changed by looking. */
export const householdAt = async (table: Table, village: string, no: string): Promise<Stored<Household> | null> => {
  const first = await table.get(Household, stableId(`${village}|${no}`));
  if (first && first.no === no && first.ended === null) return first;
  for (let cursor: string | null = null, more = true; more;) {
    const page: Awaited<ReturnType<typeof householdsOf>> = await householdsOf(table, cursor);
    const found = page.items.find((each) => each.no === no);
    if (found) return found;
    cursor = page.next;
    more = cursor !== null;
  }
  return null;
};

/** The verified villager of that name at that door; null where there is none. */
export const villagerNamed = async (table: Table, village: string, name: string, no: string): Promise<Stored<Member> | null> => {
  const found = (await householdAt(table, village, no))?.people.find((each) => each.name === name);
  const member = found ? await table.get(Member, found.person) : null;
  return member?.state === "verified" ? member : null;
};

/** Somebody of that name and year of birth in another household: the same person, unless shown otherwise. Looks through the whole village. */
export const sameElsewhere = async (table: Table, who: { readonly name: string; readonly bornIn: number | null }, household: string): Promise<"same" | "name" | null> => {
  let name = false;
  for (let cursor: string | null = null, more = true; more;) {
    const page: Awaited<ReturnType<typeof householdsOf>> = await householdsOf(table, cursor);
    for (const house of page.items) {
      if (house.id === household) continue;
      for (const each of house.people) {
        if (each.name !== who.name) continue;
        if (who.bornIn !== null && each.bornIn === who.bornIn) return "same";
        if (who.bornIn === null || each.bornIn === null) name = true;
      }
    }
    cursor = page.next;
    more = cursor !== null;
  }
  return name ? "name" : null;
};

/**
 * Something is open for a household from now on: it cannot end or merge until `untie`. Written in the change that opens it.
 * @example writes: [put(Allowance, …), tie({ household, what: "allowance", feature: "services/allowances", thing: id })]
 */
export const tie = (open: Tie): Write => put(Tie, open, "over");
/** It is settled. */
export const untie = (open: Tie): Write => remove(Tie, Tie.id(open));
