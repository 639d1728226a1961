import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Offer } from "../../../functions/core/shown.ts";
import { Mark } from "../../../functions/circle/moderation/rows.ts";
import { handler } from "../../../functions/market/supply-demand/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const M = "market/supply-demand";
const DAY = 86_400_000;
let stack: TestStack;
let a: string;
let b: string;
let seller: { id: string; as: As };
let neighbour: { id: string; as: As };
const post = async (body: object, as = seller.as) => as.call(M, "post", { village: a, body: { kind: "sell", words: "土鸡蛋，今早捡的", ...body }, language: "zh" });
const move = (name: string, id: string, as = seller.as) => as.call(M, name, { village: a, params: { id }, body: {} });
const board = async (query: Record<string, string> = {}, village = a) => (await stack.visitor.call(M, "board", { village, query })).body;
const offer = (n: number, kind: string, more: object = {}) => stack.store(Offer, {
  thing: `01JFFER${String(n).padStart(19, "0")}`, kind, feature: "circle/lost-found", title: `第${n}件`, where: `circle/x/${n}`, by: "p", at: stack.now().toISOString(), until: null, audience: "public", note: null, ...more,
} as Offer, { village: b });

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-05-01T01:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  [seller, neighbour] = [await stack.person({ village: a, name: "李秀英" }), await stack.person({ village: a, name: "张海燕" })];
});
afterAll(() => stack.stop());

describe("a post", () => {
  it("is read by everybody in its village and by nobody's link in another, and stands on the board with its price", async () => {
    const { body, status } = await post({ price: 150, unit: "个", phone: "13812348000" });
    expect(status).toBe(200);
    expect((await board()).items[0]).toMatchObject({ thing: body.id, kind: "sell", title: "土鸡蛋，今早捡的", note: { zh: "¥1.50 / 个" }, where: `${M}/${body.id}` });
    expect((await stack.visitor.call(M, "one", { village: a, params: { id: body.id } })).body).toMatchObject({ name: "李秀英", price: 150, state: "open" });
    expect((await stack.visitor.call(M, "one", { village: b, params: { id: body.id } })).status).toBe(404);
    expect((await (await stack.person({ village: b })).as.call(M, "asks", { village: b, params: { id: body.id } })).status).toBe(404);
  });
  it("is verified villagers' own: a guest is asked to sign in, and nobody moves another's", async () => {
    expect((await stack.visitor.call(M, "post", { village: a, body: { kind: "sell", words: "橘子" } })).status).toBe(401);
    const { body } = await post({});
    for (const step of ["agree", "done", "renew", "withdraw"]) expect((await move(step, body.id, neighbour.as)).body.type, step).toBe("not-yours");
  });
  it("of forbidden goods, with a price for nobody knows what, or with a number in its words is refused in the writer's language", async () => {
    expect((await post({ words: "出野 味两只" })).body).toMatchObject({ status: 422, type: "forbidden-goods", title: "“野味”不能在这里买卖，法律不许" });
    expect((await post({ price: 350 })).body).toMatchObject({ type: "unit-needed", field: "unit", title: "这个价钱是一斤、一只还是一天？请补上" });
    expect((await post({ words: "鸡蛋，电话 13812348000" })).body).toMatchObject({ type: "number-in-words", field: "words" });
    expect((await post({ words: undefined })).body).toMatchObject({ status: 422, field: "words" });
    expect((await post({ phone: "123" })).body).toMatchObject({ type: "wrong-field", field: "phone" });
  });
  it("may be spoken: a voice without words is a whole post", async () => {
    const { body } = await post({ words: undefined, media: [{ id: "01JV0000000000000000000001", kind: "voice" }] });
    expect((await board()).items[0]).toMatchObject({ thing: body.id, title: { zh: "出售（听语音）" } });
  });
  it("runs out after fourteen days and leaves the board; its writer is told and keeps it up longer", async () => {
    const { body } = await post({ words: "红薯粉" });
    await move("agree", body.id);
    expect((await board()).items.map((each: { thing: string }) => each.thing)).not.toContain(body.id);
    await stack.later(14 * DAY + 60_000);
    const one = async () => (await stack.visitor.call(M, "one", { village: a, params: { id: body.id } })).body.state;
    expect(await one()).toBe("expired");
    expect((await stack.rows(`V#${a}`, `TELL#${seller.id}`)).filter((each) => each["key"] === "expired" && String(each["where"]).endsWith(body.id))).toHaveLength(1);
    expect((await move("renew", body.id)).body).toMatchObject({ state: "open" });
    expect((await board()).items[0].thing).toBe(body.id);
    expect((await move("done", body.id)).body.state).toBe("done");
    expect((await move("renew", body.id)).body).toMatchObject({ status: 409, state: "done", steps: [] });
  });
  it("that was hidden after a report or taken down is gone from the board and by its address", async () => {
    const { body } = await post({ words: "骗人的秘方" });
    await stack.store(Mark, { feature: M, thing: body.id, whole: { case: body.id, is: "hidden", mark: "x" }, parts: {} }, { village: a });
    expect((await board()).items.map((each: { thing: string }) => each.thing)).not.toContain(body.id);
    expect((await stack.visitor.call(M, "one", { village: a, params: { id: body.id } })).status).toBe(404);
    const other = (await post({ words: "卖错了" })).body;
    await move("withdraw", other.id);
    expect((await stack.visitor.call(M, "one", { village: a, params: { id: other.id } })).status).toBe(404);
    expect((await stack.rows(`V#${a}`, `SHOW#${other.id}`))[0]).toMatchObject({ gone: true, title: "" });
  });
});

