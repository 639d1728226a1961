import { expect, test } from "vitest";
import { isUncovered, refusedFor, seesLink } from "../../../functions/cadres/linked-households/rules.ts";

const proposal = { ownHousehold: false, near: true, households: 2, most: 10, now: null, person: "p" };
test("nobody is asked for the own household, twice, when away, or beyond what one person can look after", () => {
  expect(refusedFor(proposal)).toBe(null);
  expect(refusedFor({ ...proposal, ownHousehold: true })).toBe("own-household");
  expect(refusedFor({ ...proposal, now: { person: "q", next: "l" } })).toBe("already-proposed");
  expect(refusedFor({ ...proposal, now: { person: "p", next: null } })).toBe("already-theirs");
  expect(refusedFor({ ...proposal, near: false })).toBe("not-near");
  expect(refusedFor({ ...proposal, households: 10 })).toBe("enough-households");
});
test("a household with nobody, nobody near, or a wish for another must be covered", () => {
  expect([isUncovered({ link: null, near: false }), isUncovered({ link: { state: "accepted" }, near: false }), isUncovered({ link: { state: "asked" }, near: true }), isUncovered({ link: { state: "accepted" }, near: true })]).toEqual([true, true, true, false]);
});
test("a link is known to the two sides and the editors, to nobody else", () => {
  const link = { person: "p", household: "h" };
  const asker = (person: string, household: string | null, holds: string[] = []) => ({ person, holds, member: { household } });
  expect([asker("p", null), asker("x", "h"), asker("x", null, ["office:party-branch"])].map((each) => seesLink(link, each))).toEqual([true, true, true]);
  expect([asker("x", "other"), asker("x", null, ["office:grid-worker"])].map((each) => seesLink(link, each))).toEqual([false, false]);
});
