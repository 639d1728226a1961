import { contract } from "../../../shared/alerts/vulnerable/contract.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { settingsInForce } from "../../../shared/contract/settings.ts";
import { isSmall, type Table, type Village } from "../../core/implement.ts";
import { nearOf } from "./near.ts";
import { Bare, Care } from "./rows.ts";
import { inSeason, nearBuddies } from "./rules.ts";

export { nearOf, type Near } from "./near.ts";
export { isGrown } from "./rules.ts";

const MANY = 100;

/** The names of the buddies who said yes and are near, by household; households that have none are left out. */
export const buddiesOf = async (table: Table, households: readonly string[], now: Date): Promise<Map<string, string[]>> => {
  const cares: Care[] = [];
  for (let i = 0; i < households.length; i += MANY) cares.push(...(await table.many(Care, households.slice(i, i + MANY))).filter((care) => care !== null && care.buddies.length > 0) as Care[]);
  const near = await nearOf(table, cares.flatMap((care) => care.buddies.map(({ person }) => person)), now);
  return new Map(cares.flatMap((care) => {
    const names = nearBuddies(care.buddies, (person) => near.get(person)?.near === true).map(({ person }) => near.get(person)!.name);
    return names.length > 0 ? [[care.household, names] as const] : [];
  }));
};

/** How many households of high risk have no buddy near, whatever the season; counts up to `most`. */
export const unbuddied = async (table: Table, most: number): Promise<number> => (await table.list(Bare, { limit: most })).items.length;

/** The same in the flood season, else none: what is red on the secretary's home. Never for the public. */
export const unbuddiedNow = async ({ table, village, facts, now }: { readonly table: Table; readonly village: Village; readonly facts: Pick<RegionFacts, "zone">; readonly now: Date }, most: number): Promise<number> => {
  const settings = settingsInForce("alerts/vulnerable", contract.settings, village.settings, isSmall(village)) as { seasonFrom: number; seasonTo: number };
  return inSeason(facts.zone, settings, now) ? unbuddied(table, most) : 0;
};
