import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addFromRoll, behindAfter, checkDue, isLookedAt, keptNumber, linesFor, rewrite, saidTwice, type Line } from "../../../functions/alerts/contacts/rules.ts";
import { phonesOf } from "../../../functions/alerts/contacts/reads.ts";

const line = (facts: Partial<Line> = {}): Line => ({ person: "a", phone: "+8613812348000", order: 0, language: "zh", canRead: true, hearsBadly: false, stopped: false, dead: false, lastSuccess: null, ...facts });

describe("whom to try", () => {
  test("a number that said STOP is tried only in mortal danger, a dead one never", () => {
    const lines = [line({ order: 2, phone: "+8613800000002", dead: true }), line({ order: 1, stopped: true }), line({ order: 0, phone: "+8613800000001" })];
    expect(linesFor(lines, false).map((each) => each.order)).toEqual([0]);
    expect(linesFor(lines, true).map((each) => each.order)).toEqual([0, 1]);
  });
  test("one number of two people is tried once, in the turn of the first", () => {
    const entries = [line({ order: 0 }), line({ order: 1, phone: "+8613800000001" }), line({ order: 2, person: "b" })];
    expect(phonesOf({ entries } as never, true).map((each) => each.order)).toEqual([0, 1]);
  });
});

describe("rewriting a book", () => {
  test("what is known of a number stays with it when the turn changes", () => {
    const before = [line({ stopped: true, lastSuccess: "2026-01-01T00:00:00.000Z" }), line({ phone: "+8613800000001", order: 1 })];
    const after = rewrite(before, [before[1]!, before[0]!]);
    expect(after.map((each) => [each.order, each.stopped])).toEqual([[0, false], [1, true]]);
  });
  test("a masked number means the one that is there, unless two look alike", () => {
    expect(keptNumber("138****8000", [line()])).toBe("+8613812348000");
    expect(keptNumber("138****8000", [line(), line({ phone: "+8613899998000" })])).toBeNull();
  });
  test("the same number of the same person twice is named by its place", () => expect(saidTwice([line(), line({ person: "b" }), line()])).toBe(2));
});

describe("lists and books", () => {
  const roll = { person: "a", phone: "+8613812348000", vulnerable: ["deaf", "cannot-read"], language: "zh" as const };
  test("a line that is there already is not added again", () => {
    const once = addFromRoll([], roll, false);
    expect(once[0]).toMatchObject({ canRead: false, hearsBadly: true, order: 0 });
    expect(addFromRoll(once, roll, false)).toBe(once);
  });
  test("a number people took out is not brought back", () => expect(addFromRoll([], roll, true)).toEqual([]));
  test("whoever comes and goes, nobody stands twice behind a number", () => {
    const behind = fc.record({ person: fc.constantFrom("a", "b"), village: fc.constantFrom("v", "w"), household: fc.constantFrom("h", "i") });
    fc.assert(fc.property(fc.array(behind), fc.array(behind), (comes, goes) => {
      const before = behindAfter([], comes, []);
      const after = behindAfter(before, comes, goes);
      expect(new Set(after.map((each) => JSON.stringify(each))).size).toBe(after.length);
      expect(behindAfter(after, comes, [])).toHaveLength(before.length);
    }));
  });
  test("a number of eleven households is looked at, of ten not", () => {
    const people = Array.from({ length: 11 }, (_, i) => ({ person: "a", village: "v", household: `h${i}` }));
    expect(isLookedAt(people)).toBe(true);
    expect(isLookedAt(people.slice(1))).toBe(false);
    expect(isLookedAt(people.map((each, i) => ({ ...each, person: `p${i}`, household: "h" })))).toBe(false);
  });
  test("a book is to be checked when a year has passed", () => {
    const year = 365 * 86_400_000;
    expect(checkDue(null, new Date(), year)).toBe(true);
    expect(checkDue("2026-01-01T00:00:00.000Z", new Date("2026-12-31T00:00:00.000Z"), year)).toBe(false);
    expect(checkDue("2026-01-01T00:00:00.000Z", new Date("2027-01-02T00:00:00.000Z"), year)).toBe(true);
  });
});
