import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { handler } from "../../../functions/platform/desk/handlers.ts";
import { handler as offices } from "../../../functions/platform/offices/handlers.ts";
import { County, Village } from "../../../functions/core/access-rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const DESK = "platform/desk";
const NOTICES = "affairs/notices";
type Someone = { id: string; as: As };
let stack: TestStack;
let a: string;
let b: string;
let head: Someone;
let writer: Someone;
beforeAll(async () => { stack = await openStack([handler, notices, offices, members]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at("2026-05-01T01:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  head = await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] });
  writer = await stack.person({ village: a, name: "李明霞", offices: ["office:committee"] });
});
const desk = async (by: Someone, village = a) => (await by.as.call(DESK, "list", { village })).body;
const draft = async (title = "停水", by = writer) => (await by.as.call(NOTICES, "draft", { village: a, body: { kind: "plain", title, text: "x" } })).body;
const waits = (village = a) => stack.rows(`V#${village}`, "WAIT#");
const params = (id: string, feature = NOTICES) => ({ section: feature.split("/")[0]!, name: feature.split("/")[1]!, id });

describe("what waits for an office", () => {
  it("stands beside its case from the same change on, and goes when nobody has to act any more", async () => {
    const { id } = await draft();
    expect(await waits()).toMatchObject([{ sk: `WAIT#${NOTICES}#${id}`, state: "draft", offices: ["office:secretary", "office:committee", "township:director"], due: null }]);
    await head.as.call(NOTICES, "publish", { village: a, params: { id }, body: {} });
    expect(await waits()).toEqual([]);
    await head.as.call(NOTICES, "withdraw", { village: a, params: { id }, body: { reason: "错了" } });
    expect(await waits()).toEqual([]);
  });
  it("takes the next step's line when a step leads on to another office's", async () => {
    const claimer = await stack.person({ village: a, member: false });
    const claimed = await claimer.as.call("circle/members", "claim", { village: a, body: { name: "小李", house: "7" } });
    expect((await desk(head)).items).toMatchObject([{ feature: "circle/members", text: { zh: "有人说是7号的村民，等人作证" }, due: expect.any(String) }]);
    expect(JSON.stringify(await waits())).not.toContain("小李");
    await head.as.call("circle/members", "vouch", { village: a, params: { id: claimed.body.id }, body: {} });
    await writer.as.call("circle/members", "vouch", { village: a, params: { id: claimed.body.id }, body: {} });
    expect((await desk(head)).items).toMatchObject([{ text: { zh: "有人说是7号的村民，作证够了，等确认" }, steps: [{ move: "verify" }, { move: "refuse", how: "reason" }] }]);
  });
  it("is made by a clock too, and is red only once it is late", async () => {
    const second = await stack.person({ village: a, offices: ["office:secretary"] });
    const neighbour = await stack.person({ village: a });
    const asked = await head.as.call("platform/offices", "give", { village: a, params: { office: "accountant" }, body: { person: neighbour.id } });
    expect((await desk(second)).items).toMatchObject([{ text: { zh: "请人担任会计：等第二个人确认" }, overdue: false, due: "2026-05-08T01:00:00.000Z" }]);
    stack.at("2026-05-08T01:00:01.000Z");
    expect((await desk(second)).items).toMatchObject([{ overdue: true }]);
    await stack.later(1_000);
    expect(await waits()).toEqual([]);
    expect((await second.as.call(DESK, "settled", { village: a, params: params(asked.body.giving, "platform/offices") })).body).toMatchObject({ waits: false, by: { name: "", titles: null } });
  });
});

describe("the desk", () => {
  it("holds seven lines, the soonest due first, and says how many are behind", async () => {
    const claimer = await stack.person({ village: a, member: false });
    for (let n = 0; n < 8; n++) { stack.at(`2026-05-01T01:00:0${n}.000Z`); await draft(`公告${n}`); }
    await claimer.as.call("circle/members", "claim", { village: a, body: { name: "小李", house: "7" } });
    const { items, all } = await desk(head);
    expect([items.length, all, items[0].feature]).toEqual([7, 9, "circle/members"]);
    expect(items[1].text.zh).toBe("公告“公告0”等着发");
  });
  it("settles in place, refuses with a reason, and says by whom a matter moved on meanwhile", async () => {
    const { id } = await draft();
    const [line] = (await desk(head)).items;
    expect(line.steps).toMatchObject([{ move: "publish", how: "plain", label: { zh: "发布", en: "Publish" } }, { move: "drop", how: "plain" }]);
    expect((await writer.as.call(NOTICES, "drop", { village: a, params: { id }, body: {}, ifMatch: line.version })).status).toBe(200);
    expect((await head.as.call(NOTICES, "publish", { village: a, params: { id }, body: {}, ifMatch: line.version })).status).toBe(409);
    expect((await head.as.call(DESK, "settled", { village: a, params: params(id) })).body).toMatchObject({ waits: false, by: { name: "李明霞", titles: { zh: "村委委员" }, at: "2026-05-01T01:00:00.000Z" } });
  });
  it("hands a matter on with a word to who may settle it: it leaves the one and stands on the other's, until they no longer may", async () => {
    const { id } = await draft();
    const hand = (to: string, by = head) => by.as.call(DESK, "hand", { village: a, params: params(id), body: { to, word: "你写的，你发" } });
    const villager = await stack.person({ village: a });
    expect((await hand(villager.id)).body).toMatchObject({ status: 422, type: "cannot-settle-it" });
    expect((await hand(writer.id, villager)).status).toBe(403);
    expect((await hand(writer.id)).status).toBe(200);
    expect((await desk(head)).items).toEqual([]);
    expect((await desk(writer)).items).toMatchObject([{ handed: { word: "你写的，你发", name: "王建国", titles: { zh: "村支书" } } }]);
    const event = (await stack.rows(`V#${a}`, "EVENT#")).find((each) => each["name"] === `${DESK}/handed-on`);
    expect(JSON.stringify(event)).not.toContain("你写的");
    await head.as.call("platform/offices", "end", { village: a, params: { office: "committee" }, body: { person: writer.id, reason: "换届" } });
    expect((await desk(head)).items).toMatchObject([{ id, handed: null }]);
    await head.as.call(NOTICES, "publish", { village: a, params: { id }, body: {} });
    expect((await hand(head.id)).body).toMatchObject({ status: 409, type: "moved-on" });
  });
  it("waits for no post nobody holds: the county's and the township's see it where nobody in the village can, or once it is late", async () => {
    const director = await stack.person({ village: b, member: false });
    const row = (await stack.rows(`A#${stack.county}`, "COUNTY#"))[0] as unknown as County;
    await stack.store(County, { ...row, townships: { "431228103": { ...row.townships["431228103"]!, offices: { director: [director.id] } } } }, { area: stack.county });
    await draft();
    expect((await director.as.call(DESK, "county", { area: stack.county })).body).toMatchObject({ items: [], all: 0 });
    const alone = await stack.village(undefined, { offices: { committee: [writer.id] } });
    await writer.as.call(NOTICES, "draft", { village: alone, body: { kind: "plain", title: "无人", text: "x" } });
    const empty = (await stack.rows(`V#${alone}`, "VILLAGE#"))[0]!;
    await stack.store(Village, { ...empty, offices: {} } as unknown as Village, { village: alone });
    expect((await director.as.call(DESK, "county", { area: stack.county })).body.items).toMatchObject([{ feature: NOTICES, village: { id: alone }, to: [] }]);
    const nobody = await stack.person({ village: a });
    expect((await nobody.as.call(DESK, "county", { area: stack.county })).status).toBe(403);
  });
  it("is nobody's but an office's, and shows another village nothing", async () => {
    await draft();
    const villager = await stack.person({ village: a });
    const foreign = await stack.person({ village: b, offices: ["office:secretary"] });
    expect((await villager.as.call(DESK, "list", { village: a })).status).toBe(403);
    expect((await foreign.as.call(DESK, "list", { village: a })).status).toBe(404);
    expect((await desk(foreign, b)).items).toEqual([]);
  });
});
