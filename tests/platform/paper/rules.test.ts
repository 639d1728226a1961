import { describe, expect, it } from "vitest";
import { editionOf, shown, verdictOf, withEdition } from "../../../functions/platform/paper/rules.ts";
import { tidy } from "../../../web/platform/paper/code.ts";

const NONE = { before: 0, fingerprints: [] };

describe("a sheet on the wall", () => {
  it.each([
    ["the same words stand", "A", { fingerprint: "A", stands: "stands" }, "current"], ["the words were changed", "A", { fingerprint: "B", stands: "stands" }, "older"],
    ["it was withdrawn, though not a word was changed", "A", { fingerprint: "A", stands: "withdrawn" }, "withdrawn"], ["its time is over", "A", { fingerprint: "A", stands: "over" }, "over"], ["the thing is gone", "A", null, "withdrawn"],
  ] as const)("%s", (_, printed, now, verdict) => expect(verdictOf(printed, now)).toBe(verdict));
  it("counts editions by what was printed, and gives an old text its old number back", () => {
    const two = withEdition(withEdition(NONE, "A"), "B");
    expect([editionOf(NONE, "A"), editionOf(two, "A"), editionOf(two, "B"), editionOf(two, "C")]).toEqual([1, 1, 2, 3]);
    expect(withEdition(two, "A")).toEqual(two);
  });
  it("goes on counting when the oldest editions are no longer named", () => {
    const many = Array.from({ length: 60 }, (_, n) => `F${n}`).reduce(withEdition, NONE as { before: number; fingerprints: string[] });
    expect([many.before, many.fingerprints.length, editionOf(many, "F59"), editionOf(many, "new")]).toEqual([20, 40, 60, 61]);
  });
  it("has a fingerprint that can be read aloud, and a code that forgives how it is typed", () => {
    expect(shown("ABCDEFGHJKMNPQRS")).toBe("ABCD EFGH JKMN");
    expect([tidy(" ab1o-il2k "), tidy("AB10 112K 99")]).toEqual(["AB10112K", "AB10112K"]);
  });
});
