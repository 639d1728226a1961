import type { Damage, Flag, Grade, HouseFacts, HouseState } from "../../../shared/affairs/houses/house.ts";
import { MOST_DAMAGES } from "../../../shared/affairs/houses/house.ts";

/** What the rules need to know of a household. */
export interface Lives { readonly people: readonly { readonly sleepsHere: boolean }[]; readonly emptyChecked: string | null }

/** Whether anybody belongs to this door. */
export const isLivedIn = (household: Lives | null): boolean => household !== null && household.people.length > 0;

/** What should make an office look at this house. A grade older than a damage is none. */
export const flagsOf = (house: Pick<HouseFacts, "state" | "emptyOn" | "inspection" | "damages">, household: Lives | null): Flag[] => {
  const lived = isLivedIn(household);
  const empty = house.emptyOn !== null || (household?.emptyChecked ?? null) !== null;
  const bad = house.state === "unsafe" || house.state === "do-not-live-in";
  const since = house.damages.at(-1)?.on ?? null;
  return [
    ...(!lived && !empty ? ["no-household" as const] : []),
    ...(bad && household?.people.some((each) => each.sleepsHere) ? ["people-in-danger" as const] : []),
    ...(house.state === "watch" && (house.inspection === null || (since !== null && house.inspection.on < since)) ? ["no-grade" as const] : []),
  ];
};

const STATE_OF = { A: "ok", B: "watch", C: "unsafe", D: "do-not-live-in" } as const;
/** The state an inspector's grade means. */
export const stateByGrade = (grade: Grade): (typeof STATE_OF)[Grade] => STATE_OF[grade];

/** After damage: what was sound is watched; what was worse stays as bad as it was. */
export const stateAfterDamage = (state: HouseState): "watch" | "unsafe" | "do-not-live-in" => (state === "unsafe" || state === "do-not-live-in" ? state : "watch");

/** The damages with one more, in the order they happened; a full file lets the oldest go. */
export const withDamage = (damages: readonly Damage[], next: Damage): Damage[] =>
  [...damages, next].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(-MOST_DAMAGES);

/** What is wrong with a day somebody looked or something happened: nobody has been there tomorrow. @param today in the region's zone */
export const dayWrong = (on: string, today: string): "in-the-future" | null => (on > today ? "in-the-future" : null);

export interface Counted { readonly group: string; readonly hazards: readonly string[]; readonly sleeping: number; readonly vulnerable: number }
/** How many a saved area means: exactly the households a warning with this mark and these groups would. */
export const countArea = (area: { readonly mark: string; readonly groups: readonly string[] }, households: readonly Counted[]) => {
  const meant = households.filter((each) => each.hazards.includes(area.mark) && (area.groups.length === 0 || area.groups.includes(each.group)));
  const sum = (of: (each: Counted) => number): number => meant.reduce((total, each) => total + of(each), 0);
  return { households: meant.length, people: sum((each) => each.sleeping), vulnerable: sum((each) => each.vulnerable) };
};
