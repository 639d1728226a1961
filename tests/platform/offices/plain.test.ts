import { afterAll, beforeAll, expect, it } from "vitest";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as desk } from "../../../functions/platform/desk/handlers.ts";
import { handler } from "../../../functions/platform/offices/handlers.ts";
import { handler as signIn } from "../../../functions/platform/sign-in/handlers.ts";
import { facts } from "../../../infra/regions/sample-plain.ts";
import { unplain } from "../../core/plain-words.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const OFFICES = "platform/offices";
let stack: TestStack;
beforeAll(async () => { stack = await openStack([handler, signIn, desk, notices], { facts }); });
afterAll(() => stack.stop());

it("a plain village has a head and a council, no Party post, and is told so in its own words", async () => {
  const village = await stack.village();
  const head = await stack.person({ village, name: "Amara", offices: ["office:secretary"] });
  const neighbour = await stack.person({ village, name: "Bao" });
  const list = (await stack.visitor.call(OFFICES, "list", { village, open: true })).body.offices as { office: string; titles: { zh: string; en: string } }[];
  expect(list.find(({ office }) => office === "secretary")).toMatchObject({ titles: { zh: "村长", en: "Village head" } });
  expect(list.flatMap(({ titles }) => unplain(`${titles.zh} ${titles.en}`))).toEqual([]);
  expect((await head.as.call(OFFICES, "give", { village, params: { office: "party-branch" }, body: { person: neighbour.id } })).status).toBe(404);
  expect((await head.as.call(OFFICES, "end", { village, params: { office: "secretary" }, body: { person: head.id, reason: "x" } })).body).toMatchObject({ type: "last-secretary", title: "This is the last village head: first find who follows" });
  await head.as.call("affairs/notices", "draft", { village, body: { kind: "plain", title: "Water", text: "x" } });
  const lines = (await head.as.call("platform/desk", "list", { village })).body.items;
  expect(lines).toMatchObject([{ text: { en: "Notice “Water” waits to go out" } }]);
  const event = await stack.visitor.call(OFFICES, "list", { village: "431228103999", open: true });
  expect([event.status, unplain(event.body.title)]).toEqual([404, []]);
});
