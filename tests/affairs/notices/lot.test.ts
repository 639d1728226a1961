import { afterAll, beforeAll, expect, it } from "vitest";
import { handler } from "../../../functions/affairs/notices/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const F = "affairs/notices";
type Someone = { id: string; as: As };
let stack: TestStack;
let village = "";
let secretary: Someone;
let people: Someone[];

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-05-01T01:00:00.000Z");
  village = await stack.village();
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  people = [];
  for (let i = 0; i < 3; i++) people.push(await stack.person({ village, name: `村民${i}` }));
  await stack.person({ village, name: "小孩", member: { bornIn: 2015 } });
});
afterAll(() => stack.stop());

const act = (who: Someone, route: string, id: string, body: object = {}) => who.as.call(F, route, { village, params: { id }, body });
const mustRead = { kind: "must-read", title: "周六打疫苗", text: "九点到村部。", audience: { to: "village" }, until: "2026-05-09T10:00:00.000Z" };
/** Written and put up by the only one who could: the lot falls. */
const putUp = async (): Promise<{ id: string; drawn: Someone[] }> => {
  const { id } = (await secretary.as.call(F, "draft", { village, body: mustRead })).body;
  expect((await act(secretary, "publish", id)).body.state).toBe("draft");
  const event = (await stack.rows(`V#${village}`, "EVENT#")).find((each) => each["name"] === `${F}/lot-drawn` && (each["data"] as { notice: string }).notice === id)!;
  const { drawn } = event["data"] as { drawn: string[] };
  return { id, drawn: drawn.map((person) => people.find((each) => each.id === person)!) };
};

it("nobody else holds an office: two grown villagers are drawn, and with their yes it is public, marked as theirs", async () => {
  const { id, drawn } = await putUp();
  expect(drawn.every(Boolean)).toBe(true);
  expect(drawn).toHaveLength(2);
  expect((await act(secretary, "publish", id)).body.type).toBe("lot-waits");
  const third = people.find((each) => !drawn.includes(each))!;
  expect((await act(third, "agree", id)).status).toBe(404);
  expect((await third.as.call(F, "drawn", { village })).body.items).toEqual([]);
  expect((await drawn[0]!.as.call(F, "drawn", { village })).body.items).toMatchObject([{ id, title: "周六打疫苗" }]);
  expect((await act(drawn[0]!, "agree", id)).body.state).toBe("draft");
  expect((await act(drawn[0]!, "agree", id)).status).toBe(404);
  expect((await act(drawn[1]!, "agree", id)).body).toMatchObject({ state: "published", alone: false, byLot: true });
  expect((await drawn[1]!.as.call(F, "drawn", { village })).body.items).toEqual([]);
});
it("who would rather not is followed by the next; one against sends it back with the reason", async () => {
  const { id, drawn } = await putUp();
  await act(drawn[0]!, "not-me", id);
  const next = people.find((each) => !drawn.includes(each))!;
  expect((await act(next, "against", id, { reason: "日子写错了" })).body).toMatchObject({ state: "draft", reason: "日子写错了" });
  expect((await drawn[1]!.as.call(F, "drawn", { village })).body.items).toEqual([]);
});
it("nobody answers in time: it passes by one, and says so", async () => {
  const { id } = await putUp();
  await stack.later(25 * 3_600_000);
  expect((await stack.visitor.call(F, "one", { village, params: { id }, open: true })).body).toMatchObject({ state: "published", alone: true, byLot: false });
});
