import { describe, expect, test } from "vitest";
import { endOfDay, inSeason, isBare, isHighRisk, neighboursFor, reasonsOf, worksOn } from "../../../functions/alerts/vulnerable/rules.ts";

const dweller = (bornIn: number | null, vulnerable: string[] = [], sleepsHere = true) => ({ person: "p", bornIn, sleepsHere, vulnerable });
const YEAR = 2026;

describe("why somebody must come", () => {
  test("a bed-bound mother without a phone, in a house by the river", () => {
    expect(reasonsOf({ people: [dweller(1941, ["bed-bound"]), dweller(1970)], hazards: ["river"] }, false, YEAR)).toEqual(["bed-bound", "no-phone", "hazard-house"]);
  });
  test("children alone, or two old people: nobody had to write that down", () => {
    expect(reasonsOf({ people: [dweller(2012), dweller(2010)], hazards: [] }, true, YEAR)).toEqual(["child-headed"]);
    expect(reasonsOf({ people: [dweller(1940), dweller(2020)], hazards: [] }, true, YEAR)).toEqual(["old"]);
    expect(reasonsOf({ people: [dweller(1940), dweller(null)], hazards: [] }, true, YEAR)).toEqual([]);
  });
  test("who does not sleep there is not fetched there, and an empty house needs nobody", () => {
    expect(reasonsOf({ people: [dweller(1941, ["deaf"], false), dweller(1970)], hazards: [] }, true, YEAR)).toEqual([]);
    expect(reasonsOf({ people: [dweller(1941, ["deaf"], false)], hazards: ["river"] }, false, YEAR)).toEqual([]);
  });
  test("the house in the water's way and who cannot walk alone are of high risk; a missing phone is not", () => {
    expect([isHighRisk(["hazard-house"]), isHighRisk(["bed-bound"]), isHighRisk(["no-phone", "deaf"])]).toEqual([true, true, false]);
    expect(reasonsOf({ people: [dweller(1970)], hazards: ["road"] }, true, YEAR)).toEqual([]);
  });
});

describe("nobody would come", () => {
  const care = { reasons: ["bed-bound" as const], highRisk: true, buddies: [{ person: "a", state: "accepted" }, { person: "b", state: "asked" }] };
  test("when the only one who said yes is away; who was only asked does not count", () => {
    expect(isBare(care, () => true)).toBe(false);
    expect(isBare(care, (person) => person === "b")).toBe(true);
    expect(isBare({ ...care, highRisk: false }, () => false)).toBe(false);
  });
});

describe("the flood season", () => {
  test("is counted in the region's months, and may run over the new year", () => {
    const at = (iso: string) => inSeason("Asia/Shanghai", { seasonFrom: 5, seasonTo: 9 }, new Date(iso));
    expect([at("2026-04-30T15:59:00Z"), at("2026-04-30T16:01:00Z"), at("2026-09-30T15:00:00Z"), at("2026-09-30T17:00:00Z")]).toEqual([false, true, true, false]);
    expect(inSeason("UTC", { seasonFrom: 11, seasonTo: 2 }, new Date("2026-01-05T00:00:00Z"))).toBe(true);
    expect(inSeason("UTC", { seasonFrom: 11, seasonTo: 2 }, new Date("2026-06-05T00:00:00Z"))).toBe(false);
  });
  test("away until a day means until that day is over where people live", () => {
    expect(endOfDay("Asia/Shanghai", "2026-05-01")).toBe("2026-05-01T16:00:00.000Z");
    expect(endOfDay("UTC", "2026-05-01")).toBe("2026-05-02T00:00:00.000Z");
  });
});

describe("who could come", () => {
  const one = (person: string, facts: object = {}) => ({ household: `h-${person}`, group: "3", order: 40, vulnerable: false, person, bornIn: 1980, near: true, helps: 0, ...facts });
  test("next door first; never who is away, in need, a child, too old, or helps enough", () => {
    const all = [one("far", { order: 90 }), one("next", { order: 31 }), one("away", { near: false }), one("weak", { vulnerable: true }), one("child", { bornIn: 2015 }), one("old", { bornIn: 1940 }), one("busy", { helps: 3 }), one("other", { group: "1", order: 30 }), one("self", { household: "h" })];
    expect(neighboursFor({ household: "h", group: "3", order: 30 }, all, [], YEAR, 3).map(({ person }) => person)).toEqual(["next", "far", "other"]);
    expect(neighboursFor({ household: "h", group: "3", order: 30 }, all, ["next"], YEAR, 3)[0]!.person).toBe("far");
  });
  test("a group's leader works on the own group, the grid worker on all", () => {
    expect(worksOn({ holds: ["office:group-leader"], member: { household: null, group: "2" } }, "3")).toBe(false);
    expect(worksOn({ holds: ["office:grid-worker"], member: null }, "3")).toBe(true);
  });
});
