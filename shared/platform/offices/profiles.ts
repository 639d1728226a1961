import type { RegionFacts } from "../../contract/region.ts";

export interface Profile {
  /** Offices of a village, in the order people read them. Codes are the same everywhere; their names stand in words.json per profile. */
  readonly village: readonly string[];
  readonly township: readonly string[];
  readonly county: readonly string[];
}

/** Which posts there are, by kind of village: the Party's posts exist only where the profile has them. */
export const PROFILES: Readonly<Record<RegionFacts["profile"], Profile>> = {
  "cn-village": {
    village: ["secretary", "director", "committee", "party-branch", "accountant", "supervisor", "duty-officer", "grid-worker", "group-leader", "women", "militia", "doctor"],
    township: ["director", "duty-officer", "supervisor"],
    county: ["director", "duty-officer", "weather", "supervisor", "agriculture", "civil-affairs"],
  },
  "plain-village": {
    village: ["secretary", "committee", "accountant", "supervisor", "duty-officer", "grid-worker", "group-leader", "health-worker"],
    township: ["director", "duty-officer", "supervisor"],
    county: ["director", "duty-officer", "weather", "supervisor"],
  },
};
/** The post whose last holder cannot be taken away: somebody must be able to act for the village. */
export const LAST_ONE_STAYS = "secretary";
