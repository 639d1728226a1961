import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HouseholdFacts } from "../../../shared/affairs/households/household.ts";
import { apply, headOf, isVulnerable, judge, knowsByName, mergeRoll, sayWhoSleeps, sleepers, welcome, worksOn, type RollLine } from "../../../functions/affairs/households/rules.ts";

const id = (letter: string): string => letter.repeat(26);
const [HOUSE, GRANDMA, SON, BABY] = [id("H"), id("A"), id("B"), id("C")];
const dweller = (person: string, facts: Partial<HouseholdFacts["people"][number]> = {}) => ({ person, name: person[0]!, bornIn: 1970, sleepsHere: true, head: false, vulnerable: [], roll: "", ...facts });
const house = (facts: Partial<HouseholdFacts> = {}): HouseholdFacts => ({ id: HOUSE, no: "12", group: "3", order: 4, people: [dweller(GRANDMA, { bornIn: 1938, head: true, vulnerable: ["bed-bound"] }), dweller(SON, { bornIn: 1968, sleepsHere: false })], hazards: [], emptyChecked: null, roll: "", gone: [], ended: null, ...facts });
const asker = (holds: string[], group = "3", household: string | null = null) => ({ holds, member: { household, group } });

describe("who works on a household", () => {
  test("a group's leader works on the own group and no other", () => {
    expect(worksOn(asker(["office:group-leader"]), "3")).toBe(true);
    expect(worksOn(asker(["office:group-leader"]), "4")).toBe(false);
    expect(worksOn({ holds: ["office:group-leader"], member: null }, "")).toBe(false);
  });
  test("secretary and committee see every group, but names masked", () => {
    expect(worksOn(asker(["office:secretary"], "1"), "3")).toBe(true);
    expect(knowsByName(asker(["office:secretary"]), "3")).toBe(false);
    expect(knowsByName(asker(["office:grid-worker"]), "3")).toBe(true);
  });
  test("a villager without office works on none", () => expect(worksOn(asker([], "3", HOUSE), "3")).toBe(false));
});

describe("who a warning must find", () => {
  test("only those who sleep there are counted", () => expect(sleepers(house()).map((each) => each.person)).toEqual([GRANDMA]));
  test("a bed-bound grandmother makes her household one to fetch first", () => expect(isVulnerable(house(), 2026)).toBe(true));
  test("a vulnerable person who sleeps elsewhere does not", () =>
    expect(isVulnerable(house({ people: [dweller(GRANDMA, { vulnerable: ["deaf"], sleepsHere: false }), dweller(SON)] }), 2026)).toBe(false));
  test("old people alone are vulnerable without any code", () => expect(isVulnerable(house({ people: [dweller(GRANDMA, { bornIn: 1945 })] }), 2026)).toBe(true));
  test("an empty house has nobody to fetch", () => expect(isVulnerable(house({ people: [] }), 2026)).toBe(false));
  test("without a named head it is the eldest", () => expect(headOf(house({ people: [dweller(SON, { bornIn: 1968 }), dweller(GRANDMA, { bornIn: 1938 })] }))?.person).toBe(GRANDMA));
});

describe("who sleeps at home", () => {
  test("a name of another house is refused by its place in the list", () =>
    expect(sayWhoSleeps(house(), [{ person: GRANDMA, sleepsHere: false }, { person: BABY, sleepsHere: true }])).toEqual({ field: "people.1.person", reason: "not-of-this-house" }));
  test("somebody who comes home makes a checked-empty house lived in again", () => {
    const after = sayWhoSleeps(house({ emptyChecked: "2026-01-01T00:00:00.000Z" }), [{ person: SON, sleepsHere: true }]);
    expect(after).toMatchObject({ emptyChecked: null });
  });
});

