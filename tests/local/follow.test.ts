import { afterAll, beforeAll, expect, test } from "vitest";
import { handler } from "../../functions/platform/sign-in/handlers.ts";
import { freshNumber, onRoll, SIGN_IN } from "../platform/sign-in/signing.ts";
import { openStack, type TestStack } from "../core/stack.ts";

/** A queue nobody posted to is asked once in five seconds; one that is posted to wakes at once. */
const WELL_BELOW = 2_500;
let stack: TestStack;
let village: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  stack = await openStack([handler]);
  village = await stack.village();
  stop = stack.follow();
});
afterAll(async () => { await stop(); await stack.stop(); });

test("a villager's code comes at once, though the county's queues were long asleep", async () => {
  for (let nth = 0; nth < 3; nth++) {
    const phone = freshNumber();
    await onRoll(stack, village, phone);
    await stack.guest().call(SIGN_IN, "ask", { body: { phone } });
    const asked = performance.now();
    await expect.poll(() => stack.phones.to(phone).length, { timeout: 10_000, interval: 20 }).toBe(1);
    expect(performance.now() - asked).toBeLessThan(WELL_BELOW);
  }
});
