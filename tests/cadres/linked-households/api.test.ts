import { afterAll, beforeAll, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as vulnerable } from "../../../functions/alerts/vulnerable/handlers.ts";
import { handler as linked } from "../../../functions/cadres/linked-households/handlers.ts";
import { lookedAfterBy } from "../../../functions/cadres/linked-households/reads.ts";
import { openTable } from "../../../functions/core/table.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const F = "cadres/linked-households";
type Someone = { id: string; as: As };
let stack: TestStack;
let village: string, other: string;
let branch: Someone, member: Someone, second: Someone, daughter: Someone, stranger: Someone;
const house = () => idsOf(village, "12", "李秀英").household;
const at = (route: string, who: Someone, given: object = {}) => who.as.call(F, route, { village, ...given });
const after = () => lookedAfterBy(openTable({ at: "village", id: village }, "test"), house(), stack.now());
const propose = (person: string) => at("propose", branch, { body: { household: house(), person } });

beforeAll(async () => {
  stack = await openStack([households, vulnerable, linked]);
  stack.at("2026-07-01T02:00:00.000Z");
  village = await stack.village(undefined, { settings: { [`${F}.most`]: 1 } });
  other = await stack.village();
  await importRoll(stack, village, [{ house: "12", name: "李秀英", group: "3", bornIn: 1938 }, { house: "7", name: "王小明", group: "3", bornIn: 1990 }]);
  await importRoll(stack, other, [{ house: "1", name: "赵四" }]);
  branch = await stack.person({ village, name: "支部", offices: ["office:party-branch"] });
  member = await stack.person({ village, name: "党员甲" });
  second = await stack.person({ village, name: "党员乙" });
  daughter = await stack.person({ village, name: "李小妹", member: { household: house() } });
  stranger = await stack.person({ village: other, offices: ["office:secretary"], member: { household: idsOf(other, "1", "赵四").household } });
});
afterAll(() => stack.stop());

test("the branch asks, the member says yes, and the household sees who", async () => {
  expect((await at("propose", member, { body: { household: house(), person: second.id } })).status).toBe(403);
  expect((await stranger.as.call(F, "propose", { village, body: { household: house(), person: second.id } })).status).toBe(404);
  expect((await at("propose", branch, { body: { household: idsOf(other, "1", "赵四").household, person: member.id } })).body).toMatchObject({ status: 422, field: "household" });
  expect((await propose(stranger.id)).body).toMatchObject({ status: 422, field: "person" });
  expect((await propose(daughter.id)).body.type).toBe("own-household");
  const asked = await propose(member.id);
  expect(asked.body).toMatchObject({ link: null, next: { name: "党员甲", state: "proposed" } });
  expect((await propose(second.id)).body.type).toBe("already-proposed");
  const params = { id: asked.body.next.id };
  expect((await at("accept", second, { params, body: {} })).status).toBe(404);
  expect((await at("accept", branch, { params, body: {} })).body.type).toBe("witness-needed");
  expect((await at("mine", daughter)).body.own).toBe(null);
  expect((await at("accept", member, { params, body: {} })).body.state).toBe("accepted");
  expect((await at("mine", daughter)).body).toMatchObject({ least: 3, most: 1, own: { link: { name: "党员甲" }, near: true }, after: [] });
  expect((await at("mine", member)).body.after).toMatchObject([{ no: "12", head: "李秀英" }]);
  expect(await after()).toMatchObject({ name: "党员甲", near: true });
});
test("nobody is asked beyond the village's most", async () => {
  const seven = idsOf(village, "7", "王小明").household;
  expect((await at("propose", branch, { body: { household: seven, person: member.id } })).body.type).toBe("enough-households");
});
test("the wall has doors and names; no reason, no absence, nobody of the household", async () => {
  await member.as.call("alerts/vulnerable", "away", { village, body: { until: "2026-07-09" } });
  const { body, text } = await at("wall", second);
  expect(body.items).toContainEqual({ no: "12", group: "3", name: "党员甲", mine: false });
  expect(text).not.toMatch(/near|李秀英|2026-07-09/);
  expect((await stack.visitor.call(F, "wall", { village })).status).toBe(401);
});
test("a member away: no one near, and the household stands among those to be covered", async () => {
  expect((await at("mine", daughter)).body.own.near).toBe(false);
  expect(await after()).toMatchObject({ near: false });
  const board = await at("board", branch, { query: { show: "uncovered" } });
  expect(board.body.items.map((each: { no: string }) => each.no)).toEqual(expect.arrayContaining(["12", "7"]));
  expect((await propose(member.id)).body.type).toBe("already-theirs");
  await member.as.call("alerts/vulnerable", "away", { village, body: { until: null } });
  expect((await at("board", branch, { query: { show: "uncovered" } })).body.items.map((each: { no: string }) => each.no)).toEqual(["7"]);
});
test("the household asks for another person; the one before stays until the new one has said yes, then has handed over", async () => {
  const first = (await at("mine", daughter)).body.own.link.id;
  expect((await at("ask", second, { params: { id: first }, body: {} })).status).toBe(403);
  expect((await at("ask", daughter, { params: { id: first }, body: { wish: "想要个近一点的" } })).body.state).toBe("asked");
  expect((await at("board", branch, { query: { show: "uncovered" } })).body.items.find((each: { no: string }) => each.no === "12")).toMatchObject({ link: { wish: "想要个近一点的" }, near: true });
  const asked = await propose(second.id);
  expect(await after()).toMatchObject({ name: "党员甲" });
  await at("accept", branch, { params: { id: asked.body.next.id }, body: { witness: "刘组长" } });
  expect(await after()).toMatchObject({ name: "党员乙" });
  const old = (await stack.rows(`V#${village}`, `LINKED#${first}`))[0];
  expect(old).toMatchObject({ state: "handed-over" });
  expect((await at("mine", member)).body.after).toEqual([]);
  expect((await at("people", branch, { query: { name: "党员甲" } })).body.items).toMatchObject([{ households: 0, near: true }]);
});
test("who does not answer is asked no longer", async () => {
  const seven = idsOf(village, "7", "王小明").household;
  await at("propose", branch, { body: { household: seven, person: member.id } });
  await stack.later(15 * 86_400_000);
  expect((await at("forHouse", branch, { params: { household: seven } })).body).toMatchObject({ link: null, next: null });
});
