import type { AreaTable, Stored, Table } from "../../core/implement.ts";
import { House, HouseArea } from "./rows.ts";

export { House } from "./rows.ts";

const PAGE = 50;
/** The houses of a village, fifty at a time, in the order of their keys. */
export const housesOf = (table: Table, cursor?: string | null, limit = PAGE): Promise<{ items: Stored<House>[]; next: string | null }> =>
  table.list(House, { limit, oldestFirst: true, ...(cursor ? { cursor } : {}) });
/** One house, or null. */
export const houseOf = (table: Table, id: string): Promise<Stored<House> | null> => table.get(House, id);
/** Several houses by id, up to 100, in the order asked. */
export const housesBy = (table: Table, ids: readonly string[]): Promise<(Stored<House> | null)[]> => table.many(House, ids);

/** Which households an area means, in the words a warning's parts are written in. */
export interface AreaPart { readonly village: string; readonly groups?: string[]; readonly mark: string }
export interface CountyArea { readonly id: string; readonly names: { readonly zh: string; readonly en: string }; readonly parts: AreaPart[]; readonly households: number; readonly people: number; readonly vulnerable: number }

const MOST_PAGES = 20;
/**
 * The saved areas of a county's villages: each mark once for all of them ("below the dam: 214 households"), then those a village named itself.
 * @param only one village, for its own office
 */
export const areasOfCounty = async (county: AreaTable, only: string | null = null): Promise<CountyArea[]> => {
  const byMark = new Map<string, CountyArea>();
  const named: CountyArea[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await county.byArea(HouseArea, { limit: 100, oldestFirst: true, ...(cursor ? { cursor } : {}) });
    for (const { id, village, names, mark, groups, made, households, people, vulnerable } of items) {
      if (only !== null && village !== only) continue;
      const part = { village, mark, ...(groups.length > 0 ? { groups } : {}) };
      const before = byMark.get(mark);
      if (!made) named.push({ id, names, parts: [part], households, people, vulnerable });
      else byMark.set(mark, before ? { ...before, parts: [...before.parts, part], households: before.households + households, people: before.people + people, vulnerable: before.vulnerable + vulnerable } : { id, names, parts: [part], households, people, vulnerable });
    }
    if (!next) break;
    cursor = next;
  }
  return [...[...byMark.values()].sort((a, b) => b.households - a.households), ...named.filter((each) => each.households > 0)];
};
