import { describe, expect, it } from "vitest";
import { crashAndRecover } from "../../../infra/local/crash.ts";

describe("a sender killed again and again in the middle of a warning", () => {
  it("loses no household, and each crash costs at most one extra message, counted", async () => {
    const report = await crashAndRecover({ households: 500, killAt: [{ messages: 30, answered: false }, { messages: 45, answered: true }] });
    expect(report.crashes).toBe(2);
    expect([report.lost, report.states]).toEqual([0, { sent: 500 }]);
    expect(report.extra).toBeLessThanOrEqual(report.crashes);
    expect(report.counted).toBeGreaterThanOrEqual(report.extra);
    expect(report.counted).toBeLessThanOrEqual(report.crashes);
  });
});
