import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/memory/handlers.ts";
import { handler as moderation } from "../../../functions/circle/moderation/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const M = "circle/memory";
let stack: TestStack;
let [a, b] = ["", ""];
beforeAll(async () => { stack = await openStack([handler, moderation]); [a, b] = [await stack.village(), await stack.village()]; });
afterAll(() => stack.stop());

type As = TestStack["visitor"];
const PHOTO = { id: "01KPHT00000000000000000001", kind: "photo" };
const give = (as: As, body: object = {}) => as.call(M, "give", { village: a, body: { kind: "photo", title: "一九七五年修水库", about: "nobody", audience: "public", media: [PHOTO], ...body } });
const move = (as: As, step: string, id: string, body: object = {}) => as.call(M, step, { village: a, params: { id }, body });
const one = (as: As, id: string, village = a) => as.call(M, "one", { village, params: { id } });
const idsIn = async (as: As, route: string) => (await as.call(M, route, { village: a, open: route === "list" })).body.items.map((each: { id: string }) => each.id);

describe("an old picture", () => {
  it("is recognised by neighbours, its giver learns so, and guests see it only once its giver shows it to them", async () => {
    const [zhang, li] = [await stack.person({ village: a, name: "张桂花" }), await stack.person({ village: a, name: "李秀英" })];
    const { id } = (await give(zhang.as)).body;
    expect((await move(li.as, "describe", id, { words: "左边是我爹李有田" })).body).toMatchObject({ state: "described", parts: [{ name: "李秀英", words: "左边是我爹李有田" }] });
    expect((await stack.rows(`V#${a}`, `TELL#${zhang.id}#`))[0]).toMatchObject({ how: "digest", text: { zh: "有人认出了您放的“一九七五年修水库”。" } });
    expect([(await one(stack.guest(), id)).status, await idsIn(stack.guest(), "list"), await idsIn(li.as, "village")]).toEqual([404, [], [id]]);
    expect((await move(li.as, "show", id, { audience: "public" })).body).toMatchObject({ status: 403, type: "not-yours-to-give" });
    expect((await move(zhang.as, "show", id, { audience: "public" })).body.state).toBe("shown");
    const seen = await one(stack.guest(), id);
    expect(seen.body).toMatchObject({ name: "张*花", mine: false, parts: [{ name: "李*英" }] });
    for (const person of [zhang.id, li.id]) expect(seen.text).not.toContain(person);
    expect(await idsIn(stack.guest(), "list")).toEqual([id]);
    await move(zhang.as, "show", id, { audience: "village" });
    expect([(await one(stack.guest(), id)).status, await idsIn(stack.guest(), "list")]).toEqual([404, []]);
    expect((await move(li.as, "describe", id, { voice: "01KVACE0000000000000000005" })).body).toMatchObject({ state: "shown", parts: [{}, { words: "", media: [{ kind: "voice" }] }] });
  });
  it("given to the village alone is shown to no guest later: its pictures went to villagers", async () => {
    const { as } = await stack.person({ village: a });
    const { id } = (await give(as, { audience: "village" })).body;
    expect((await move(as, "show", id, { audience: "public" })).body).toMatchObject({ status: 409, type: "brought-for-village" });
    expect((await move(as, "show", id, { audience: "village" })).body).toMatchObject({ state: "shown", audience: "village" });
    expect((await one(stack.guest(), id)).status).toBe(404);
  });
  it("is not there in another village", async () => {
    const [zhang, stranger] = [await stack.person({ village: a }), await stack.person({ village: b })];
    const { id } = (await give(zhang.as)).body;
    await move(zhang.as, "show", id, { audience: "public" });
    expect([(await one(stranger.as, id, b)).status, (await stranger.as.call(M, "describe", { village: b, params: { id }, body: { words: "喂" } })).status, (await give(stack.guest())).status]).toEqual([404, 404, 401]);
  });
  it("needs a picture; a story needs words or a voice; a description says something", async () => {
    const { as } = await stack.person({ village: a });
    expect((await give(as, { media: [] })).body).toMatchObject({ status: 422, field: "media" });
    expect((await give(as, { kind: "story", media: [PHOTO] })).body).toMatchObject({ status: 422, field: "words" });
    const { id } = (await give(as, { kind: "place", words: "井边有棵大樟树，所以叫樟树下", media: [] })).body;
    expect((await move(as, "describe", id, {})).status).toBe(422);
  });
});

