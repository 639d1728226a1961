import { afterAll, beforeAll, expect, test } from "vitest";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { handler as villages } from "../../../functions/platform/villages/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

let stack: TestStack;
beforeAll(async () => { stack = await openStack([villages, households, members, contacts]); });
afterAll(() => stack.stop());

const CSV = "门牌,小组,姓名,户主,出生年,手机,在家住,需要照顾\n12,3,李秀英,是,1938,,是,卧床\n12,3,张大山,,1965,13812348000,否,\n7,1,王小明,是,1990,13912348001,是,\n";

test("a village's list becomes households, members and contact books; sent again it changes none of them", async () => {
  const village = await stack.village();
  const other = await stack.village();
  const secretary = await stack.person({ village, offices: ["office:secretary"] });
  const kept = async () => (await Promise.all(["HH#", "CONTACT#", "MEMBER#"].map((prefix) => stack.rows(`V#${village}`, prefix)))).flat()
    .map(({ roll: _, version: __, people, ...row }) => ({ ...row, people: (people as { name: string; roll: string }[] | undefined)?.map(({ roll: ___, ...each }) => each) }));
  expect((await secretary.as.call("platform/villages", "importRoll", { village, body: { csv: CSV } })).status).toBe(200);
  await stack.settle();
  const before = await kept();
  const list = await secretary.as.call("affairs/households", "list", { village });
  expect(list.body.items.map((each: { no: string; people: number; sleeping: number }) => [each.no, each.people, each.sleeping]).sort()).toEqual([["12", 2, 1], ["7", 1, 1]]);
  expect((await secretary.as.call("circle/members", "list", { village })).body.items).toHaveLength(4);
  const book = await secretary.as.call("alerts/contacts", "forHousehold", { village, params: { household: list.body.items.find((each: { no: string }) => each.no === "12").id } });
  expect(book.body.entries).toEqual([expect.objectContaining({ name: "张大山", phone: "138****8000" })]);
  await secretary.as.call("platform/villages", "importRoll", { village, body: { csv: `${CSV}\n` } });
  await stack.settle();
  await stack.replay();
  await stack.settle();
  expect(await kept()).toEqual(before);
  expect(await stack.rows(`V#${other}`, "HH#")).toEqual([]);
});
