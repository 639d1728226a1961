import { describe, expect, it } from "vitest";
import { homeFrom, stayOn, withStay, type Stay } from "../../../functions/circle/away/rules.ts";

const stay = (id: string, from: string, until: string | null): Stay => ({ id, from, until, where: "" });
const spans = (stays: readonly Stay[]): string[] => stays.map(({ id, from, until }) => `${id} ${from}..${until ?? ""}`);
const TODAY = "2026-06-10";

describe("the days somebody said they are away", () => {
  it("never overlap: what was said last holds, and the rest gives way before and behind it", () => {
    const first = withStay([], stay("a", "2026-06-01", "2026-06-30"), TODAY);
    expect(spans(withStay(first, stay("b", "2026-06-10", "2026-06-12"), TODAY))).toEqual(["a 2026-06-01..2026-06-09", "b 2026-06-10..2026-06-12"]);
    expect(spans(withStay(first, stay("b", "2026-05-20", "2026-06-05"), TODAY))).toEqual(["b 2026-05-20..2026-06-05", "a 2026-06-06..2026-06-30"]);
    expect(spans(withStay(first, stay("b", "2026-05-20", null), TODAY))).toEqual(["b 2026-05-20.."]);
    expect(spans(withStay([stay("a", "2026-06-01", null)], stay("b", "2026-06-20", "2026-06-25"), TODAY))).toEqual(["a 2026-06-01..2026-06-19", "b 2026-06-20..2026-06-25"]);
  });
  it("end with the day before somebody is home, and a journey still to come stays", () => {
    expect(spans(homeFrom([stay("a", "2026-06-01", null), stay("b", "2026-07-01", null)], TODAY))).toEqual(["a 2026-06-01..2026-06-09", "b 2026-07-01.."]);
    expect(homeFrom([stay("a", TODAY, null)], TODAY)).toEqual([]);
  });
  it("hold on their first and last day", () => {
    const days = [stay("a", "2026-06-01", "2026-06-03")];
    expect(["2026-05-31", "2026-06-01", "2026-06-03", "2026-06-04"].map((day) => stayOn(days, day)?.id)).toEqual([undefined, "a", "a", undefined]);
  });
});
