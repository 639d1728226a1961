import { describe, expect, test } from "vitest";
import { isMeant } from "../../../functions/alerts/warnings/reads.ts";
import { countArea, dayWrong, flagsOf, stateAfterDamage, stateByGrade, withDamage } from "../../../functions/affairs/houses/rules.ts";
import { MARKS, MOST_DAMAGES } from "../../../shared/affairs/houses/house.ts";
import words from "../../../shared/affairs/houses/words.json" with { type: "json" };

const house = (facts: object = {}) => ({ state: "ok" as const, emptyOn: null, inspection: null, damages: [], ...facts });
const family = (...sleeps: boolean[]) => ({ people: sleeps.map((sleepsHere) => ({ sleepsHere })), emptyChecked: null });
const damage = (on: string, id = "01JDMG00000000000000000001") => ({ id, what: "crack" as const, on, note: "", media: [] });

describe("a house is flagged", () => {
  test("where nobody belongs to it and nobody found it empty", () => {
    expect(flagsOf(house(), null)).toEqual(["no-household"]);
    expect(flagsOf(house(), family())).toEqual(["no-household"]);
    expect(flagsOf(house({ emptyOn: "2026-05-01T00:00:00.000Z" }), null)).toEqual([]);
    expect(flagsOf(house(), { people: [], emptyChecked: "2026-05-01T00:00:00.000Z" })).toEqual([]);
  });
  test("where people sleep in it though it is dangerous, not where they sleep elsewhere", () => {
    expect(flagsOf(house({ state: "unsafe" }), family(true))).toEqual(["people-in-danger"]);
    expect(flagsOf(house({ state: "do-not-live-in" }), family(false))).toEqual([]);
  });
  test("where it was damaged and nobody has inspected it since", () => {
    const seen = { grade: "B" as const, inspector: "周工", on: "2026-05-01", note: "" };
    expect(flagsOf(house({ state: "watch", damages: [damage("2026-06-01")], inspection: seen }), family(true))).toEqual(["no-grade"]);
    expect(flagsOf(house({ state: "watch", damages: [damage("2026-04-01")], inspection: seen }), family(true))).toEqual([]);
  });
});
test("the grade says the state, and damage never makes a house safer", () => {
  expect((["A", "B", "C", "D"] as const).map(stateByGrade)).toEqual(["ok", "watch", "unsafe", "do-not-live-in"]);
  expect((["ok", "watch", "unsafe", "do-not-live-in", "repaired"] as const).map(stateAfterDamage)).toEqual(["watch", "watch", "unsafe", "do-not-live-in", "watch"]);
});
test("damages stand in the order they happened, and a full file lets the oldest go", () => {
  expect(withDamage([damage("2026-06-01")], damage("2026-05-01")).map(({ on }) => on)).toEqual(["2026-05-01", "2026-06-01"]);
  const full = Array.from({ length: MOST_DAMAGES }, (_, i) => damage(`2025-01-${String((i % 28) + 1).padStart(2, "0")}`));
  expect(withDamage(full, damage("2026-06-01"))).toHaveLength(MOST_DAMAGES);
});
test("nobody has inspected a house tomorrow", () => {
  expect([dayWrong("2026-05-02", "2026-05-01"), dayWrong("2026-05-01", "2026-05-01")]).toEqual(["in-the-future", null]);
});
test("an area counts exactly the households a warning with its mark and groups would mean", () => {
  const households = ["1", "2", "3"].flatMap((group) => [["river"], ["dam", "river"], []].map((hazards) => ({ group, hazards, sleeping: 2, vulnerable: 1 })));
  for (const area of [{ mark: "river", groups: [] }, { mark: "river", groups: ["1", "3"] }, { mark: "dam", groups: ["2"] }, { mark: "road", groups: [] }]) {
    const meant = households.filter((each) => isMeant({ groups: area.groups.length ? area.groups : null, mark: area.mark }, each)).length;
    expect(countArea(area, households)).toEqual({ households: meant, people: meant * 2, vulnerable: meant });
  }
});
test("every mark has a name for its area in both languages", () => {
  for (const mark of MARKS) for (const language of ["zh", "en"] as const) expect(words[language]).toHaveProperty([`area.${mark}`]);
});
