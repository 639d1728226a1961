import { countyOf } from "../../../shared/contract/region.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { holds, type Caller, type County, type Village } from "../../core/implement.ts";

export const COUNTY_DUTY = ["county:duty-officer", "county:director"] as const;
const COUNTY_NAMES = ["duty-officer", "director"];
const VILLAGE_NAMES = ["secretary", "committee"];

const people = (offices: Readonly<Record<string, readonly string[]>> | undefined, names: readonly string[]): string[] =>
  [...new Set(names.flatMap((name) => offices?.[name] ?? []))];

/** How many different people could approve: the county's duty office, or the village's own for its own warning. */
export const approversOf = (caller: Caller, county: County | null, village: Village | null): string[] =>
  holds(caller, ...COUNTY_DUTY) ? people(county?.offices, COUNTY_NAMES) : [...new Set([...people(village?.offices, VILLAGE_NAMES), ...people(county?.offices, COUNTY_NAMES)])];

/** A village's office warns its own village; the county's warns any of its villages. */
export const foreignVillage = (caller: Caller, parts: readonly { readonly village: string }[]): boolean =>
  !holds(caller, ...COUNTY_DUTY) && parts.some((part) => part.village !== caller.homeVillage);

export const outsideCounty = (facts: Pick<RegionFacts, "areaCode">, county: string, parts: readonly { readonly village: string }[]): string | undefined =>
  parts.find((part) => countyOf(facts, part.village) !== county)?.village;

/** Moving people is ordered by the office the region names; a weather warning is passed on by any duty office. */
export const mayOrder = (caller: Caller, facts: RegionFacts): boolean => holds(caller, ...facts.authority.mayOrder);

export const seesWarning = (warning: { readonly parts: readonly { readonly village: string }[]; readonly drafter: string }, caller: Caller): boolean =>
  holds(caller, ...COUNTY_DUTY) || caller.channel === "clock" || (caller.homeVillage !== null && warning.parts.some((part) => part.village === caller.homeVillage)) || warning.drafter === caller.key;
