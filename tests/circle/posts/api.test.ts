import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/posts/handlers.ts";
import { lineOf } from "../../../functions/circle/posts/rules.ts";
import { handler as moderation } from "../../../functions/circle/moderation/handlers.ts";
import { handler as replies } from "../../../functions/circle/replies/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const P = "circle/posts";
let stack: TestStack;
let [a, b] = ["", ""];
beforeAll(async () => { stack = await openStack([handler, replies, moderation]); [a, b] = [await stack.village(), await stack.village()]; });
afterAll(() => stack.stop());

type As = TestStack["visitor"];
const write = (as: As, body: object, village = a) => as.call(P, "write", { village, body });
const move = (as: As, step: string, id: string, body: object = {}) => as.call(P, step, { village: a, params: { id }, body });
const one = async (as: As, id: string, village = a) => (await as.call(P, "one", { village, params: { id } })).status;
const idsIn = async (as: As, route: string, village = a) => (await as.call(P, route, { village, open: route === "list" })).body.items.map((each: { id: string }) => each.id);
const photo = (n: number) => ({ id: `01KPHT000000000000000000${String(n).padStart(2, "0")}`, kind: "photo" });

describe("a post", () => {
  it("for the village is read by its people alone; one for guests by everybody, under a masked name", async () => {
    const [li, wang, stranger] = [await stack.person({ village: a, name: "李秀英" }), await stack.person({ village: a }), await stack.person({ village: b })];
    const inside = (await write(li.as, { words: "谁家的鸭子跑到我家了" })).body;
    const outside = (await write(li.as, { words: "油菜花开了", audience: "public" })).body;
    expect(inside).toMatchObject({ state: "published", audience: "village", name: "李秀英", mine: true });
    expect(await idsIn(wang.as, "village")).toEqual([outside.id, inside.id]);
    expect(await idsIn(stack.guest(), "list")).toEqual([outside.id]);
    const read = await stack.guest().call(P, "one", { village: a, params: { id: outside.id } });
    expect(read.body).toMatchObject({ name: "李*英", mine: false });
    expect(read.text).not.toContain(li.id);
    for (const as of [stack.guest(), stranger.as]) expect(await one(as, inside.id)).toBe(404);
    expect([await idsIn(stack.guest(), "list", b), await one(stranger.as, outside.id, b), (await write(stranger.as, { words: "喂" })).status, (await write(stack.guest(), { words: "喂" })).status]).toEqual([[], 404, 404, 401]);
    expect((await stack.rows(`V#${a}`, `SHOW#${inside.id}`))[0]).toMatchObject({ kind: "post", title: "谁家的鸭子跑到我家了", audience: "village", talk: "all" });
  });
  it("needs words, a voice or a picture, and takes nine pictures at most", async () => {
    const { as } = await stack.person({ village: a });
    expect((await write(as, {})).body).toMatchObject({ status: 422, field: "words" });
    expect((await write(as, { media: Array.from({ length: 10 }, (_, n) => photo(n)) })).status).toBe(422);
    expect((await write(as, { media: Array.from({ length: 9 }, (_, n) => photo(n)) })).status).toBe(200);
    expect((await write(as, { media: [{ id: "01KVACE0000000000000000003", kind: "voice" }] })).body).toMatchObject({ words: "", media: [{ kind: "voice" }] });
    expect([lineOf({ words: "", media: [{ kind: "voice" }] }), lineOf({ words: "", media: [{ kind: "photo" }] })]).toEqual([{ zh: "说了一段话", en: "Said something aloud" }, { zh: "发了照片", en: "Posted pictures" }]);
  });
  it("that is changed says so; nobody else changes it, and what it said before is shown to nobody", async () => {
    const [li, wang] = [await stack.person({ village: a }), await stack.person({ village: a })];
    const { id } = (await write(li.as, { words: "三只鸭子" })).body;
    expect((await move(wang.as, "edit", id, { words: "四只" })).body).toMatchObject({ status: 403, type: "not-your-post" });
    expect((await move(li.as, "edit", id, { words: "" })).status).toBe(422);
    const edited = await move(li.as, "edit", id, { words: "五只鸭子" });
    expect(edited.body).toMatchObject({ state: "edited", words: "五只鸭子" });
    expect(edited.body.editedAt).not.toBeNull();
    expect(edited.text).not.toContain("三只");
    expect((await stack.rows(`V#${a}`, `POSTED#${id}`))[0]).toMatchObject({ versions: [{ words: "三只鸭子" }] });
  });
  it("goes when its writer takes it back or an office gives a reason: off both lists, and replying answers 409", async () => {
    const [li, wang, secretary] = [await stack.person({ village: a }), await stack.person({ village: a }), await stack.person({ village: a, offices: ["office:secretary"] })];
    const [mine, rude] = [(await write(li.as, { words: "发错了", audience: "public" })).body.id, (await write(li.as, { words: "骂人的话", audience: "public" })).body.id];
    expect((await move(wang.as, "take-back", mine)).status).toBe(403);
    expect((await move(wang.as, "remove", rude, { reason: "不好听" })).status).toBe(403);
    expect((await move(secretary.as, "remove", rude, {})).status).toBe(422);
    expect([(await move(li.as, "take-back", mine)).body.state, (await move(secretary.as, "remove", rude, { reason: "骂人" })).body.state]).toEqual(["removed", "removed"]);
    for (const id of [mine, rude]) {
      expect([(await idsIn(stack.guest(), "list")).includes(id), (await idsIn(wang.as, "village")).includes(id), await one(wang.as, id)]).toEqual([false, false, 404]);
      expect((await wang.as.call("circle/replies", "say", { village: a, params: { thing: id }, body: { words: "咦" } })).status).toBe(409);
    }
    const own = await li.as.call(P, "one", { village: a, params: { id: rude } });
    expect([own.body.reason, own.text.includes("骂人的话")]).toEqual(["骂人", false]);
  });
  it("that is reported on a grave ground is hidden from all but its writer until somebody has looked", async () => {
    const [li, wang] = [await stack.person({ village: a }), await stack.person({ village: a })];
    const { id } = (await write(li.as, { words: "吓人的话", audience: "public" })).body;
    const reported = await wang.as.call("circle/moderation", "report", { village: a, body: { feature: P, thing: id, rule: "threat" } });
    expect(reported.body).toMatchObject({ hidden: true });
    expect([await one(wang.as, id), await one(li.as, id), (await idsIn(stack.guest(), "list")).includes(id), (await idsIn(wang.as, "village")).includes(id)]).toEqual([404, 200, false, false]);
  });
});
