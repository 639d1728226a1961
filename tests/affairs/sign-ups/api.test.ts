import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/affairs/sign-ups/handlers.ts";
import { waitingOn } from "../../../functions/affairs/sign-ups/rules.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const S = "affairs/sign-ups";
let stack: TestStack;
let [a, b] = ["", ""];
let keeper: { id: string; as: As };
let villager: { id: string; as: As };
let stranger: { id: string; as: As };
const open = (body: object = {}) => keeper.as.call(S, "open", { village: a, body: { title: "谁家订鸡苗", unit: "只", ...body } });
const act = (as: As, route: string, id: string, body: object = {}) => as.call(S, route, { village: a, params: { id }, body });
const tells = async (key: string) => (await stack.rows(`V#${a}`, "TELL#")).filter((each) => each["key"] === key).map((each) => [each["who"], (each["text"] as { zh: string }).zh]);

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-03-01T02:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  keeper = await stack.person({ village: a, name: "陈大姐" });
  villager = await stack.person({ village: a, name: "王婶" });
  stranger = await stack.person({ village: b });
});
afterAll(() => stack.stop());

describe("who wants chicks", () => {
  it("is answered by a name, a number and a note; a helper writes down who has no phone", async () => {
    const { body } = await open();
    await act(villager.as, "join", body.id, { count: 20, note: "要母鸡" });
    const list = (await act(villager.as, "join", body.id, { name: "周爷爷", count: 5 })).body;
    expect(list).toMatchObject({ total: 25, lines: [{ name: "王婶", count: 20, note: "要母鸡", helper: null }, { name: "周爷爷", count: 5, helper: "王婶" }] });
    expect((await act(villager.as, "join", body.id, {})).body.type).toBe("on-it-already");
    expect((await act(keeper.as, "join", body.id, { name: "周爷爷" })).body.type).toBe("on-it-already");
    expect((await stack.rows(`V#${a}`, "OFFER#")).map((each) => [each["thing"], each["kind"]])).toContainEqual([body.id, "sign-up"]);
  });
  it("over the limit one waits, and gets a share as soon as somebody is taken off", async () => {
    const { body } = await open({ limit: 20 });
    const first = (await act(keeper.as, "join", body.id, { count: 15 })).body.lines[0].id;
    expect((await act(villager.as, "join", body.id, { count: 10 })).body).toMatchObject({ total: 15, waiting: 1, lines: [{ waiting: false }, { waiting: true }] });
    expect((await act(villager.as, "leave", body.id, { id: first })).body.type).toBe("not-yours");
    expect((await act(keeper.as, "leave", body.id, { id: first })).body).toMatchObject({ total: 10, waiting: 0 });
    expect(await tells("moved-up")).toEqual([[villager.id, "接龙“谁家订鸡苗”有您的份了。"]]);
  });
  it("closes when it is full, and by the clock; then no more names are taken", async () => {
    const full = (await open({ limit: 2, closesWhenFull: true })).body;
    expect((await act(villager.as, "join", full.id, { count: 2 })).body.state).toBe("closed");
    expect((await act(keeper.as, "join", full.id, {})).body).toMatchObject({ status: 409, state: "closed", steps: [] });
    const timed = (await open({ closesAt: "2026-03-02T02:00:00.000Z" })).body;
    await act(villager.as, "join", timed.id, {});
    await stack.later(25 * 3_600_000);
    expect((await act(keeper.as, "join", timed.id, {})).body).toMatchObject({ status: 409, state: "closed" });
    expect([await tells("full"), await tells("over")].flat().map(([, text]) => text)).toEqual(["接龙“谁家订鸡苗”满了，一共2。", "接龙“谁家订鸡苗”截止了，一共1。"]);
    expect((await open({ closesAt: "2026-03-01T02:00:00.000Z" })).body).toMatchObject({ type: "in-the-past", field: "closesAt" });
    expect((await open({ closesWhenFull: true })).body).toMatchObject({ status: 422, field: "limit" });
  });
  it("of one group alone does not exist for another, nor any list for another village", async () => {
    const { body } = await open({ groups: ["二组"] });
    const second = await stack.person({ village: a, name: "李二", member: { group: "二组" } });
    expect((await second.as.call(S, "one", { village: a, params: { id: body.id } })).status).toBe(200);
    expect((await villager.as.call(S, "one", { village: a, params: { id: body.id } })).status).toBe(404);
    expect((await act(villager.as, "join", body.id, {})).status).toBe(404);
    expect((await villager.as.call(S, "list", { village: a })).text).not.toContain(body.id);
    const all = (await open()).body;
    for (const village of [a, b]) expect((await stranger.as.call(S, "one", { village, params: { id: all.id } })).status).toBe(404);
    expect((await act(villager.as, "close", all.id)).body.type).toBe("not-yours");
  });
});
it("a small wish behind a large one that waits still finds room", () => {
  expect([...waitingOn([{ id: "a", count: 8 }, { id: "b", count: 5 }, { id: "c", count: 2 }], 10)]).toEqual(["b"]);
  expect([...waitingOn([{ id: "a", count: 800 }], null)]).toEqual([]);
});
