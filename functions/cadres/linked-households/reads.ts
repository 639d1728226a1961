import { nearOf } from "../../alerts/vulnerable/reads.ts";
import type { Table } from "../../core/implement.ts";
import { LinkHouse } from "./rows.ts";

export interface LookedAfter { readonly person: string; readonly name: string; readonly near: boolean }

/** Who looks after these households, in the order asked, up to 100; null where nobody does. For care calls and alert sweeps. */
export const lookedAfterByMany = async (table: Table, households: readonly string[], now: Date): Promise<(LookedAfter | null)[]> => {
  const rows = await table.many(LinkHouse, households);
  const near = await nearOf(table, rows.flatMap((row) => (row?.person ? [row.person] : [])), now);
  return rows.map((row) => {
    const found = row?.person ? near.get(row.person) : undefined;
    return row?.person && found ? { person: row.person, name: found.name, near: found.near } : null;
  });
};

/** Who looks after this household; null where nobody does. `near: false` means "no one near": it must be covered. */
export const lookedAfterBy = async (table: Table, household: string, now: Date): Promise<LookedAfter | null> => (await lookedAfterByMany(table, [household], now))[0] ?? null;
