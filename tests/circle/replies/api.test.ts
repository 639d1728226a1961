import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { handler as moderation } from "../../../functions/circle/moderation/handlers.ts";
import { handler } from "../../../functions/circle/replies/handlers.ts";
import { Mark } from "../../../functions/circle/moderation/rows.ts";
import { Shown } from "../../../functions/core/implement.ts";
import { ids } from "../../../functions/core/clock.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const R = "circle/replies";
let stack: TestStack;
let [a, b, careful] = ["", "", ""];
beforeAll(async () => {
  stack = await openStack([handler, moderation, guestbook]);
  [a, b, careful] = [await stack.village(), await stack.village(), await stack.village(undefined, { settings: { "circle/guestbook.visitorsWords": "after a look" } })];
});
afterAll(() => stack.stop());

const newId = ids();
/** Something the village shows, as a feature's own row would. */
const shown = async (extra: Partial<Shown> = {}, village = a): Promise<string> => {
  const thing = newId(new Date());
  const value: Shown = { thing, feature: "circle/posts", kind: "post", title: "水渠通了", where: `circle/posts/${thing}`, by: "", at: new Date().toISOString(), until: null, audience: "public", talk: "all", gone: false, ...extra };
  await stack.store(Shown, value, { village });
  return thing;
};
const say = (as: { call: TestStack["visitor"]["call"] }, thing: string, body: object, village = a) => as.call(R, "say", { village, params: { thing }, body });
const talk = (as: { call: TestStack["visitor"]["call"] }, thing: string, query = {}) => as.call(R, "talk", { village: a, params: { thing }, query });

describe("replies", () => {
  it("of villagers stand at once, by name and post, oldest first, and are counted; strangers read masked names and no id", async () => {
    const [wang, secretary] = [await stack.person({ village: a, name: "王建国" }), await stack.person({ village: a, name: "陈书记", offices: ["office:secretary"] })];
    const thing = await shown({ by: wang.id });
    expect((await say(secretary.as, thing, { words: "辛苦了" })).body).toMatchObject({ state: "said", office: "secretary", mine: true });
    await say(wang.as, thing, { words: "大家一起干的，打我电话 13800012345" });
    const seen = await talk(wang.as, thing);
    expect(seen.body.items.map((each: { words: string; name: string; author: boolean }) => [each.name, each.author])).toEqual([["陈书记", false], ["王建国", true]]);
    expect(seen.body).toMatchObject({ replies: 2, likes: 0, mayReply: true, gone: false });
    const outside = await talk(stack.guest(), thing);
    expect(outside.body.items.map((each: { name: string }) => each.name)).toEqual(["陈*记", "王*国"]);
    expect(outside.text).not.toContain(wang.id);
  });
  it("tell whose thing it is in the day's digest, and nobody of their own words", async () => {
    const [wang, li] = [await stack.person({ village: a, name: "王建国" }), await stack.person({ village: a })];
    const thing = await shown({ by: wang.id });
    await say(li.as, thing, { words: "好" });
    await say(wang.as, thing, { words: "谢谢" });
    const told = (await stack.rows(`V#${a}`, `TELL#${wang.id}#`));
    expect(told).toMatchObject([{ how: "digest", where: `circle/posts/${thing}`, text: { zh: "有人回了您的“水渠通了”。" } }]);
    expect(await stack.rows(`V#${a}`, `TELL#${li.id}#`)).toEqual([]);
  });
  it("may be spoken: the voice is carried by the reply; nothing at all is no reply", async () => {
    const [li, thing] = [await stack.person({ village: a }), await shown()];
    expect((await say(li.as, thing, {})).body).toMatchObject({ status: 422, field: "words" });
    const spoken = await say(li.as, thing, { voice: "01KVACE0000000000000000001" });
    expect(spoken.body.media).toEqual([{ id: "01KVACE0000000000000000001", kind: "voice" }]);
    expect((await stack.rows(`V#${a}`, "MEDIAUSE#01KVACE0000000000000000001")).map((each) => each["by"])).toEqual([`REPLY#${spoken.body.id}`]);
  });
  it("of a thing taken away are refused with 409, and what was said stays", async () => {
    const [li, thing] = [await stack.person({ village: a }), await shown()];
    await say(li.as, thing, { words: "好" });
    const row = (await stack.rows(`V#${a}`, `SHOW#${thing}`))[0]!;
    await stack.store(Shown, { ...(row as unknown as Shown), gone: true }, { village: a });
    expect((await say(li.as, thing, { words: "又来" })).body).toMatchObject({ status: 409, type: "gone" });
    expect((await li.as.call(R, "like", { village: a, params: { thing } })).status).toBe(409);
    expect((await talk(li.as, thing)).body).toMatchObject({ gone: true, mayReply: false, items: [{ words: "好" }] });
  });
  it("come in pages", async () => {
    const [li, thing] = [await stack.person({ village: a }), await shown()];
    for (const words of ["一", "二", "三"]) await say(li.as, thing, { words });
    const first = (await talk(li.as, thing, { limit: "2" })).body;
    const second = (await talk(li.as, thing, { limit: "2", cursor: first.next })).body;
    expect([...first.items, ...second.items].map((each: { words: string }) => each.words)).toEqual(["一", "二", "三"]);
  });
});

