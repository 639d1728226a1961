import { describe, expect, it } from "vitest";
import { dayIn, groupsFor, onlyGroup, sheetNumber, villageLetters, walkingOrder, wrongTick } from "../../../functions/alerts/door-sheets/rules.ts";

describe("a door sheet", () => {
  it("leads to houses with vulnerable people first, then from door to door", () => {
    const doors = [{ no: "9", group: "10", order: 1, vulnerable: [] }, { no: "3", group: "2", order: 2, vulnerable: [] }, { no: "1", group: "2", order: 1, vulnerable: [] }, { no: "8", group: "10", order: 5, vulnerable: ["bed-bound"] }];
    expect(walkingOrder(doors).map((door) => door.no)).toEqual(["8", "1", "3", "9"]);
  });
  it("has a number people can read out: village, day, how manieth", () => {
    expect([villageLetters("Qingshan"), villageLetters("Baishui"), villageLetters("Green Hill"), villageLetters("")]).toEqual(["QS", "BS", "GH", ""]);
    expect(dayIn("Asia/Shanghai", new Date("2026-03-11T17:00:00Z"))).toBe("2026-03-12");
    expect(sheetNumber("QS", "2026-03-12", 7)).toBe("QS-0312-07");
  });
  it("of a group's leader holds the own group alone", () => {
    const leader = { holds: ["office:group-leader"], member: { group: "3" } };
    expect([onlyGroup(leader), onlyGroup({ ...leader, holds: ["office:group-leader", "office:secretary"] }), onlyGroup({ holds: ["county:duty-officer"], member: null })]).toEqual(["3", null, null]);
    expect([groupsFor([], "3"), groupsFor(["3"], "3"), groupsFor(["4"], "3"), groupsFor(["4", "4"], null)]).toEqual([["3"], ["3"], null, ["4"]]);
  });
});

describe("ticks entered later", () => {
  const sheet = { households: ["a", "b"] };
  const now = new Date("2026-06-10T13:00:00.000Z");
  const wrong = (tick: { household?: string; is?: string; at?: string; witness?: string }) =>
    wrongTick([{ household: "a", is: "moved", at: "2026-06-10T12:30:00.000Z", ...tick }], sheet, "2026-06-10T12:00:00.000Z", now)?.code ?? null;
  it("stand with a time between the warning and now, for a house on the sheet", () => {
    expect([wrong({}), wrong({ household: "c" }), wrong({ at: "2026-06-10T11:00:00.000Z" }), wrong({ at: "2026-06-10T13:03:00.000Z" }), wrong({ at: "2026-06-10T13:01:00.000Z" })]).toEqual([null, "not-on-this-sheet", "at-wrong", "at-wrong", null]);
  });
  it("of people who refuse to leave name a witness", () => expect([wrong({ is: "refused" }), wrong({ is: "refused", witness: "王大山" })]).toEqual(["witness-needed", null]));
});
