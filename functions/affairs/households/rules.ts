import { BY_PEOPLE, type Dweller, type HouseholdFacts } from "../../../shared/affairs/households/household.ts";
import type { Correction } from "../../../shared/affairs/households/contract.ts";

/** What the rules need to know of who asks. */
export interface Asker { readonly holds: readonly string[]; readonly member: { readonly household: string | null; readonly group: string } | null }
type House = Pick<HouseholdFacts, "id" | "group">;

const WHOLE_VILLAGE = ["office:secretary", "office:committee", "office:grid-worker"];

/** Whether this office may work on households of that group: a group's leader on the own group, the others on all. */
export const worksOn = (asker: Asker, group: string): boolean =>
  asker.holds.some((office) => WHOLE_VILLAGE.includes(office)) || (asker.holds.includes("office:group-leader") && ofGroup(asker, group));
const ofGroup = (asker: Asker, group: string): boolean => group !== "" && asker.member?.group === group;

/** Whether names are shown unmasked in a list: only to who walks that group's doors. */
export const knowsByName = (asker: Asker, group: string): boolean =>
  (asker.holds.includes("office:group-leader") || asker.holds.includes("office:grid-worker")) && ofGroup(asker, group);

/** Whether the asker lives in this household. */
export const livesIn = (asker: Asker, house: House): boolean => asker.member?.household === house.id;

/** The people who sleep there, whom a warning must find. */
export const sleepers = (house: Pick<HouseholdFacts, "people">): Dweller[] => house.people.filter((each) => each.sleepsHere);

/** The head; where nobody was named, the eldest. */
export const headOf = (house: Pick<HouseholdFacts, "people">): Dweller | null =>
  house.people.find((each) => each.head) ?? [...house.people].sort((a, b) => (a.bornIn ?? 9999) - (b.bornIn ?? 9999) || (a.person < b.person ? -1 : 1))[0] ?? null;

const OLD = 75;
const CHILD = 14;
/** Whether somebody who sleeps there needs to be fetched first: by code, or all of them very old or very young. */
export const isVulnerable = (house: Pick<HouseholdFacts, "people">, year: number): boolean => {
  const here = sleepers(house);
  const weak = (each: Dweller): boolean => each.bornIn !== null && (year - each.bornIn >= OLD || year - each.bornIn < CHILD);
  return here.some((each) => each.vulnerable.length > 0) || (here.length > 0 && here.every(weak));
};

export interface Wrong { readonly field: string; readonly reason: string }

/** Who sleeps at home, as just said; a name that is not of this household is named by its place in the list. */
export const sayWhoSleeps = (house: HouseholdFacts, said: readonly { person: string; sleepsHere: boolean }[]): HouseholdFacts | Wrong => {
  const stranger = said.findIndex((each) => !house.people.some((person) => person.person === each.person));
  if (stranger >= 0) return { field: `people.${stranger}.person`, reason: "not-of-this-house" };
  const by = new Map(said.map((each) => [each.person, each.sleepsHere]));
  const people = house.people.map((each) => (by.has(each.person) ? { ...each, sleepsHere: by.get(each.person)!, roll: BY_PEOPLE } : each));
  return { ...house, people, ...(people.some((each) => each.sleepsHere) ? { emptyChecked: null } : {}) };
};

/** What is wrong with a correction as things stand; null when it fits. */
export const judge = (house: HouseholdFacts, change: Correction, year: number): Wrong | "already-here" | null => {
  const here = (person: string): boolean => house.people.some((each) => each.person === person);
  if ("people" in change) return judgePeople(house, change.people, change.head, change.what === "split" ? change.lead : undefined);
  if (change.what === "house" || change.what === "merge") return null;
  if ("person" in change && !here(change.person)) return { field: "change.person", reason: "not-of-this-house" };
  if ("bornIn" in change && change.bornIn !== undefined && change.bornIn > year) return { field: "change.bornIn", reason: "in-the-future" };
  if (change.what === "joined" && house.people.some((each) => each.name === change.name)) return "already-here";
  if (change.what !== "moved" && change.what !== "died") return null;
  const others = house.people.filter((each) => each.person !== change.person);
  if (change.head !== undefined && !others.some((each) => each.person === change.head)) return { field: "change.head", reason: "not-of-this-house" };
  const leaves = headOf(house)?.person === change.person;
  return leaves && others.length > 1 && change.head === undefined ? { field: "change.head", reason: "needs-a-head" } : null;
};