describe("another village, and what is the village's own", () => {
  it("is not there: neither to read, to reply to, to like nor to count", async () => {
    const [thing, stranger] = [await shown({ audience: "village" }), await stack.person({ village: b })];
    for (const as of [stranger.as, stack.guest()]) {
      expect((await talk(as, thing)).status).toBe(404);
      expect((await say(as, thing, { words: "喂" })).status).toBe(404);
      expect((await as.call(R, "like", { village: a, params: { thing } })).status).toBe(404);
      expect((await as.call(R, "counts", { village: a, query: { things: thing } })).body.items).toEqual([]);
    }
    expect((await say(stranger.as, thing, { words: "喂" }, b)).status).toBe(404);
  });
  it("where only villagers speak a guest reads and is told so", async () => {
    const thing = await shown({ talk: "villagers" });
    expect((await talk(stack.guest(), thing)).body).toMatchObject({ mayReply: false });
    expect((await say(stack.guest(), thing, { words: "喂" })).body).toMatchObject({ status: 403, type: "only-villagers" });
  });
  it("a thing hidden by the village's rules is not talked about", async () => {
    const [thing, li] = [await shown(), await stack.person({ village: a })];
    await stack.store(Mark, { feature: "circle/posts", thing, whole: { case: thing, is: "hidden", mark: "" }, parts: {} }, { village: a });
    expect((await say(li.as, thing, { words: "好" })).status).toBe(404);
  });
});

describe("a visitor", () => {
  it("is read at once; with a link or number only after a look, and then the author is told", async () => {
    const [wang, guest] = [await stack.person({ village: a }), stack.guest(undefined, "10.5.0.1")];
    const about = await shown({ by: wang.id });
    expect((await say(guest, about, { words: "还有橙子吗？", name: "小陈" })).body).toMatchObject({ state: "said", visitor: true, name: "小陈" });
    const held = (await say(guest, about, { words: "加微信 orange2026" })).body;
    expect(held).toMatchObject({ state: "held", heldFor: ["number"] });
    expect((await talk(wang.as, about)).body).toMatchObject({ replies: 1 });
    expect((await stack.guest().call(R, "one", { village: a, params: { id: held.id } })).status).toBe(404);
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    expect((await secretary.as.call(R, "held", { village: a })).body.items.map((each: { id: string }) => each.id)).toContain(held.id);
    expect((await stack.rows(`V#${a}`, `WAIT#${R}#${held.id}`))[0]).toMatchObject({ where: "circle/replies/held" });
    expect((await secretary.as.call(R, "release", { village: a, params: { id: held.id }, body: {} })).body.state).toBe("said");
    expect((await talk(wang.as, about)).body).toMatchObject({ replies: 2 });
    expect(await stack.rows(`V#${a}`, `TELL#${wang.id}#`)).toHaveLength(2);
  });
  it("may not send a voice, waits where the village looks first, and takes back nothing of a neighbour's phone", async () => {
    const thing = await shown();
    expect((await say(stack.guest(), thing, { voice: "01KVACE0000000000000000002" })).body).toMatchObject({ status: 422, type: "visitors-write" });
    expect((await say(stack.guest(), await shown({}, careful), { words: "好" }, careful)).body).toMatchObject({ state: "held", heldFor: ["habit"] });
    const [one, other] = [stack.guest("", "10.8.8.8"), stack.guest("", "10.8.8.8")];
    const { body } = await say(one, thing, { words: "好" });
    expect((await other.call(R, "take-back", { village: a, params: { id: body.id }, body: {} })).status).toBe(404);
  });
});

