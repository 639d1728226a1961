import { describe, expect, it } from "vitest";
import { readPhone } from "../../functions/core/phone.ts";

describe("a phone number as people write it", () => {
  it.each([["13812348000"], ["138 1234 8000"], ["+86 138-1234-8000"], ["0086 13812348000"], ["１３８１２３４８０００"], [" 13812348000 "]])("%s is the same mobile number", async (text) => {
    expect(await readPhone(text, ["CN"])).toEqual({ ok: true, e164: "+8613812348000" });
  });
  it.each([
    ["0737-1234567", "phone-landline"], ["4001234567", "phone-landline"], ["16812345", "phone-landline"], ["+1 212 555 0100", "phone-foreign"], ["+85291234567", "phone-foreign"],
    ["1381234800", "phone-malformed"], ["12345", "phone-malformed"], ["", "phone-malformed"], ["138x1234y8000", "phone-malformed"], ["1".repeat(400), "phone-malformed"],
  ])("%s is none: %s", async (text, reason) => {
    expect(await readPhone(text, ["CN"])).toEqual({ ok: false, reason });
  });
  it("is read in the region's own country, and a landline or premium line there gets no SMS", async () => {
    expect(await readPhone("8123 4567", ["SG"])).toEqual({ ok: true, e164: "+6581234567" });
    expect(await readPhone("6123 4567", ["SG"])).toEqual({ ok: false, reason: "phone-landline" });
    expect(await readPhone("+1 900 234 5678", ["US"])).toEqual({ ok: false, reason: "phone-landline" });
  });
});
