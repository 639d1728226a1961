import { expect, test } from "vitest";
import { guessWindow, holdsNow, isDouble, lettersOf, maybeCode, tidyCode } from "../../../functions/affairs/door-codes/rules.ts";
import { LETTERS } from "../../../shared/affairs/door-codes/door.ts";

test("a code is eight letters nobody misreads, each as likely as the next", () => {
  expect(lettersOf(Uint8Array.from([0, 29, 30, 239, 1, 2, 3, 4, 5]))).toBe("2z2z3456");
  // 240 to 255 would favour the first sixteen letters: they are passed over.
  expect(lettersOf(Uint8Array.from([240, 255, 0]))).toBe("2");
  expect(LETTERS).not.toMatch(/[01ilou]/);
});
test("capitals, spaces and dashes of a typed code do not matter; what cannot be a code is not looked for", () => {
  expect(tidyCode(" ABCD-2345 ")).toBe("abcd2345");
  expect(["abcd2345", "abcd234", "abcd2340", "#V..abcd"].map(maybeCode)).toEqual([true, false, false, false]);
});
test("a code holds while it is its plate's newest and not reported lost", () => {
  expect(holdsNow({ serial: 2, state: "active" }, 2)).toBe(true);
  expect(holdsNow({ serial: 2, state: "active" }, 1)).toBe(false);
  expect(holdsNow({ serial: 2, state: "reported-lost" }, 2)).toBe(false);
  expect(holdsNow(null, 1)).toBe(false);
});
test("guesses are counted in windows of ten minutes", () => {
  expect(guessWindow(new Date("2026-05-01T00:09:00Z")).retryAfter).toBe(60);
});
test("the same said twice of a house within two minutes is one report; help after 'they left' is another", () => {
  const first = { house: "a", fact: "left", warning: "w", at: "2026-05-01T00:00:00.000Z" };
  const at = (text: string) => new Date(`2026-05-01T00:${text}Z`);
  expect(isDouble([first], first, at("01:59"))).toBe(true);
  expect(isDouble([first], first, at("02:01"))).toBe(false);
  expect(isDouble([first], { ...first, fact: "help" }, at("00:10"))).toBe(false);
});
