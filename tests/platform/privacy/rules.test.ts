import { describe, expect, test } from "vitest";
import { shownCount, shownCounts } from "../../../shared/contract/small-numbers.ts";
import { holdsIdentityNumber, text } from "../../../shared/contract/text.ts";
import { contracts } from "../../../shared/registry.ts";
import { allKinds } from "../../../functions/core/kinds.ts";
import { holdsNow, needsConsent, withWord } from "../../../functions/platform/privacy/rules.ts";

describe("a full identity number typed in any text", () => {
  test.each([
    ["18 figures", "我的号码是11010519491231002X，请查"], ["a small x", "11010519491231002x"], ["spaced as people read it out", "110105 19491231 002X"],
    ["with dashes and dots", "110105-1949.1231-002X"], ["full-width figures", "１１０１０５１９４９１２３１００２Ｘ"], ["Chinese figures", "一一零一零五一九四九一二三一〇〇二X"],
    ["signs nobody sees between", "110105\u200B19491231\u200B002X"], ["in the middle of other figures", "8811010519491231002X77"], ["15 figures of before", "老号码 110105491231002。"],
  ])("is found: %s", (_, words) => {
    expect(holdsIdentityNumber(words)).toBe(true);
    expect(text(200).safeParse(words).error?.issues[0]?.message).toBe("identity-number");
  });
  test.each([
    ["a wrong check digit", "110105194912310021"], ["no such day", "11010519491331002X"], ["a phone number", "13812348000"], ["two phone numbers", "13812348000 13912348001"],
    ["days and hours", "2026-07-01 08:00 到 2026-07-11 18:30"], ["a village's code", "431228103205"], ["an order's number", "20260701080012345678"], ["15 figures that are no birthday", "622202123456789"],
    ["a bank card", "6222021234567890123"],
  ])("is not seen in %s", (_, words) => expect(holdsIdentityNumber(words)).toBe(false));
});

describe("small numbers", () => {
  test("below five people a count is not shown, and nobody is nobody", () => {
    expect([0, 1, 4, 5, 40].map((count) => shownCount(count))).toEqual([0, null, null, 5, 40]);
  });
  test("one hidden part is not told by the sum: the next smallest goes with it", () => {
    expect(shownCounts({ a: 12, b: 3, c: 7 })).toEqual({ a: 12, b: null, c: null });
    expect(shownCounts({ a: 12, b: 3, c: 2 })).toEqual({ a: 12, b: null, c: null });
    expect(shownCounts({ a: 12, b: 0, c: 7 })).toEqual({ a: 12, b: 0, c: 7 });
    expect(shownCounts({ a: 3, b: 0 })).toEqual({ a: null, b: 0 });
  });
});

describe("what people agree to", () => {
  test("the last word holds, and before any word the default of that purpose", () => {
    expect([holdsNow("digest", []), holdsNow("market", [])]).toEqual([true, false]);
    expect(holdsNow("digest", [{ given: true }, { given: false }])).toBe(false);
    expect(holdsNow("market", [{ given: false }, { given: true }])).toBe(true);
  });
  test("a warning is no matter of consent", () => expect([needsConsent("warning"), needsConsent("code"), needsConsent("digest")]).toEqual([false, false, true]));
  test("a record keeps its newest words", () => expect(withWord<{ given: boolean }>(Array.from({ length: 50 }, () => ({ given: true })), { given: false })).toHaveLength(50));
});

describe("how long things are kept", () => {
  test("what a contract says ends belongs to it, and really ends by itself", () => {
    const kinds = [...allKinds().values()];
    const said = Object.entries(contracts).flatMap(([name, contract]) => Object.keys(contract.keeps ?? {}).map((prefix) => ({ name, prefix, own: [contract.prefix].flat().includes(prefix) })));
    expect(said.length).toBeGreaterThan(5);
    for (const each of said) expect({ ...each, ends: kinds.some((kind) => kind.prefix === each.prefix && kind.expires !== undefined) }).toMatchObject({ own: true, ends: true });
  });
});