describe("a number", () => {
  it("is shown to whom the seller says yes, a guest too, and to nobody else in any answer", async () => {
    const { body: { id } } = await post({ words: "米酒", phone: "13812348000" });
    const [guest, other] = [stack.guest(), stack.guest()];
    const params = { id };
    expect((await guest.call(M, "ask", { village: a, params, body: { name: "小陈", words: "我要两壶", phone: "13900001111" } })).body).toEqual({ state: "asked" });
    expect((await guest.call(M, "ask", { village: a, params, body: { words: "还是我" } })).body).toEqual({ state: "asked" });
    expect((await neighbour.as.call(M, "asks", { village: a, params })).status).toBe(404);
    const [asked] = (await seller.as.call(M, "asks", { village: a, params })).body.items;
    expect(asked).toMatchObject({ name: "小陈", villager: false, phone: "+8613900001111", state: "asked" });
    expect((await neighbour.as.call(M, "grant", { village: a, params: { id, ask: asked.id }, body: {} })).status).toBe(404);
    expect((await seller.as.call(M, "grant", { village: a, params: { id, ask: asked.id }, body: {} })).body.state).toBe("granted");
    expect((await seller.as.call(M, "decline", { village: a, params: { id, ask: asked.id }, body: {} })).status).toBe(409);
    const contact = async (as: As) => (await as.call(M, "contact", { village: a, params })).body;
    expect(await contact(guest)).toMatchObject({ mine: false, phone: "+8613812348000", asked: "granted" });
    expect(await contact(other)).toMatchObject({ phone: null, asked: null });
    expect(await contact(neighbour.as)).toMatchObject({ phone: null });
    expect(await contact(seller.as)).toMatchObject({ mine: true, asks: 0 });
    const open = [await stack.visitor.call(M, "one", { village: a, params }), await stack.visitor.call(M, "board", { village: a }), await neighbour.as.call(M, "whole", { village: a })];
    for (const answer of open) expect(answer.text).not.toContain("13812348000");
  });
  it("is for every verified villager where the seller chose so, unless the village wants each to be asked", async () => {
    const { body: { id } } = await post({ words: "锄头", kind: "lend", phone: "13812348000", phoneTo: "villagers" });
    const contact = async (as: As) => (await as.call(M, "contact", { village: a, params: { id } })).body.phone;
    expect(await contact(neighbour.as)).toBe("+8613812348000");
    expect(await contact(stack.guest())).toBeNull();
    expect(await contact((await stack.person({ village: b })).as)).toBeNull();
    const strict = await stack.village(undefined, { settings: { [`${M}.sellersPhone`]: "only when granted" } });
    const [one, two] = [await stack.person({ village: strict }), await stack.person({ village: strict })];
    const made = await one.as.call(M, "post", { village: strict, body: { kind: "lend", words: "锄头", phone: "13812348000", phoneTo: "villagers" } });
    expect((await two.as.call(M, "contact", { village: strict, params: { id: made.body.id } })).body.phone).toBeNull();
  });
  it("that was never written is asked for when the seller says yes", async () => {
    const { body: { id } } = await post({ words: "斗笠" });
    await neighbour.as.call(M, "ask", { village: a, params: { id }, body: { words: "给我留一顶" } });
    const ask = (await seller.as.call(M, "asks", { village: a, params: { id } })).body.items[0].id;
    expect((await seller.as.call(M, "grant", { village: a, params: { id, ask }, body: {} })).body).toMatchObject({ type: "phone-needed", field: "phone" });
    expect((await seller.as.call(M, "grant", { village: a, params: { id, ask }, body: { phone: "13812348001" } })).status).toBe(200);
    expect((await seller.as.call(M, "ask", { village: a, params: { id }, body: { words: "自己问自己" } })).body.type).toBe("own-post");
  });
});

describe("the mixed board", () => {
  it("of a village with nothing shows no shelf", async () => {
    expect(await board({}, b)).toEqual({ shelves: [], items: [], next: null });
  });
  it("holds seven kinds of every feature, newest first; a kind leaves it at five, and what guests may not see is for villagers", async () => {
    const kinds = ["sell", "buy", "lend", "work", "help", "lost", "event"];
    for (const [n, kind] of kinds.entries()) await offer(n, kind);
    expect((await board({}, b)).items.map((each: { kind: string }) => each.kind)).toEqual([...kinds].reverse());
    for (let n = 10; n < 13; n++) await offer(n, "lost");
    expect((await board({}, b)).shelves).toEqual([]);
    await offer(13, "lost");
    await offer(14, "errand", { audience: "village" });
    await offer(15, "errand", { until: "2026-04-01T00:00:00.000Z" });
    const mixed = await board({}, b);
    expect(mixed.shelves).toEqual([{ kind: "lost", count: 5 }]);
    expect(mixed.items.map((each: { kind: string }) => each.kind)).toEqual(["event", "help", "work", "lend", "buy", "sell"]);
    const shelf = await board({ kind: "lost", limit: "3" }, b);
    expect(shelf.items).toHaveLength(3);
    expect((await board({ kind: "lost", limit: "3", cursor: shelf.next }, b)).items).toHaveLength(2);
    const villager = await stack.person({ village: b });
    expect((await villager.as.call(M, "whole", { village: b })).body.items[0]).toMatchObject({ kind: "errand" });
  });
});
