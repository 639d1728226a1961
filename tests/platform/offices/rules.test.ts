import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROFILES } from "../../../shared/platform/offices/profiles.ts";
import words from "../../../shared/platform/offices/words.json" with { type: "json" };
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
    expect([leavesNobody({ secretary: ["a"] }, "secretary"), leavesNobody({ secretary: ["a", "b"] }, "secretary"), leavesNobody({ doctor: ["a"] }, "doctor")]).toEqual([true, false, false]);
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

it("every post of every profile has a name in both languages, and the plain profile has no Party post", () => {
  const named = (language: "zh" | "en", profile: string, office: string): boolean => `${profile}.${office}` in words[language] || `office.${office}` in words[language];
  for (const [profile, posts] of Object.entries(PROFILES)) {
    for (const office of posts.village) expect([office, `${profile}.${office}` in words.zh, `${profile}.${office}` in words.en]).toEqual([office, true, true]);
    for (const office of [...posts.township, ...posts.county]) expect([office, named("zh", profile, office), named("en", profile, office)]).toEqual([office, true, true]);
  }
  expect(PROFILES["plain-village"].village).not.toContain("party-branch");
  expect(words.en["plain-village.secretary"]).not.toContain("Party");
});
