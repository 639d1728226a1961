import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROFILES } from "../../../shared/contract/profile.ts";
import { given, giversOf, leavesNobody, othersToConfirm, taken, withoutPost, withPost } from "../../../functions/platform/offices/rules.ts";

describe("a post", () => {
  it("given again to who lost it is held again, and no longer counts as ended", () => {
    const lost = taken({ accountant: ["a"] }, {}, "accountant", "a");
    expect(lost).toEqual({ offices: { accountant: [] }, ended: { accountant: ["a"] } });
    expect(given(lost.offices, lost.ended, "accountant", "a")).toEqual({ offices: { accountant: ["a"] }, ended: { accountant: [] } });
  });
  it("is never both held and ended by one person, whatever happens in whatever order", () => {
    const step = fc.tuple(fc.constantFrom(given, taken), fc.constantFrom("secretary", "doctor"), fc.constantFrom("a", "b", "c"));
    fc.assert(fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const end = steps.reduce((now, [change, office, person]) => change(now.offices, now.ended, office, person), { offices: {}, ended: {} } as ReturnType<typeof given>);
      for (const [office, people] of Object.entries(end.offices)) {
        expect(new Set(people).size).toBe(people.length);
        expect(people.filter((person) => end.ended[office]?.includes(person))).toEqual([]);
      }
    }));
  });
  it("of the last secretary cannot be taken; of one of two, or of the last doctor, it can", () => {
    expect([leavesNobody({ secretary: ["a"] }, "secretary", ["a"]), leavesNobody({ secretary: ["a", "b"] }, "secretary", ["a"]), leavesNobody({ doctor: ["a"] }, "doctor", ["a"])]).toEqual([true, false, false]);
  });
  it("in a person's list stands once a place", () => {
    const post = { at: "village", id: "1", office: "doctor" } as const;
    expect(withPost([post], { ...post })).toEqual([post]);
    expect(withoutPost([post, { ...post, id: "2" }], post)).toEqual([{ ...post, id: "2" }]);
  });
});

describe("two people", () => {
  it("are counted as people, not as posts: one who is secretary and operator confirms nothing alone", () => {
    const givers = giversOf({ secretary: ["a"] }, { director: ["a"] }, { director: [] }, ["a"]);
    expect(givers).toEqual(["a"]);
    expect(othersToConfirm(givers, "a", "x")).toBe(false);
  });
  it("do not include the one who is to hold the post", () => {
    expect(othersToConfirm(["a", "b"], "a", "b")).toBe(false);
    expect(othersToConfirm(["a", "b", "c"], "a", "b")).toBe(true);
  });
});

it("the plain profile has no Party post, and every post of every profile has a name in both languages", () => {
  for (const profile of Object.values(PROFILES)) {
    for (const [code, titles] of [profile.village, profile.township, profile.county, profile.departments, profile.terms].flatMap((posts) => Object.entries(posts))) expect([code, titles.zh.length > 0, titles.en.length > 0]).toEqual([code, true, true]);
  }
  expect(Object.keys(PROFILES["plain-village"].village)).not.toContain("party-branch");
  expect(JSON.stringify(PROFILES["plain-village"])).not.toContain("Party");
});
