import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/cadres/letters/handlers.ts";
import { handler as desk } from "../../../functions/platform/desk/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { act, L, letterVillage, send, WATER, type LetterVillage } from "./letters.ts";

let stack: TestStack;
let a: LetterVillage, b: LetterVillage;
beforeAll(async () => { stack = await openStack([handler, desk]); [a, b] = [await letterVillage(stack), await letterVillage(stack)]; });
afterAll(() => stack.stop());
beforeEach(() => stack.at("2026-05-01T02:00:00.000Z"));
const HOUR = 3_600_000;

describe("a letter", () => {
  it("has a number and a word at once, is received, handed to the right person, answered and closed by its writer", async () => {
    const { id, number, word } = await send(a);
    expect([number, word]).toEqual([expect.stringMatching(/^\d{4}-\d{4}$/), expect.stringMatching(/^\p{Script=Han}{4}$/u)]);
    expect((await a.secretary.as.call(L, "inbox", { village: a.id })).body.items[0]).toMatchObject({ id, state: "submitted", from: "李秀英", words: WATER.words });
    expect((await a.secretary.as.call("platform/desk", "list", { village: a.id })).text).toContain(id);
    expect((await act(a.committee, a.id, "respond", id, { words: "来了" })).status).toBe(404);
    await act(a.secretary, a.id, "receive", id);
    expect((await act(a.secretary, a.id, "assign", id, { to: a.committee.id })).body).toMatchObject({ state: "assigned", handler: "王建军" });
    expect((await a.committee.as.call(L, "handed", { village: a.id })).body.items).toHaveLength(1);
    expect((await act(a.committee, a.id, "respond", id, { words: "明天去清" })).body.state).toBe("replied");
    expect((await act(a.secretary, a.id, "close", id)).status).toBe(404);
    const closed = await act(a.writer, a.id, "close", id, { satisfied: 3 });
    expect(closed.body).toMatchObject({ state: "closed", satisfied: 3, replies: [{ name: "王建军", office: "committee", words: "明天去清" }] });
    expect(closed.body.clock.map(({ to }: { to: string }) => to)).toEqual(["submitted", "received", "assigned", "replied", "closed"]);
  });
  it("is read by its writer, the secretary and nobody else, of this village or another", async () => {
    const { id } = await send(a);
    const neighbour = await stack.person({ village: a.id });
    for (const who of [neighbour, a.committee, a.township]) expect((await who.as.call(L, "one", { village: a.id, params: { id } })).status).toBe(404);
    expect((await b.secretary.as.call(L, "one", { village: a.id, params: { id } })).status).toBe(404);
    expect((await b.secretary.as.call(L, "one", { village: b.id, params: { id } })).status).toBe(404);
    for (const who of [a.writer, a.secretary]) expect((await who.as.call(L, "one", { village: a.id, params: { id } })).body.words).toBe(WATER.words);
    expect((await neighbour.as.call(L, "mine", { village: a.id })).body.items).toEqual([]);
  });
  it("nobody answered in 72 hours, 24 when urgent, is the township's, which answers", async () => {
    const [calm, urgent] = [await send(a), await send(a, { urgent: true })];
    await stack.later(24 * HOUR); await stack.later(60_000);
    expect([(await act(a.township, a.id, "answer", urgent.id, { words: "乡里来看" })).body.state, (await act(a.township, a.id, "answer", calm.id, { words: "x" })).status]).toEqual(["replied", 404]);
    await stack.later(48 * HOUR); await stack.later(60_000);
    expect((await a.township.as.call(L, "above", { village: a.id })).body.items.find(({ id }: { id: string }) => id === calm.id)).toMatchObject({ state: "escalated", late: true });
    const late = await act(a.secretary, a.id, "reply", calm.id, { words: "我来晚了" });
    expect(late.body).toMatchObject({ status: 409, state: "escalated" });
  });
  it("is opened again within seven days with a new time, and not on the eighth", async () => {
    const { id } = await send(a);
    await act(a.secretary, a.id, "reply", id, { words: "好了" });
    expect((await act(a.writer, a.id, "reopen", id, { words: "又堵了" })).body).toMatchObject({ state: "reopened", more: [{ words: "又堵了" }], answerBy: "2026-05-04T02:00:00.000Z" });
    await act(a.secretary, a.id, "reply", id, { words: "再清" });
    stack.at("2026-05-08T02:00:01.000Z");
    expect((await act(a.writer, a.id, "reopen", id, { words: "还是堵" })).body).toMatchObject({ status: 409, type: "too-late-to-reopen" });
  });
  it("is not handed to an officer it names, to somebody without a post, nor to its writer", async () => {
    const { id } = await send(a, { words: "请王建军不要再拖了" });
    expect((await act(a.secretary, a.id, "assign", id, { to: a.committee.id })).body.type).toBe("named-cadre-cannot-handle");
    expect((await act(a.secretary, a.id, "assign", id, { to: a.writer.id })).body.type).toBe("not-in-office");
    const ticked = await send(a, { about: [a.committee.id] });
    expect((await act(a.secretary, a.id, "assign", ticked.id, { to: a.committee.id })).status).toBe(409);
    const own = (await a.committee.as.call(L, "send", { village: a.id, body: WATER })).body;
    expect((await act(a.secretary, a.id, "assign", own.id, { to: a.committee.id })).status).toBe(409);
  });
  it("without a word or a voice, or of more than 2,000 letters, is refused; a voice alone is a letter", async () => {
    const ask = (body: object) => a.writer.as.call(L, "send", { village: a.id, body });
    expect((await ask({ category: "request", privacy: "secretary" })).body).toMatchObject({ status: 422, field: "words" });
    expect((await ask({ ...WATER, words: "水".repeat(2001) })).status).toBe(422);
    expect((await ask({ category: "request", privacy: "secretary", media: [{ id: "01J0000000000000000000V0CE", kind: "voice" }] })).status).toBe(200);
  });
  it("goes to the township at once where nobody is secretary", async () => {
    const village = await stack.village();
    const writer = await stack.person({ village });
    const sent = await writer.as.call(L, "send", { village, body: WATER });
    expect(sent.body.above).toBe(true);
    expect((await a.township.as.call(L, "above", { village })).body.items).toHaveLength(1);
  });
});

