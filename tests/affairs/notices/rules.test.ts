import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NewNotice } from "../../../shared/affairs/notices/notice.ts";
import { countSms } from "../../../shared/contract/sms-parts.ts";
import { isFor, maySpeakFor, readAloudOf, secondFor, smsLineOf, smsWithCost, verdict } from "../../../functions/affairs/notices/rules.ts";

const usual = { secondPlain: "nobody", secondMustRead: "one other" } as const;
const offices = { secretary: ["chen"], committee: ["li", "wang"] };

describe("who has to say yes", () => {
  it("nobody besides the writer for a plain notice; one other where everybody must read it or SMS costs money", () => {
    expect(secondFor({ kind: "plain", channels: ["page"] }, usual)).toBe("nobody");
    expect(secondFor({ kind: "must-read", channels: ["page"] }, usual)).toBe("one other");
    expect(secondFor({ kind: "plain", channels: ["page", "sms"] }, usual)).toBe("one other");
    expect(verdict("nobody", "li", "li", offices, [])).toBe("passes");
  });
  it("the secretary, for what the committee wrote", () => {
    expect(verdict("one other", "li", "chen", offices, [])).toBe("passes");
    expect(verdict("one other", "li", "li", offices, [])).toBe("own-draft");
    expect(verdict("one other", "li", "wang", offices, [])).toBe("secretary-approves");
  });
  it("a committee member, for what the secretary wrote", () => {
    expect(verdict("one other", "chen", "wang", offices, [])).toBe("passes");
    expect(verdict("one other", "chen", "chen", offices, [])).toBe("own-draft");
  });
  it("the township's director, where the village has nobody else", () => {
    const alone = { secretary: ["chen"], committee: [] };
    expect(verdict("one other", "chen", "zhao", alone, ["zhao"])).toBe("passes");
    expect(verdict("one other", "chen", "chen", alone, ["zhao"])).toBe("own-draft");
  });
  it("the writer alone, marked, where all these posts are empty", () => {
    expect(verdict("one other", "chen", "chen", { secretary: ["chen"] }, [])).toBe("passes-alone");
  });
  it("somebody, always: whichever posts are filled, one person can let a notice pass, and it is the writer only when alone", () => {
    const people = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
    fc.assert(fc.property(people, people, people, fc.constantFrom("a", "b", "c"), (secretary, committee, township, writer) => {
      const judged = ["a", "b", "c"].map((person) => [person, verdict("one other", writer, person, { secretary, committee }, township)] as const);
      const passing = judged.filter(([, each]) => each.startsWith("passes"));
      expect(passing.length).toBeGreaterThan(0);
      expect(judged.find(([person]) => person === writer)![1]).not.toBe("passes");
    }));
  });
});

describe("the one line for SMS", () => {
  it("follows from title and text, and fits one part", () => {
    expect(smsLineOf("明早停水", "9点到12点，二组三组。")).toBe("明早停水：9点到12点，二组三组。");
    expect(smsLineOf("Water off", "9 to 12,\ngroups 2 and 3")).toBe("Water off: 9 to 12, groups 2 and 3");
    expect(countSms(smsLineOf("明早停水", "请大家提前存水。".repeat(40))).parts).toBe(1);
  });
  it("is one part and one line whatever was written", () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }), fc.string({ minLength: 1, maxLength: 400, unit: "grapheme" }), (title, text) => {
      const line = smsLineOf(title, text);
      expect(countSms(line).parts).toBe(1);
      expect(line).not.toContain("\n");
    }));
  });
  it("says what the second part costs when it was written longer", () => {
    expect(smsWithCost("水".repeat(70), 5)).toMatchObject({ parts: 1, perPhone: 5, extra: 0 });
    expect(smsWithCost("水".repeat(71), 5)).toMatchObject({ parts: 2, perPhone: 10, extra: 5 });
  });
});

describe("a notice", () => {
  it("is read aloud as its title, a stop, its text", () => {
    expect(readAloudOf("明早停水", "请存水")).toBe("明早停水。请存水");
    expect(readAloudOf("Water off", "Store some")).toBe("Water off. Store some");
  });
  it("for groups or houses is for these alone", () => {
    const house = { household: "01J00000000000000000000000", group: "2" };
    expect(isFor({ to: "groups", groups: ["1", "2"] }, house)).toBe(true);
    expect(isFor({ to: "groups", groups: ["3"] }, house)).toBe(false);
    expect(isFor({ to: "households", households: [house.household] }, house)).toBe(true);
    expect(isFor({ to: "households", households: [house.household] }, { household: null, group: "2" })).toBe(false);
  });
  it("that every household must read names for whom and until when", () => {
    const wrong = (body: object): unknown => NewNotice.safeParse({ kind: "must-read", title: "停水", text: "明早", ...body }).error?.issues.map((issue) => issue.path.join("."));
    expect(wrong({})).toEqual(["audience", "until"]);
    expect(wrong({ audience: { to: "village" } })).toEqual(["until"]);
    expect(wrong({ audience: { to: "village" }, until: "2026-05-02T00:00:00.000Z" })).toBeUndefined();
    expect(NewNotice.safeParse({ kind: "plain", title: "停水", text: "明早" }).success).toBe(true);
  });
  it("with two lines for SMS, or a full identity number, is refused", () => {
    const plain = { kind: "plain", title: "停水", text: "明早" };
    expect(NewNotice.safeParse({ ...plain, smsText: "一行\n两行" }).error?.issues[0]?.message).toBe("one-line");
    expect(NewNotice.safeParse({ ...plain, text: "他的号码 11010519491231002X" }).error?.issues[0]?.message).toBe("identity-number");
  });
  it("may be told to a house by its group's leader, not by another's", () => {
    expect(maySpeakFor(["office:group-leader"], "2", "2")).toBe(true);
    expect(maySpeakFor(["office:group-leader"], "2", "3")).toBe(false);
    expect(maySpeakFor(["office:grid-worker"], "2", "3")).toBe(true);
  });
});
