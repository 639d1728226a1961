import type { Stored, Table } from "../../core/implement.ts";
import { Household } from "./rows.ts";

export { headOf, isVulnerable, sleepers } from "./rules.ts";
export { Household } from "./rows.ts";

const PAGE = 50;

/** The households of a village, fifty at a time; the cursor of the page before gives the next. */
export const householdsOf = (table: Table, cursor?: string | null): Promise<{ items: Stored<Household>[]; next: string | null }> =>
  table.list(Household, { limit: PAGE, oldestFirst: true, ...(cursor ? { cursor } : {}) });

/** One household, or null. */
export const householdOf = (table: Table, id: string): Promise<Stored<Household> | null> => table.get(Household, id);

/** Several households by id, up to 100; those that do not exist are left out. */
export const householdsBy = async (table: Table, ids: readonly string[]): Promise<Stored<Household>[]> =>
  (await table.many(Household, [...new Set(ids)])).filter((each) => each !== null);
