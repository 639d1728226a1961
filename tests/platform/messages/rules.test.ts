import { describe, expect, it } from "vitest";
import { dayIn, nextAt, passes, quietUntil } from "../../../functions/platform/messages/rules.ts";

const ZONE = "Asia/Shanghai";
const at = (time: string): Date => new Date(`2026-05-01T${time}:00.000Z`);
const NIGHT = { from: 22, to: 6 };

describe("quiet hours", () => {
  it("reach over midnight, in the region's own hours", () => {
    // 22:00 in the village is 14:00 UTC.
    expect(quietUntil(NIGHT, ZONE, at("13:59"))).toBeNull();
    expect(quietUntil(NIGHT, ZONE, at("14:00"))?.toISOString()).toBe("2026-05-01T22:00:00.000Z");
    expect(quietUntil(NIGHT, ZONE, at("21:59"))?.toISOString()).toBe("2026-05-01T22:00:00.000Z");
    expect(quietUntil(NIGHT, ZONE, at("22:00"))).toBeNull();
  });
  it("are another night in another zone at the same instant", () => {
    expect(quietUntil(NIGHT, "Europe/Berlin", at("14:00"))).toBeNull();
    expect(quietUntil(NIGHT, "Asia/Kathmandu", at("16:30"))?.toISOString()).toBe("2026-05-02T00:15:00.000Z");
  });
  it("may lie within a day, and the same hour twice is none", () => {
    expect(quietUntil({ from: 12, to: 14 }, ZONE, at("05:30"))?.toISOString()).toBe("2026-05-01T06:00:00.000Z");
    expect(quietUntil({ from: 12, to: 14 }, ZONE, at("06:00"))).toBeNull();
    expect(quietUntil({ from: 8, to: 8 }, ZONE, at("00:30"))).toBeNull();
  });
});

describe("the hour of a digest", () => {
  it("is the next time it strikes, never the hour that has just struck", () => {
    expect(nextAt(ZONE, at("10:59"), 19).toISOString()).toBe("2026-05-01T11:00:00.000Z");
    expect(nextAt(ZONE, at("11:00"), 19).toISOString()).toBe("2026-05-02T11:00:00.000Z");
  });
  it("that the clocks leave out in spring is the first moment after it", () => {
    expect(nextAt("Europe/Berlin", new Date("2026-03-28T22:00:00.000Z"), 2).toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(nextAt("Europe/Berlin", new Date("2026-03-29T12:00:00.000Z"), 2).toISOString()).toBe("2026-03-30T00:00:00.000Z");
  });
  it("belongs to a day of the region", () => {
    expect(dayIn(ZONE, at("15:59"))).toBe("2026-05-01");
    expect(dayIn(ZONE, at("16:00"))).toBe("2026-05-02");
  });
});

describe("what a line comes by", () => {
  const usual = { atOnce: true, digest: true };
  it("follows the wish, and joins the digest above the sender's day", () => {
    expect([passes("own", usual, false), passes("own", usual, true), passes("digest", usual, false), passes("own", { ...usual, atOnce: false }, false), passes("own", { atOnce: true, digest: false }, true)]).toEqual(["at-once", "digest", "digest", "digest", "page"]);
  });
  it("is at once where it is about life, whatever was wished and how often it was said", () => {
    expect(passes("now", { atOnce: false, digest: false }, true)).toBe("at-once");
  });
});
