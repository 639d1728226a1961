import type * as z from "zod";
import type { RegionFacts as Schema } from "./region-schema.ts";

/** What running code may know of its region. Judged by its schema (region-schema.ts) where it is written, not where it is read: a fresh process answers sooner. */
export type RegionFacts = z.infer<typeof Schema>;

/** @example countyOf(region, "431228103205") // "431228" */
export const countyOf = (region: Pick<RegionFacts, "areaCode">, village: string): string => village.slice(0, region.areaCode.county);
/** @example townshipOf(region, "431228103205") // "431228103" */
export const townshipOf = (region: Pick<RegionFacts, "areaCode">, village: string): string => village.slice(0, region.areaCode.township);
