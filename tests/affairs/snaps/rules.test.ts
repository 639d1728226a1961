import { describe, expect, it } from "vitest";
import { afterSilence, endOfDay, isOpenTo, titleOf } from "../../../functions/affairs/snaps/rules.ts";

describe("a report", () => {
  it("without an answer is sent again once, then goes to the township; a broken promise goes there at once; a department's comes back", () => {
    expect(afterSilence({ state: "received", resent: 0 })).toBe("received");
    expect(afterSilence({ state: "reopened", resent: 0 })).toBe("reopened");
    expect(afterSilence({ state: "received", resent: 1 })).toBe("escalated");
    expect(afterSilence({ state: "in-hand", resent: 0 })).toBe("escalated");
    expect(afterSilence({ state: "passed", resent: 1 })).toBe("received");
  });
  it("of a guest is read by everybody once an office has looked, a villager's at once, a joined one not any more", () => {
    expect(isOpenTo({ villager: false, state: "received", seen: false })).toBe(false);
    expect(isOpenTo({ villager: false, state: "accepted", seen: true })).toBe(true);
    expect(isOpenTo({ villager: true, state: "received", seen: false })).toBe(true);
    expect(isOpenTo({ villager: true, state: "joined", seen: true })).toBe(false);
  });
  it("is called by its words, else by its place, else by what it is; a promise holds to the end of its day", () => {
    expect(titleOf({ words: "", place: "老井边", house: "" })).toBe("老井边");
    expect(titleOf({ words: "", place: "", house: "" })).toMatchObject({ zh: "随手拍（看图听语音）" });
    expect(endOfDay("2026-05-31")).toBe("2026-06-01T00:00:00.000Z");
  });
});