describe("the ticket", () => {
  const follow = (number: string, word: string, ip = "10.7.7.7") => stack.guest(undefined, ip).call(L, "follow", { village: a.id, body: { number, word } });
  it("shows the letter on any phone, in either language's words, and lets its holder ask again or close", async () => {
    const { id, number, word } = await send(a, { privacy: "anonymous" });
    expect(id).toBeNull();
    expect((await follow(number, word)).body).toMatchObject({ words: WATER.words, state: "submitted", from: null });
    const [inbox] = (await a.secretary.as.call(L, "inbox", { village: a.id })).body.items;
    await act(a.secretary, a.id, "reply", inbox.id, { words: "查过了" });
    const step = (body: object) => stack.guest().call(L, "followUp", { village: a.id, body: { number, word, ...body } });
    expect((await step({ step: "reopen" })).body.type).toBe("say-why");
    expect((await step({ step: "reopen", words: "没查到" })).body.state).toBe("reopened");
    await act(a.secretary, a.id, "reply", inbox.id, { words: "这回查到了" });
    expect((await step({ step: "close", satisfied: 2 })).body).toMatchObject({ state: "closed", satisfied: 2 });
  });
  it("guessed wrong five times is locked for an hour, for the right word too; another village's number opens nothing", async () => {
    const { number, word } = await send(b);
    expect((await follow(number, word)).body.type).toBe("wrong-ticket");
    const at = (said: string) => stack.guest(undefined, "10.7.7.8").call(L, "follow", { village: b.id, body: { number, word: said } });
    for (let i = 0; i < 5; i++) expect((await at("大象")).body.type).toBe("wrong-ticket");
    expect((await at(word)).body).toMatchObject({ status: 429, type: "locked" });
    stack.at("2026-05-01T03:00:01.000Z");
    expect((await at(word)).body.words).toBe(WATER.words);
  });
});

describe("the wall", () => {
  const wall = () => stack.visitor.call(L, "wall", { village: b.id });
  it("shows an answered letter its writer gave, masked, with the days taken, until the writer takes it down", async () => {
    const { id } = await send(b, { privacy: "public", words: "我是李秀英，电话13812345678，路灯坏了" });
    expect((await wall()).text).not.toContain(id);
    stack.at("2026-05-02T03:00:00.000Z");
    await act(b.secretary, b.id, "reply", id, { words: "换好了" });
    const shown = (await wall()).body.items.find((each: { id: string }) => each.id === id);
    expect(shown).toMatchObject({ from: "李*英", words: "我是李*英，电话138****，路灯坏了", days: 1, replies: [{ words: "换好了" }] });
    expect((await act(b.secretary, b.id, "publish", id, { words: "路灯坏了" })).status).toBe(200);
    expect((await wall()).body.items[0].words).toBe("路灯坏了");
    expect((await act(b.secretary, b.id, "withdraw", id)).status).toBe(404);
    expect((await act(b.writer, b.id, "withdraw", id)).body.wall).toBe("withdrawn");
    expect((await wall()).text).not.toContain(id);
  });
  it("never shows a letter without consent: the try is refused and stands in the log", async () => {
    const { id } = await send(b);
    await act(b.secretary, b.id, "reply", id, { words: "好" });
    expect((await act(b.secretary, b.id, "publish", id)).body.type).toBe("no-consent");
    expect((await stack.rows(`V#${b.id}`, "EVENT#")).some((each) => each["name"] === `${L}/publish-refused` && each["by"] === b.secretary.id)).toBe(true);
    expect((await wall()).text).not.toContain(id);
    expect((await act(b.writer, b.id, "consent", id)).body.wall).toBe("published");
    expect((await wall()).text).toContain(id);
  });
});
