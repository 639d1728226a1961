import { BY_PEOPLE, type Dweller, type HouseholdFacts } from "../../../shared/affairs/households/household.ts";
import type { Correction } from "../../../shared/affairs/households/contract.ts";
import { byId, headOf, lead } from "./rules.ts";

type Moving = Extract<Correction, { what: "split" | "within" | "merge" }>;
/** Both households as they are afterwards; those who moved live in `to`. */
export interface Moved { readonly from: HouseholdFacts; readonly to: HouseholdFacts; readonly people: readonly string[] }

const without = (house: HouseholdFacts, people: readonly string[]): HouseholdFacts =>
  ({ ...house, people: house.people.filter((each) => !people.includes(each.person)), gone: [...new Set([...house.gone, ...people])] });
/** Newcomers lead nobody, unless there is nobody else. */
const withThem = (house: HouseholdFacts, people: readonly Dweller[]): HouseholdFacts => {
  const came = people.map((each) => ({ ...each, head: false, roll: BY_PEOPLE }));
  const all = byId([...house.people.filter((each) => !came.some((other) => other.person === each.person)), ...came]);
  const gone = house.gone.filter((each) => !came.some((other) => other.person === each));
  return { ...house, people: all, gone, ended: null, ...(all.some((each) => each.sleepsHere) ? { emptyChecked: null } : {}) };
};
const led = (house: HouseholdFacts, head: string | undefined): HouseholdFacts => {
  const who = head ?? headOf(house)?.person;
  return who === undefined ? house : lead(house, who);
};

/** A household nobody has lived in yet, at a number of its own. */
export const newHouse = (id: string, no: string, group: string, order: number): HouseholdFacts =>
  ({ id, no, group, order, people: [], hazards: [], emptyChecked: null, roll: BY_PEOPLE, gone: [], ended: null });

/**
 * People go from one household to another, in one step: nobody ever stands in two.
 * @param target where they go: for a split the new household, else the one named
 */
export const move = (house: HouseholdFacts, change: Moving, target: HouseholdFacts, now: Date): Moved => {
  const people = change.what === "merge" ? house.people.map((each) => each.person) : change.people;
  const going = house.people.filter((each) => people.includes(each.person));
  const left = without(house, people);
  const to = withThem(target, going);
  return {
    people, to: led(to, target.people.length > 0 ? headOf(target)?.person : change.what === "split" ? change.lead : undefined),
    from: change.what === "merge" ? { ...left, ended: { at: now.toISOString(), into: target.id } } : led(left, change.head),
  };
};