describe("a story about somebody living", () => {
  it("without their word is held: nobody but its giver reads, finds or talks about it, until they agree", async () => {
    const [zhang, li, secretary] = [await stack.person({ village: a }), await stack.person({ village: a }), await stack.person({ village: a, offices: ["office:secretary"] })];
    const { body } = await give(zhang.as, { kind: "story", words: "老王年轻时欠过一笔债", about: "living", media: [] });
    expect(body.state).toBe("held");
    for (const as of [li.as, secretary.as, stack.guest()]) {
      expect((await one(as, body.id)).status).toBe(404);
      if (as === li.as) expect((await move(as, "describe", body.id, { words: "对" })).status).toBe(404);
    }
    expect([(await idsIn(li.as, "village")).includes(body.id), (await idsIn(zhang.as, "mine")).includes(body.id)]).toEqual([false, true]);
    expect([await stack.rows(`V#${a}`, `SHOW#${body.id}`), (await stack.rows(`V#${a}`, "FIND#")).filter((each) => each["thing"] === body.id)]).toEqual([[], []]);
    expect((await move(zhang.as, "show", body.id, { audience: "public" })).status).toBe(409);
    expect((await move(zhang.as, "consent", body.id, { how: "当面问过，他说可以" })).body.state).toBe("given");
    const read = await one(li.as, body.id);
    expect([read.status, read.text.includes("当面问过")]).toEqual([200, false]);
  });
  it("with their word is given at once; of the dead and of oneself nobody is asked", async () => {
    const { as } = await stack.person({ village: a });
    const story = (extra: object) => give(as, { kind: "story", words: "修路那年", media: [], ...extra });
    expect([(await story({ about: "living", consent: "他写了条子" })).body.state, (await story({ about: "passed" })).body.state, (await story({ about: "self" })).body.state]).toEqual(["given", "given", "given"]);
  });
});

describe("taking back", () => {
  it("is its giver's: words, pictures and what others said are gone everywhere", async () => {
    const [zhang, li] = [await stack.person({ village: a }), await stack.person({ village: a })];
    const { id } = (await give(zhang.as, { words: "后排左三" })).body;
    await move(li.as, "describe", id, { words: "是我二叔" });
    await move(zhang.as, "show", id, { audience: "public" });
    expect((await move(li.as, "withdraw", id)).body).toMatchObject({ status: 403 });
    expect((await move(zhang.as, "withdraw", id)).body).toMatchObject({ state: "withdrawn", words: "", media: [], parts: [] });
    expect([(await one(li.as, id)).status, (await one(stack.guest(), id)).status, (await idsIn(stack.guest(), "list")).includes(id), (await idsIn(li.as, "village")).includes(id)]).toEqual([404, 404, false, false]);
    expect(JSON.stringify(await stack.rows(`V#${a}`, `MEMORY#${id}`))).not.toMatch(/后排左三|二叔/);
  });
  it("a description that is reported on a grave ground is hidden, the picture stays", async () => {
    const [zhang, li, wang] = [await stack.person({ village: a }), await stack.person({ village: a }), await stack.person({ village: a })];
    const { id } = (await give(zhang.as)).body;
    const part = (await move(li.as, "describe", id, { words: "吓人的话" })).body.parts[0].id;
    expect((await wang.as.call("circle/moderation", "report", { village: a, body: { feature: M, thing: id, part, rule: "threat" } })).body.hidden).toBe(true);
    expect((await one(wang.as, id)).body.parts).toEqual([]);
  });
});
