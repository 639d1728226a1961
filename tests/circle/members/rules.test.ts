import { describe, expect, test } from "vitest";
import { agrees, enough, isAlone, isCadre, knowsByName, refusesWord, worksOn, type Asker, type Voucher } from "../../../functions/circle/members/rules.ts";

const asker = (person: string, holds: string[] = [], household: string | null = null): Asker => ({ person, holds, member: { household, group: "3" } });
const word = (person: string, household: string | null, office = false): Voucher => ({ person, household, office });

describe("giving one's word", () => {
  test("nobody vouches for themselves", () => expect(refusesWord({ person: "a", vouchers: [] }, asker("a"))).toBe("own-vouching"));
  test("nobody vouches twice", () => expect(refusesWord({ person: "a", vouchers: [word("b", "h1")] }, asker("b", [], "h1"))).toBe("already-vouched"));
  test("two of one household are one neighbour", () => expect(refusesWord({ person: "a", vouchers: [word("b", "h1")] }, asker("c", [], "h1"))).toBe("one-per-household"));
  test("two neighbours of two houses are enough, one is not", () => {
    expect(enough([word("b", "h1")])).toBe(false);
    expect(enough([word("b", "h1"), word("c", "h2")])).toBe(true);
  });
  test("one cadre is enough", () => expect(enough([word("b", "h1", true)])).toBe(true));
  test("a cadre who verifies on the own word alone is marked so", () => {
    expect(isAlone([word("b", null, true)], "b")).toBe(true);
    expect(isAlone([word("b", null, true), word("c", "h2")], "b")).toBe(false);
    expect(isAlone([word("c", "h2"), word("d", "h3")], "b")).toBe(false);
  });
});

describe("the roll of members", () => {
  test("a group's leader is a cadre of the own group", () => {
    expect(isCadre(asker("b", ["office:group-leader"]))).toBe(true);
    expect(worksOn(asker("b", ["office:group-leader"]), "4")).toBe(false);
    expect(knowsByName(asker("b", ["office:committee"]), "3")).toBe(false);
  });
  test("a member's row that says what the household says is left alone", () => {
    const facts = { name: "李秀英", household: "h", group: "3", bornIn: 1938, sleepsHere: true, head: true, vulnerable: ["deaf"] };
    expect(agrees({ ...facts }, facts)).toBe(true);
    expect(agrees({ ...facts, vulnerable: [] }, facts)).toBe(false);
  });
});
