import { afterAll, beforeAll, expect, it } from "vitest";
import { handler } from "../../../functions/affairs/notices/handlers.ts";
import { handler as home } from "../../../functions/affairs/village-home/handlers.ts";
import { handler as replies } from "../../../functions/circle/replies/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const F = "affairs/notices";
let stack: TestStack;
let [a, b] = ["", ""];
beforeAll(async () => { stack = await openStack([handler, home, replies]); [a, b] = [await stack.village(), await stack.village()]; });
afterAll(() => stack.stop());

it("villagers talk below a notice for all until it is withdrawn; it stands on the home once, and one for a group is nobody else's to talk about", async () => {
  const [chen, villager, stranger] = [await stack.person({ village: a, offices: ["office:secretary"] }), await stack.person({ village: a }), await stack.person({ village: b })];
  const publish = async (body: object): Promise<string> => {
    const { id } = (await chen.as.call(F, "draft", { village: a, body: { kind: "plain", title: "明天停水", text: "修水管", ...body } })).body;
    expect((await chen.as.call(F, "publish", { village: a, params: { id }, body: {} })).body.state).toBe("published");
    return id;
  };
  const say = async (as: typeof chen.as, thing: string) => (await as.call("circle/replies", "say", { village: a, params: { thing }, body: { words: "几点来水？" } })).status;
  const [all, group] = [await publish({}), await publish({ audience: { to: "groups", groups: ["9"] } })];
  await stack.settle();
  const today = (await stack.guest().call("affairs/village-home", "home", { village: a, open: true })).body.today;
  expect(today.map((each: { kind: string; id: string }) => [each.kind, each.id])).toEqual([["notice", all]]);
  expect([await say(villager.as, all), await say(villager.as, group), await say(stranger.as, all)]).toEqual([200, 404, 200]);
  await chen.as.call(F, "withdraw", { village: a, params: { id: all }, body: { reason: "改天" } });
  expect(await say(villager.as, all)).toBe(409);
});
