import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/guestbook/handlers.ts";
import { greetingsHeld, latestGreeting, longestUnanswered } from "../../../functions/circle/guestbook/reads.ts";
import { openTable } from "../../../functions/core/table.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const G = "circle/guestbook";
let stack: TestStack;
let [a, b, careful] = ["", "", ""];
beforeAll(async () => {
  stack = await openStack([handler]);
  [a, b, careful] = [await stack.village(), await stack.village(), await stack.village(undefined, { settings: { [`${G}.visitorsWords`]: "after a look" } })];
});
afterAll(() => stack.stop());
let address = 0;
const leave = async (words: string, village = a) => (await stack.guest(undefined, `10.7.0.${++address}`).call(G, "leave", { village, body: { words } })).body;

describe("what waits", () => {
  it("the home knows the newest greeting, who waits longest for an answer, and how many are held", async () => {
    const table = openTable({ at: "village", id: a }, "test");
    const [first, second] = [await leave("脐橙还有吗？"), await leave("路好走吗？")];
    await leave("www.x.com");
    expect([(await latestGreeting(table))?.id, (await longestUnanswered(table))?.greeting, await greetingsHeld(table, 9)]).toEqual([second.id, first.id, 1]);
    const villager = await stack.person({ village: a });
    await villager.as.call(G, "answer", { village: a, params: { id: first.id }, body: { words: "有" } });
    expect((await longestUnanswered(table))?.greeting).toBe(second.id);
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    await secretary.as.call(G, "remove", { village: a, params: { id: second.id }, body: { reason: "广告" } });
    expect([await longestUnanswered(table), (await latestGreeting(table))?.id]).toEqual([null, first.id]);
  });
  it("a village that looks first shows nothing at once", async () => {
    expect(await leave("你好", careful)).toMatchObject({ state: "held", heldFor: ["habit"] });
  });
  it("a phone without a number of its own sees nothing held of its neighbours", async () => {
    const [one, other] = [stack.guest("", "10.8.8.8"), stack.guest("", "10.8.8.8")];
    const { body } = await one.call(G, "leave", { village: a, body: { words: "打我电话 13800012345" } });
    expect(body.state).toBe("held");
    expect((await other.call(G, "mine", { village: a })).body.items).toEqual([]);
    expect((await other.call(G, "one", { village: a, params: { id: body.id } })).status).toBe(404);
  });
});

describe("an answer", () => {
  it("carries the office of who holds one, and no link", async () => {
    const { id } = await leave("桥通了吗？");
    const secretary = await stack.person({ village: a, name: "陈书记", offices: ["office:secretary"] });
    expect((await secretary.as.call(G, "answer", { village: a, params: { id }, body: { words: "看 www.x.com" } })).body).toMatchObject({ status: 422, type: "no-links", field: "words" });
    const answered = await secretary.as.call(G, "answer", { village: a, params: { id }, body: { words: "通了" } });
    expect(answered.body.answers[0]).toMatchObject({ office: "secretary", words: "通了" });
    expect(JSON.stringify(answered.body)).not.toContain(secretary.id);
  });
  it("may be spoken: the guest finds the voice, and neither words nor voice is no answer", async () => {
    const { id } = await leave("路好走吗？");
    const villager = await stack.person({ village: a });
    const answer = (body: object) => villager.as.call(G, "answer", { village: a, params: { id }, body });
    expect((await answer({})).body).toMatchObject({ status: 422, field: "words" });
    expect((await answer({ voice: "01KVACE0000000000000000000" })).body.answers[0]).toMatchObject({ words: "", voice: "01KVACE0000000000000000000" });
    expect((await stack.guest().call(G, "one", { village: a, params: { id }, open: true })).body.answers[0].voice).toBe("01KVACE0000000000000000000");
    expect((await stack.rows(`V#${a}`, "MEDIAUSE#")).map((each) => each["by"])).toEqual([`GUEST#${id}`]);
  });
  it("to a held greeting, or from another village, finds nothing", async () => {
    const { id } = await leave("加微信 orange2026");
    const [villager, ofB] = [await stack.person({ village: a }), await stack.person({ village: b })];
    expect((await villager.as.call(G, "answer", { village: a, params: { id }, body: { words: "好" } })).status).toBe(404);
    expect((await ofB.as.call(G, "answer", { village: b, params: { id }, body: { words: "好" } })).status).toBe(404);
  });
});
