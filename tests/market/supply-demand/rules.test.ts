import { describe, expect, it } from "vitest";
import { forbiddenIn, holdsNumber, lacksUnit, noteOf, shelvesOf, titleOf } from "../../../functions/market/supply-demand/rules.ts";

describe("what may stand on the board", () => {
  it("forbidden goods are found however the word is cut up, and everyday goods are not taken for them", () => {
    expect(forbiddenIn("出 穿-山.甲 鳞片")).toBe("穿山甲");
    expect(forbiddenIn("百草枯便宜卖")).toBe("百草枯");
    expect(forbiddenIn("Paraquat, two cans")).toBe("paraquat");
    for (const fine of ["土鸡蛋三十个", "打药用的喷枪一把", "渔网补好了借人", "老式烟斗", "a hot glue gun", "spray gun for sale"]) expect(forbiddenIn(fine), fine).toBeNull();
  });
  it("a telephone number among the words is noticed, a date and a weight are not", () => {
    for (const number of ["打我电话13812348000", "138 1234 8000", "0737-1234567", "１３８１２３４８０００"]) expect(holdsNumber(number), number).toBe(true);
    for (const fine of ["2026-05-01 摘的", "一千斤，3.5元", "500斤 200箱", "6 点到 8 点"]) expect(holdsNumber(fine), fine).toBe(false);
  });
  it("a price says for what; free things and things to be talked about need not", () => {
    expect(lacksUnit({ price: 350 })).toBe(true);
    expect(lacksUnit({ price: 350, unit: "斤" })).toBe(false);
    expect(lacksUnit({ price: 0 })).toBe(false);
    expect(lacksUnit({})).toBe(false);
    expect(noteOf({ price: 350, unit: "斤", currency: "CNY" }).zh).toBe("¥3.50 / 斤");
    expect(noteOf({ price: 6800, unit: "箱", currency: "CNY" }).zh).toBe("¥68 / 箱");
    expect(noteOf({ price: 0, unit: "", currency: "CNY" }).en).toBe("for nothing");
  });
  it("a post is called by its first line, a spoken one by what it is", () => {
    expect(titleOf({ kind: "sell", words: "土鸡蛋\n今早捡的" })).toBe("土鸡蛋");
    expect(titleOf({ kind: "lend", words: "" })).toMatchObject({ zh: "借用（听语音）" });
  });
  it("a kind has a shelf from five offers on, the fullest first", () => {
    expect(shelvesOf([...Array<string>(5).fill("sell"), ...Array<string>(4).fill("buy"), ...Array<string>(6).fill("lost")], 5)).toEqual([{ kind: "lost", count: 6 }, { kind: "sell", count: 5 }]);
  });
});
