import { describe, expect, it } from "vitest";
import { ulid } from "ulid";
import { asLinks, concerns, madeAt } from "../../../functions/platform/event-log/rules.ts";

describe("an event", () => {
  it("concerns who did it, whom it names and whose household it names, however deep, and nobody else", () => {
    const event = { by: "officer", data: { looks: [{ household: "house-1" }], person: "li" } };
    expect([concerns(event, "officer", null), concerns(event, "li", null), concerns(event, "daughter", "house-1"), concerns(event, "wang", "house-2"), concerns({ by: "x", data: null }, "y", null)])
      .toEqual([true, true, true, false, false]);
  });
  it("says when it was made by its id", () => {
    expect(madeAt(ulid(Date.parse("2026-06-01T08:00:00.000Z")))).toBe("2026-06-01T08:00:00.000Z");
    expect(madeAt("")).toBe("1970-01-01T00:00:00.000Z");
  });
});

it("each link is judged against the one before it", () => {
  const link = (n: number, prev: string, hash: string) => ({ n, prev, hash, events: [{ id: ulid(n) }] });
  const links = asLinks([link(3, "b", "c"), link(2, "WRONG", "b"), link(1, "", "a")], (each, before) => each.prev === (before?.hash ?? ""));
  expect(links.map((each) => [each.n, each.holds, each.count])).toEqual([[3, true, 1], [2, false, 1], [1, true, 1]]);
});
