import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { Title } from "../../shared/contract/text.ts";
import { check } from "../../web/core/form/check.ts";
import type { Rule } from "../../web/core/form/rules.ts";
import { shelvesOf } from "../../web/core/views/shelf-order.ts";

const schema = z.strictObject({ title: Title, people: z.number().int().min(1).max(50).optional(), kind: z.enum(["say", "ask"]), at: z.strictObject({ house: z.string().min(1) }).optional() });
const rule = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Rule;

describe("a form on the phone", () => {
  test("says nothing about a form that is right", () => expect(check(rule, { title: "桥边护栏松了", kind: "say" })).toEqual({}));
  test("names the field that was left empty", () => expect(check(rule, { title: "  ", kind: "say" })).toEqual({ title: "required" }));
  test("names a title that is too long by the letters people see", () => expect(check(rule, { title: "𠮷".repeat(61), kind: "say" })).toEqual({ title: "too_big" }));
  test("takes sixty rare letters, which are two units each", () => expect(check(rule, { title: "𠮷".repeat(60), kind: "say" })).toEqual({}));
  test("asks for whole people", () => expect(check(rule, { title: "x", kind: "say", people: 1.5 })).toEqual({ people: "invalid_type" }));
  test("refuses a kind that is not on the list", () => expect(check(rule, { title: "x", kind: "shout" })).toEqual({ kind: "invalid_value" }));
  test("looks inside what stands inside", () => expect(check(rule, { title: "x", kind: "say", at: { house: "" } })).toEqual({ "at.house": "required" }));
  test("never refuses what the server would take", () => fc.assert(fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: -5, max: 60 }), (title, people) => {
    const body = { title, people, kind: "say" };
    if (schema.safeParse(body).success) expect(check(rule, body)).toEqual({});
    else expect(true).toBe(true);
  })));
});

const place = (shelf: string, order: number) => ({ feature: `s/${shelf}${order}`, tab: "do", shelf, order, icon: "flag", label: shelf, search: "" });
describe("shelves", () => {
  test("stand in the village's order, and an empty one is absent", () => expect(shelvesOf([place("learn", 1), place("say", 2), place("say", 1)], "do").map(([name, all]) => [name, all.map(({ order }) => order)])).toEqual([["say", [1, 2]], ["learn", [1]]]));
  test("a shelf nobody thought of stands behind the others", () => expect(shelvesOf([place("new", 1), place("ask", 1)], "do").map(([name]) => name)).toEqual(["ask", "new"]));
  test("one shelf can be opened alone", () => expect(shelvesOf([place("say", 1), place("ask", 1)], "do", "ask").map(([name]) => name)).toEqual(["ask"]));
});