/** Several people leave one house together: all of it, each once, and with a head left behind. */
const judgePeople = (house: HouseholdFacts, people: readonly string[], head: string | undefined, lead: string | undefined): Wrong | null => {
  const stranger = people.findIndex((each, i) => !house.people.some(({ person }) => person === each) || people.indexOf(each) !== i);
  if (stranger >= 0) return { field: `change.people.${stranger}`, reason: "not-of-this-house" };
  const stay = house.people.filter((each) => !people.includes(each.person));
  if (head !== undefined && !stay.some((each) => each.person === head)) return { field: "change.head", reason: "not-of-this-house" };
  if (lead !== undefined && !people.includes(lead)) return { field: "change.lead", reason: "not-of-this-house" };
  const headGoes = people.includes(headOf(house)?.person ?? "");
  return headGoes && stay.length > 1 && head === undefined ? { field: "change.head", reason: "needs-a-head" } : null;
};

const edit = (house: HouseholdFacts, person: string, facts: Partial<Dweller>): HouseholdFacts =>
  ({ ...house, people: house.people.map((each) => (each.person === person ? { ...each, ...facts, roll: BY_PEOPLE } : each)) });
export const lead = (house: HouseholdFacts, head: string): HouseholdFacts =>
  ({ ...house, people: house.people.map((each) => (each.head === (each.person === head) ? each : { ...each, head: each.person === head, roll: BY_PEOPLE })) });

/**
 * The household after an accepted correction that fits.
 * @param joining the id of a person who joins, always the same for the same house and name
 */
export const apply = (house: HouseholdFacts, change: Correction, joining: string): HouseholdFacts => {
  switch (change.what) {
    case "name": return edit(house, change.person, { name: change.name });
    case "born": return edit(house, change.person, { bornIn: change.bornIn });
    case "vulnerable": return edit(house, change.person, { vulnerable: [...new Set(change.codes)] });
    case "head": return lead(house, change.person);
    case "joined": return welcome(house, { person: joining, name: change.name, bornIn: change.bornIn ?? null, sleepsHere: change.sleepsHere, head: house.people.length === 0, vulnerable: [], roll: BY_PEOPLE });
    case "moved": case "died": {
      const rest = { ...house, people: house.people.filter((each) => each.person !== change.person), gone: [...new Set([...house.gone, change.person])] };
      return change.head === undefined ? rest : lead(rest, change.head);
    }
    case "hazards": return { ...house, hazards: [...new Set(change.codes)], roll: BY_PEOPLE };
    case "house": return { ...house, no: change.no, group: change.group, roll: BY_PEOPLE };
    // These concern two households: see moving.ts.
    case "split": case "within": case "merge": return house;
  }
};

/** The household with one more person, in the place of `instead` if that is whom they turned out to be. A person already here stays one. */
export const welcome = (house: HouseholdFacts, who: Dweller, instead?: string): HouseholdFacts => {
  const before = house.people.find((each) => each.person === (instead ?? who.person));
  const people = [...house.people.filter((each) => each.person !== who.person && each.person !== instead), before ? { ...before, person: who.person, roll: BY_PEOPLE } : who];
  const gone = house.gone.filter((each) => each !== who.person);
  return { ...house, people: byId(people), gone: instead === undefined ? gone : [...new Set([...gone, instead])], ...(people.some((each) => each.sleepsHere) ? { emptyChecked: null } : {}) };
};
export const byId = (people: Dweller[]): Dweller[] => people.sort((a, b) => (a.person < b.person ? -1 : 1));

/** One line of an imported list, as far as households are concerned. */
export interface RollLine {
  readonly house: string; readonly group: string; readonly order: number; readonly household: string;
  readonly person: string; readonly name: string; readonly head: boolean; readonly bornIn: number | null; readonly sleepsHere: boolean; readonly vulnerable: readonly string[];
}

/**
 * Merges lines of one household. A newer list replaces what an older one said and never what people said; an older list only adds whom
 * nobody knew. So the same lists give the same household however often and in whichever order they come.
 * @param roll when the list was taken in, as an id that grows with time
 */
export const mergeRoll = (before: HouseholdFacts | null, lines: readonly RollLine[], roll: string): HouseholdFacts => {
  const first = lines[0]!;
  const house: HouseholdFacts = before ?? { id: first.household, no: first.house, group: first.group, order: first.order, people: [], hazards: [], emptyChecked: null, roll, gone: [], ended: null };
  const facts = roll >= house.roll ? { no: first.house, group: first.group, order: first.order, roll } : {};
  const people = new Map(house.people.map((each) => [each.person, each]));
  for (const line of lines) {
    // Somebody who came from another house kept their own id: the list means them.
    if (!people.has(line.person) && [...people.values()].some((each) => each.name === line.name && each.roll === BY_PEOPLE)) continue;
    if (house.gone.includes(line.person) || (people.get(line.person)?.roll ?? "") > roll) continue;
    people.set(line.person, { person: line.person, name: line.name, bornIn: line.bornIn, sleepsHere: line.sleepsHere, head: line.head, vulnerable: [...line.vulnerable], roll });
  }
  // A household that ended begins again only for somebody nobody knew of.
  return { ...house, ...facts, people: byId([...people.values()]), ended: people.size > 0 ? null : house.ended };
};
