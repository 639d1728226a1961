import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/offices/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const OFFICES = "platform/offices";
let stack: TestStack;
let village: string;
beforeAll(async () => {
  stack = await openStack([handler], { facts: { profile: "plain-village" } });
  village = await stack.village();
  await stack.village();
});
afterAll(() => stack.stop());

describe("a village with one person to decide", () => {
  it("gives a post by one, for lack of others, and says so in public", async () => {
    const only = await stack.person({ village, offices: ["office:secretary"] });
    const nurse = await stack.person({ village, name: "赵医生" });
    const answer = await only.as.call(OFFICES, "give", { village, params: { office: "health-worker" }, body: { person: nurse.id } });
    expect(answer.body).toMatchObject({ state: "given", alone: true });
    const shown = await stack.visitor.call(OFFICES, "list", { village });
    expect(shown.body.offices.find((each: { office: string }) => each.office === "health-worker").holders).toMatchObject([{ name: "赵医生", alone: true }]);
    expect((await stack.rows(`V#${village}`, "EVENT#"))[0]).toMatchObject({ name: `${OFFICES}/given`, data: { alone: true }, public: true });
  });
  it("of the plain profile has no Party posts to give", async () => {
    const only = await stack.person({ village, offices: ["office:secretary"] });
    expect((await only.as.call(OFFICES, "give", { village, params: { office: "party-branch" }, body: { person: only.id } })).status).toBe(404);
  });
});