describe("a reply goes", () => {
  it("when its writer takes it back or an office takes it down with a reason; the count goes with it", async () => {
    const [li, other, secretary, thing] = [await stack.person({ village: a }), await stack.person({ village: a }), await stack.person({ village: a, offices: ["office:secretary"] }), await shown()];
    const [mine, rude] = [(await say(li.as, thing, { words: "说错了" })).body, (await say(li.as, thing, { words: "骂人" })).body];
    expect((await other.as.call(R, "take-back", { village: a, params: { id: mine.id }, body: {} })).status).toBe(404);
    expect((await li.as.call(R, "take-back", { village: a, params: { id: mine.id }, body: {} })).body).toMatchObject({ state: "removed", words: "" });
    await secretary.as.call(R, "remove", { village: a, params: { id: rude.id }, body: { reason: "骂人" } });
    expect((await talk(li.as, thing)).body).toMatchObject({ replies: 0, items: [] });
    expect((await li.as.call(R, "mine", { village: a })).body.items[0]).toMatchObject({ state: "removed", reason: "骂人" });
    expect((await other.as.call(R, "one", { village: a, params: { id: rude.id } })).status).toBe(404);
  });
  it("when it is reported on a grave ground: hidden until somebody has looked", async () => {
    const [li, other, thing] = [await stack.person({ village: a }), await stack.person({ village: a }), await shown()];
    const { body } = await say(li.as, thing, { words: "我要打人" });
    const reported = await other.as.call("circle/moderation", "report", { village: a, body: { feature: R, thing: body.id, rule: "threat" } });
    expect(reported.body.hidden).toBe(true);
    expect((await talk(other.as, thing)).body.items).toEqual([]);
  });
});

describe("a like", () => {
  it("is one, however often it is pressed, and can be taken back; twenty things are counted at once", async () => {
    const [li, wang, thing, quiet] = [await stack.person({ village: a }), await stack.person({ village: a }), await shown(), await shown()];
    const like = (as: typeof li.as) => as.call(R, "like", { village: a, params: { thing } });
    await like(li.as);
    expect((await like(li.as)).body.likes).toBe(1);
    expect((await Promise.all([like(wang.as), like(wang.as), like(wang.as)])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await talk(li.as, thing)).body).toMatchObject({ likes: 2, liked: true });
    expect((await li.as.call(R, "counts", { village: a, query: { things: [thing, quiet].join(",") } })).body.items).toEqual([{ thing, likes: 2, replies: 0 }, { thing: quiet, likes: 0, replies: 0 }]);
    for (let i = 0; i < 2; i++) expect((await li.as.call(R, "unlike", { village: a, params: { thing } })).body.likes).toBe(1);
    expect((await stack.rows(`V#${a}`, `LIKE#${thing}#`)).map((each) => each["by"])).toEqual([wang.id]);
  });
});
