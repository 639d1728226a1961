import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { afterAnswer, lotOrder, lotSeed, lotStands, openLot, stillAsked } from "../../functions/core/lot.ts";

const PEOPLE = ["A", "B", "C", "D", "E"].map((letter) => letter.padEnd(26, "0"));
const NOW = new Date("2026-07-01T02:00:00.000Z");
const UNTIL = new Date("2026-07-02T02:00:00.000Z");
const chain = { link: 7, seed: lotSeed("01JMATTER", "the hash of link 7") };
const lot = () => openLot(PEOPLE, chain, 2, UNTIL)!;

describe("two villagers drawn by lot", () => {
  test("are the same whoever draws again, with nothing but SHA-256", () => {
    const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
    const seed = sha("01JMATTER|the hash of link 7");
    const again = [...PEOPLE].sort((a, b) => (sha(`${seed}|${a}`) < sha(`${seed}|${b}`) ? -1 : 1)).slice(0, 2);
    expect(lot().drawn.map(({ person }) => person)).toEqual(again);
    expect(lotOrder([...PEOPLE].reverse(), seed)).toEqual(lotOrder(PEOPLE, seed));
  });
  test("are others for another matter or another link", () => {
    const orders = Array.from({ length: 20 }, (_, i) => lotOrder(PEOPLE, lotSeed(`matter ${i}`, "h"))[0]);
    expect(new Set(orders).size).toBeGreaterThan(2);
  });
  test("who joins the village meanwhile moves nobody else", () => {
    expect(lotOrder([...PEOPLE, "F".padEnd(26, "0")], chain.seed).filter((each) => PEOPLE.includes(each))).toEqual(lotOrder(PEOPLE, chain.seed));
  });
  test("who would rather not is followed by the next, each asked once; two who agree are enough", () => {
    const [first, second, third] = lotOrder(PEOPLE, chain.seed) as [string, string, string];
    const declined = afterAnswer(lot(), first, "not-me", PEOPLE, NOW)!;
    expect(stillAsked(declined)).toEqual([second, third]);
    expect(afterAnswer(declined, first, "agree", PEOPLE, NOW)).toBe(null);
    expect(afterAnswer(declined, PEOPLE.find((each) => ![first, second, third].includes(each))!, "agree", PEOPLE, NOW)).toBe(null);
    const one = afterAnswer(declined, second, "agree", PEOPLE, NOW)!;
    expect(lotStands(one, NOW)).toBe("waits");
    expect(lotStands(afterAnswer(one, third, "agree", PEOPLE, NOW)!, NOW)).toBe("agreed");
  });
  test("one against stops it, whatever the other says", () => {
    const [first, second] = lotOrder(PEOPLE, chain.seed) as [string, string];
    expect(lotStands(afterAnswer(afterAnswer(lot(), first, "agree", PEOPLE, NOW)!, second, "against", PEOPLE, NOW)!, NOW)).toBe("against");
  });
  test("nobody left to ask, or nobody answered in time: it passes for lack of others; with nobody to draw there is no lot", () => {
    const two = PEOPLE.slice(0, 2);
    const small = openLot(two, chain, 2, UNTIL)!;
    expect(lotStands(two.reduce((at, person) => afterAnswer(at, person, "not-me", two, NOW)!, small), NOW)).toBe("lack");
    expect([lotStands(small, NOW), lotStands(small, UNTIL)]).toEqual(["waits", "lack"]);
    expect(openLot([], chain, 2, UNTIL)).toBe(null);
  });
});
