import { townshipOf } from "../../../shared/contract/region.ts";
import { County, put, type Change } from "../../core/implement.ts";
import type { For, Hearing } from "./given.ts";
import { VillageName } from "./rows.ts";

/** A village that opened joins the region's list, with its township's name where the county gave one. */
export const listVillage = async ({ county, village, facts, change }: Hearing): Promise<Change> => {
  const township = (await county.get(County, ""))?.townships[townshipOf(facts, village.id)]?.names ?? null;
  return change({ writes: [put(VillageName, { village: village.id, names: village.names, township }, "over")] });
};

const MANY = 1_000;
const STRIDES = 5;
export const villages = async ({ table, query }: For<"villages">) => {
  const { name, cursor, limit } = query;
  const sought = name?.toLowerCase();
  let page = await table.list(VillageName, { cursor, limit: sought ? MANY : limit, oldestFirst: true });
  const fits = (all: typeof page.items) => (sought ? all.filter(({ names }) => Object.values(names).some((each) => each.toLowerCase().includes(sought))) : all);
  let items = fits(page.items);
  // A region has some thousand villages: looked through until enough are found, a few strides a request; the cursor goes on from there.
  for (let strides = 1; sought && page.next && items.length < limit && strides < STRIDES; strides++) {
    page = await table.list(VillageName, { cursor: page.next, limit: MANY, oldestFirst: true });
    items = [...items, ...fits(page.items)];
  }
  return { items: items.map(({ village, names, township }) => ({ id: village, names, ...(township ? { township } : {}) })), next: page.next };
};
