import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/mutual-help/handlers.ts";
import { asksForLoan } from "../../../functions/circle/mutual-help/rules.ts";
import type { Json } from "../../core/json.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const M = "circle/mutual-help";
let stack: TestStack;
let [a, b] = ["", ""];
let old: { id: string; as: As };
let carpenter: { id: string; as: As };
let teacher: { id: string; as: As };
let stranger: { id: string; as: As };
const ask = (body: object = {}) => old.as.call(M, "ask", { village: a, body: { what: "抬个柜子", address: "大樟树旁第三家", when: "today", ...body } });
const act = (as: As, route: string, id: string, body: object = {}) => as.call(M, route, { village: a, params: { id }, body });
const one = async (as: As, id: string): Promise<Json> => (await as.call(M, "one", { village: a, params: { id } })).body;
const told = async (key: string) => (await stack.rows(`V#${a}`, "TELL#")).filter((each) => each["key"] === key).map((each) => each["who"]);

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-03-01T02:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  old = await stack.person({ village: a, name: "张奶奶" });
  carpenter = await stack.person({ village: a, name: "周木匠" });
  teacher = await stack.person({ village: a, name: "李老师" });
  stranger = await stack.person({ village: b });
});
afterAll(() => stack.stop());

describe("an old woman asks for a hand", () => {
  let id = "";
  it("neighbours offer, and nobody reads which house it is until she has accepted one of them", async () => {
    id = (await ask()).body.id;
    expect((await act(old.as, "offer", id, { words: "我自己" })).body.type).toBe("own-ask");
    await act(carpenter.as, "offer", id, { words: "下午三点来" });
    await act(teacher.as, "offer", id, { voice: "01JMEDA0000000000000000000" });
    expect((await act(teacher.as, "offer", id, { words: "再说一遍" })).body.type).toBe("offered-already");
    expect([(await one(carpenter.as, id)).address, (await one(teacher.as, id)).address, (await one(old.as, id)).address]).toEqual([null, null, "大樟树旁第三家"]);
    const offer = (await one(old.as, id)).offers[0].id;
    expect((await act(teacher.as, "accept", id, { offer })).body.type).toBe("not-yours");
    expect((await act(old.as, "accept", id, { offer })).body.state).toBe("agreed");
    expect([(await one(carpenter.as, id)).address, (await one(teacher.as, id)).address]).toEqual(["大樟树旁第三家", null]);
    expect((await teacher.as.call(M, "list", { village: a })).text).not.toContain("大樟树");
  });
  it("who cannot come says so: the house is hidden from them again and the other offer stands", async () => {
    expect((await act(teacher.as, "give-up", id)).body.type).toBe("not-yours");
    expect((await act(carpenter.as, "give-up", id)).body).toMatchObject({ state: "offered", address: null });
    expect(await told("given-up")).toEqual([old.id]);
    await act(old.as, "accept", id, { offer: (await one(old.as, id)).offers[0].id });
  });
  it("it is done, the hours are written down, and she says thank you", async () => {
    expect((await act(old.as, "thank", id, { words: "谢谢" })).body).toMatchObject({ status: 409, state: "agreed" });
    expect((await act(carpenter.as, "done", id, {})).body.type).toBe("not-yours");
    expect((await act(teacher.as, "done", id, { hours: 1.5 })).body).toMatchObject({ state: "done", hours: 1.5 });
    expect((await act(teacher.as, "thank", id, { words: "谢我自己" })).body.type).toBe("not-yours");
    expect((await act(old.as, "thank", id, { words: "多亏李老师" })).body).toMatchObject({ state: "thanked", thanks: "多亏李老师" });
    expect(await told("thanked")).toEqual([teacher.id]);
  });
  it("leaves the board when somebody is found for it, and comes down by itself after its days, and she is told", async () => {
    const offers = async () => (await stack.rows(`V#${a}`, "OFFER#")).map((each) => each["thing"]);
    expect(await offers()).not.toContain(id);
    const next = (await ask()).body.id;
    expect(await offers()).toContain(next);
    await stack.later(15 * 86_400_000);
    expect([await offers(), await told("lapsed")]).toEqual([[], [old.id]]);
    expect((await carpenter.as.call(M, "one", { village: a, params: { id: next } })).status).toBe(404);
  });
  it("another village neither reads nor helps", async () => {
    const { id: open } = (await ask()).body;
    for (const village of [a, b]) expect((await stranger.as.call(M, "one", { village, params: { id: open } })).status).toBe(404);
    expect((await act(stranger.as, "offer", open, { words: "我来" })).status).toBe(404);
  });
});

describe("money", () => {
  it("is not lent here, a ladder is", async () => {
    expect((await ask({ what: "想借5000块钱周转" })).body).toMatchObject({ status: 422, type: "no-loans", field: "what" });
    expect(["借我两千元", "谁能借点钱", "can anybody lend me money?", "looking for a small loan"].filter((said) => !asksForLoan(said))).toEqual([]);
    expect(["借个梯子用两天", "帮我去信用社问问", "borrow a ladder", "please lend me a hand"].filter(asksForLoan)).toEqual([]);
  });
});
