import { describe, expect, it } from "vitest";
import { judgeCode, mayAsk, readRefresh, restLeft, sameText, withDevice, withoutDevice, type Counted } from "../../../functions/platform/sign-in/rules.ts";
import { secretText, sixFigures } from "../../../functions/platform/sign-in/random.ts";

const now = new Date("2026-06-01T08:00:00.000Z");
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();
const number = (parts: Partial<Counted>): Counted => ({ asks: [], wrong: 0, restUntil: null, code: null, ...parts });

describe("a number that asks for codes", () => {
  it("may ask three times in ten minutes, and the fourth is told how long to wait", () => {
    const asks = [ago(540_000), ago(300_000), ago(60_000)];
    expect(mayAsk(number({ asks: asks.slice(1) }), now)).toEqual({ asks: [...asks.slice(1), now.toISOString()] });
    expect(mayAsk(number({ asks }), now)).toEqual({ wait: 60 });
  });
  it("is forgiven what is older than ten minutes", () => {
    expect(mayAsk(number({ asks: [ago(600_000), ago(700_000), ago(800_000)] }), now)).toEqual({ asks: [now.toISOString()] });
  });
  it("rests until its time has come, not a second longer", () => {
    expect(restLeft(number({ restUntil: new Date(now.getTime() + 900).toISOString() }), now)).toBe(1);
    expect(restLeft(number({ restUntil: now.toISOString() }), now)).toBe(0);
    expect(restLeft(null, now)).toBe(0);
  });
});

describe("a code", () => {
  const code = { hash: "the-hash", until: new Date(now.getTime() + 1).toISOString() };
  it("is right while it lives and old from the instant it ends", () => {
    expect(judgeCode(number({ code }), "the-hash", now)).toEqual({ is: "right" });
    expect(judgeCode(number({ code: { ...code, until: now.toISOString() } }), "the-hash", now)).toEqual({ is: "old" });
  });
  it("counts down its wrong guesses and rests fifteen minutes at the fifth", () => {
    expect(judgeCode(number({ code }), "another", now)).toEqual({ is: "wrong", left: 4, restUntil: null });
    expect(judgeCode(number({ code, wrong: 4 }), "another", now)).toEqual({ is: "wrong", left: 0, restUntil: "2026-06-01T08:15:00.000Z" });
  });
  it("is wrong where there is none, even against an empty guess", () => {
    expect(judgeCode(number({}), "", now).is).toBe("wrong");
    expect(judgeCode(null, "", now).is).toBe("wrong");
  });
  it("is six figures, all of them drawn alike", () => {
    const codes = Array.from({ length: 300 }, sixFigures);
    expect(codes.every((each) => /^\d{6}$/.test(each))).toBe(true);
    expect(new Set(codes.map((each) => each[0])).size).toBe(10);
  });
});

describe("secrets", () => {
  it("are the same only if every letter is", () => {
    expect([sameText("abc", "abc"), sameText("abc", "abd"), sameText("abc", "abcd"), sameText("", "")]).toEqual([true, false, false, true]);
  });
  it("of a refresh token hold 256 bits, and only its own shape is read", () => {
    const token = `${secretText(16)}.${secretText(32)}`;
    expect(readRefresh(token)?.secret).toHaveLength(43);
    expect([readRefresh(null), readRefresh("x.y"), readRefresh(`${token}.z`), readRefresh("__proto__.")]).toEqual([null, null, null, null]);
  });
});

describe("a person's phones", () => {
  it("are remembered up to twenty; the one let in longest ago falls out", () => {
    let devices = {};
    for (let i = 0; i < 21; i++) devices = withDevice(devices, `phone-${i}`, { since: new Date(i * 1000).toISOString(), family: `f${i}`, label: "" });
    expect(Object.keys(devices)).toHaveLength(20);
    expect(devices).not.toHaveProperty("phone-0");
    expect(withoutDevice(devices, "phone-20")).not.toHaveProperty("phone-20");
  });
});