describe("corrections", () => {
  test("the head cannot leave two people without a new head", () => {
    const three = house({ people: [...house().people, dweller(BABY)] });
    expect(judge(three, { what: "died", person: GRANDMA }, 2026)).toEqual({ field: "change.head", reason: "needs-a-head" });
    expect(judge(three, { what: "died", person: GRANDMA, head: SON }, 2026)).toBeNull();
    expect(headOf(apply(three, { what: "died", person: GRANDMA, head: SON }, ""))?.person).toBe(SON);
  });
  test("nobody is born in the future", () => expect(judge(house(), { what: "born", person: SON, bornIn: 2027 }, 2026)).toEqual({ field: "change.bornIn", reason: "in-the-future" }));
  test("the same name does not join twice", () => expect(judge(house(), { what: "joined", name: "A", sleepsHere: true }, 2026)).toBe("already-here"));
  test("who turned out to be somebody on paper takes that place and its facts", () => {
    const after = welcome(house(), dweller(BABY, { name: "x" }), GRANDMA);
    expect(after.people.find((each) => each.person === BABY)).toMatchObject({ bornIn: 1938, vulnerable: ["bed-bound"] });
    expect(after.people).toHaveLength(2);
    expect(after.gone).toEqual([GRANDMA]);
  });
});

const NAMES = ["李秀英", "张大山", "王小明", "赵四"];
const PEOPLE: Readonly<Record<string, string>> = { 李秀英: id("A"), 张大山: id("B"), 王小明: id("C"), 赵四: id("D") };
const lineArb = fc.record({
  house: fc.constantFrom("12", "12号"), group: fc.constantFrom("1", "2"), order: fc.nat(50), household: fc.constant(HOUSE), name: fc.constantFrom(...NAMES), head: fc.boolean(),
  bornIn: fc.option(fc.integer({ min: 1920, max: 2025 })), sleepsHere: fc.boolean(), vulnerable: fc.subarray(["deaf", "child"]),
}).map((line): RollLine => ({ ...line, person: PEOPLE[line.name]! }));
/** A list says each person once, and says one thing about the house. */
const listArb = fc.uniqueArray(lineArb, { minLength: 1, maxLength: 4, selector: (line) => line.person })
  .map((lines) => lines.map((line) => ({ ...line, house: lines[0]!.house, group: lines[0]!.group, order: lines[0]!.order })));

describe("merging lists", () => {
  test("a list merged twice gives the same household", () => {
    fc.assert(fc.property(listArb, (list) => {
      const once = mergeRoll(null, list, "01");
      expect(mergeRoll(once, list, "01")).toEqual(once);
    }));
  });
  test("cut anywhere into pages it gives the same household", () => {
    fc.assert(fc.property(listArb, fc.nat(4), (list, at) => {
      const [first, rest] = [list.slice(0, at), list.slice(at)];
      const paged = [first, rest].filter((part) => part.length > 0).reduce<HouseholdFacts | null>((before, part) => mergeRoll(before, part, "01"), null);
      expect(paged).toEqual(mergeRoll(null, list, "01"));
    }));
  });
  test("three lists give the same household in whichever order they come", () => {
    fc.assert(fc.property(fc.tuple(listArb, listArb, listArb), fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }), (lists, order) => {
      const merge = (turn: number[]) => turn.reduce<HouseholdFacts | null>((before, i) => mergeRoll(before, lists[i]!, `0${i + 1}`), null);
      expect(merge(order)).toEqual(merge([0, 1, 2]));
    }));
  });
  test("no person stands in a household twice", () => {
    fc.assert(fc.property(fc.array(listArb, { minLength: 1, maxLength: 5 }), (lists) => {
      const merged = lists.reduce<HouseholdFacts | null>((before, list, i) => mergeRoll(before, list, `0${i}`), null)!;
      expect(new Set(merged.people.map((each) => each.person)).size).toBe(merged.people.length);
    }));
  });
  test("what people said stays, whatever a later list says", () => {
    fc.assert(fc.property(listArb, listArb, fc.boolean(), (first, later, sleepsHere) => {
      const before = mergeRoll(null, first, "01");
      const said = sayWhoSleeps(before, [{ person: before.people[0]!.person, sleepsHere }]) as HouseholdFacts;
      const after = mergeRoll(said, later, "02");
      expect(after.people.find((each) => each.person === before.people[0]!.person)).toEqual(said.people[0]);
    }));
  });
  test("who left for good is not brought back by an old list", () => {
    fc.assert(fc.property(listArb, (list) => {
      const before = mergeRoll(null, list, "01");
      const gone = before.people[0]!.person;
      const left = apply(before, { what: "moved", person: gone }, "");
      expect(mergeRoll(left, list, "02").people.some((each) => each.person === gone)).toBe(false);
    }));
  });
});
