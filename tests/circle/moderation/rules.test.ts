import { describe, expect, it } from "vitest";
import { hidesNow, inTheEnd, maySit, namedIn, nextBench, seatsOf, verdictOf } from "../../../functions/circle/moderation/rules.ts";

const keep = { verdict: "keep", rule: null, reason: null } as const;
const gone = { verdict: "remove", rule: "insult", reason: "骂人" } as const;
const matter = { officeNamed: false, reports: 5, houses: ["a", "b", "c"] };

describe("words are hidden before anybody has judged", () => {
  it("at five reports from three houses, at one less of either not", () => {
    expect(hidesNow(matter, "insult", true)).toBe(true);
    expect(hidesNow({ ...matter, reports: 4 }, "insult", true)).toBe(false);
    expect(hidesNow({ ...matter, houses: ["a", "b"] }, "insult", true)).toBe(false);
  });
  it("at once when a villager says it is grave; a guest's word alone hides nothing, however often", () => {
    expect(hidesNow({ officeNamed: false, reports: 1, houses: ["a"] }, "threat", true)).toBe(true);
    expect(hidesNow({ officeNamed: false, reports: 1, houses: [] }, "threat", false)).toBe(false);
    expect(hidesNow({ officeNamed: false, reports: 40, houses: [] }, "insult", false)).toBe(false);
  });
  it("never by reports alone where an office is named", () => {
    expect(hidesNow({ ...matter, officeNamed: true }, "insult", true)).toBe(false);
    expect(hidesNow({ ...matter, officeNamed: true }, "threat", true)).toBe(false);
  });
});

describe("who is named", () => {
  const holders = [{ person: "s", office: "secretary", at: "village", name: "王建国" }, { person: "v", office: "supervisor", at: "village", name: "Li Na" }] as const;
  it("by name, by the title of the post, and as people call it", () => {
    expect(namedIn("王建国说话不算数", holders, "cn-village")).toEqual({ people: ["s"], office: true });
    expect(namedIn("书记说话不算数", holders, "cn-village")).toEqual({ people: ["s"], office: true });
    expect(namedIn("The village head lies", holders, "plain-village")).toEqual({ people: ["s"], office: true });
    expect(namedIn("ask li na about it", holders, "plain-village").people).toEqual(["v"]);
  });
  it("not a word that only holds the letters of a name, and nobody in ordinary words", () => {
    expect(namedIn("Lina nabbed it", holders, "plain-village")).toEqual({ people: [], office: false });
    expect(namedIn("脐橙还有吗？", holders, "cn-village")).toEqual({ people: [], office: false });
  });
  it("may not judge; nor may who wrote or reported it", () => {
    const row = { named: ["s"], author: "w", reporters: ["r"], votes: [] };
    expect(["s", "w", "r", "x"].map((person) => maySit(row, person))).toEqual([false, false, false, true]);
  });
});

describe("who judges", () => {
  const nobody = { panel: 0, township: 0, county: 0, villagers: 0 };
  it("three supervisors; with fewer the township, then two drawn by lot, then one for lack of others, then nobody", () => {
    expect(nextBench("first", null, 3, { ...nobody, panel: 3, township: 1 })).toBe("panel");
    expect(nextBench("first", null, 3, { ...nobody, panel: 2, township: 1 })).toBe("township");
    expect(nextBench("first", null, 3, { ...nobody, panel: 2, villagers: 2 })).toBe("lot");
    expect(nextBench("first", null, 3, { ...nobody, panel: 1, villagers: 1 })).toBe("one");
    expect(nextBench("first", "lot", 3, nobody)).toBeNull();
    expect(seatsOf("panel", "three")).toBe(3);
    expect(nextBench("first", null, seatsOf("panel", "one"), { ...nobody, panel: 1 })).toBe("panel");
  });
  it("an appeal goes to the township, never to whoever decided before", () => {
    expect(nextBench("again", null, 3, { ...nobody, township: 1, county: 1 }, "panel")).toBe("township");
    expect(nextBench("again", null, 3, { ...nobody, township: 1, county: 1 }, "township")).toBe("county");
    expect(nextBench("again", null, 3, { ...nobody, villagers: 9 }, "panel")).toBe("lot");
  });
  it("two of three decide; in the end the words of those who did judge, and in doubt the words stay", () => {
    expect(verdictOf([gone], 3)).toBeNull();
    expect(verdictOf([gone, keep], 3)).toBeNull();
    expect(verdictOf([gone, keep, gone], 3)).toEqual(gone);
    expect(inTheEnd([gone])).toEqual(gone);
    expect(inTheEnd([gone, keep])).toEqual(keep);
    expect(inTheEnd([])).toEqual(keep);
  });
});
