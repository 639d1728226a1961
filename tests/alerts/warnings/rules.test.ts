import { describe, expect, it } from "vitest";
import { statusFor, stops, waitForSecond } from "../../../functions/alerts/warnings/rules.ts";

const SETTINGS = { secondPersonOrange: 180_000, secondPersonRed: 60_000, secondPersonRelayed: 0 };
const NOW = new Date("2026-07-01T03:00:00.000Z");

describe("the status of a warning", () => {
  it("is never Actual outside production, and a drill stays a drill", () => {
    expect([statusFor("Actual", false), statusFor("Exercise", false), statusFor("Test", false)]).toEqual(["Test", "Exercise", "Test"]);
  });
  it("never becomes Actual where it came in as an exercise or a test", () => {
    expect([statusFor("Actual", true, "Exercise"), statusFor("Actual", true, "Test"), statusFor("Actual", true, "Actual"), statusFor("Exercise", true)]).toEqual(["Exercise", "Test", "Actual", "Exercise"]);
  });
});

describe("what stops a warning", () => {
  it("is no area, nothing to do, already over, and nothing else", () => {
    const fine = { parts: [{}], what: "Leave now", expires: "2026-07-01T09:00:00.000Z" };
    expect([stops(fine, NOW), stops({ ...fine, expires: null }, NOW), stops({ ...fine, parts: [] }, NOW), stops({ ...fine, what: " " }, NOW), stops({ ...fine, expires: "2026-07-01T02:59:00.000Z" }, NOW)])
      .toEqual([null, null, "no-area", "nothing-to-do", "already-over"]);
  });
});

describe("a second person", () => {
  const draft = { kind: "order" as const, source: null };
  it("is waited for three minutes in orange, sixty seconds in red, not in yellow", () => {
    expect((["blue", "yellow", "orange", "red"] as const).map((colour) => waitForSecond({ ...draft, colour }, 2, SETTINGS))).toEqual([0, 0, 180_000, 60_000]);
  });
  it("is not waited for where red was observed or relayed from the authority's feed, or where nobody else is there", () => {
    expect(waitForSecond({ ...draft, colour: "red", source: { observed: true } }, 2, SETTINGS)).toBe(0);
    expect(waitForSecond({ colour: "red", kind: "relay", source: { observed: false, cap: "01J" } }, 2, SETTINGS)).toBe(0);
    expect(waitForSecond({ ...draft, colour: "red" }, 1, SETTINGS)).toBe(0);
  });
});
