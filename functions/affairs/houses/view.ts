import type { Household } from "../households/reads.ts";
import { sleepers } from "../households/reads.ts";
import type { Stored } from "../../core/implement.ts";
import type { House } from "./rows.ts";
import { flagsOf, isLivedIn } from "./rules.ts";

/** A house as a line of an office's list. */
export const line = (house: Stored<House>, household: Household | null) => ({
  ...house, household: household && isLivedIn(household) ? household.id : null, sleeping: household ? sleepers(household).length : 0,
  emptyOn: house.emptyOn ?? household?.emptyChecked ?? null,
  grade: house.inspection?.grade ?? null, inspectedOn: house.inspection?.on ?? null, photos: house.media.length, damages: house.damages.length, flags: flagsOf(house, household),
});
/** A house whole, for those who live there and for an office that said what for. */
export const whole = (house: Stored<House>, household: Household | null) => ({
  ...line(house, household), damageList: [...house.damages].reverse(), history: house.history.map(({ to, at, office }) => ({ to, at, ...(office ? { office } : {}) })),
});
