import { describe, expect, it } from "vitest";
import { heldFor, leadsAway } from "../../../functions/circle/guestbook/rules.ts";

const greeting = (words: string, name = "", hometown = "") => ({ name, hometown, words });

describe("a guest's words wait for a look", () => {
  it.each(["来 ｗｗｗ．abc．com", "shop 点 com 有货 orange点com", "orange[.]shop", "visit orange dot com", "HTTPS://X.CN/a", "ht\u200Btp://x.cn"])("when they hold a link, however it is written: %s", (words) => {
    expect(leadsAway(words)).toEqual(["link"]);
  });
  it.each(["一三八零零零一二三四五", "138-0001-0002", "138。0001 0002".replace("。", "."), "幺三八零零零幺二三四五", "加微信：orange_2026", "QQ 号 12345", "1 3 8 0 0 0 1 2 3 4 5"])("when they hold a number or an account, however it is written: %s", (words) => {
    expect(leadsAway(words)).toContain("number");
  });
  it.each(["2026-05-01 来过，10:30到11:30爬山", "买3箱，每箱68.50元", "五一想来住三晚", "There were 12 of us in 2025", "脐橙10斤多少钱？"])("and not for days, times, prices or counts: %s", (words) => {
    expect(leadsAway(words)).toEqual([]);
  });
  it("when the number hides in the name, or is spread over name and words", () => {
    expect(heldFor(greeting("你好", "13800012345"), "at once")).toEqual(["number"]);
    expect(heldFor(greeting("012345", "13800"), "at once")).toEqual(["number"]);
  });
  it("all of them, where the village looks first", () => {
    expect(heldFor(greeting("脐橙还有吗？"), "at once")).toEqual([]);
    expect(heldFor(greeting("脐橙还有吗？"), "after a look")).toEqual(["habit"]);
  });
});
