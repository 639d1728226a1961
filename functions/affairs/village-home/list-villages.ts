import { townshipOf } from "../../../shared/contract/region.ts";
import { County, put, type Change } from "../../core/implement.ts";
import type { For, Hearing } from "./given.ts";
import { VillageName } from "./rows.ts";

/** A village that opened joins the region's list, with its township's name where the county gave one. */
export const listVillage = async ({ county, village, facts, change }: Hearing): Promise<Change> => {
  const township = (await county.get(County, ""))?.townships[townshipOf(facts, village.id)]?.names ?? null;
  return change({ writes: [put(VillageName, { village: village.id, names: village.names, township }, "over")] });
};

export const villages = async ({ table, query }: For<"villages">) => {
  const page = await table.list(VillageName, { ...query, oldestFirst: true });
  return { items: page.items.map(({ village, names, township }) => ({ id: village, names, ...(township ? { township } : {}) })), next: page.next };
};
