import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/sign-in/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { freshNumber, onRoll, SIGN_IN } from "./signing.ts";

let poor: TestStack;
beforeAll(async () => {
  poor = await openStack([handler], { facts: { messaging: { adapter: "phones", partsPerSecond: 500, partPrice: 5, codesPerDay: 1 } } });
});
afterAll(() => poor.stop());

describe("the region's daily budget for codes", () => {
  it("once spent answers 429 to everybody, known or not, and is seen by an alarm", async () => {
    const [village] = [await poor.village(), await poor.village()];
    const [first, second] = [freshNumber(), freshNumber()];
    await onRoll(poor, village, first);
    await onRoll(poor, village, second);
    expect((await poor.guest().call(SIGN_IN, "ask", { body: { phone: first } })).status).toBe(200);
    const answers = await Promise.all([second, freshNumber()].map((phone) => poor.guest().call(SIGN_IN, "ask", { body: { phone } })));
    expect(answers.map((each) => [each.status, each.body.type])).toEqual([[429, "codes-spent"], [429, "codes-spent"]]);
    expect(poor.logs.some((line) => line.includes('"Refused":1') && line.includes("codes-spent"))).toBe(true);
  });
});
