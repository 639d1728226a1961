import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/cadres/diary/handlers.ts";
import { isLate, lineOf, readAloudOf } from "../../../functions/cadres/diary/rules.ts";
import { handler as replies } from "../../../functions/circle/replies/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";

const D = "cadres/diary";
let stack: TestStack;
let [a, b] = ["", ""];
beforeAll(async () => { stack = await openStack([handler, replies]); [a, b] = [await stack.village(), await stack.village()]; stack.at("2026-05-02T02:00:00.000Z"); });
afterAll(() => stack.stop());

const cadre = (name = "陈书记", office = "office:secretary", village = a) => stack.person({ village, name, offices: [office] });
type As = Awaited<ReturnType<typeof cadre>>["as"];
const write = (as: As, body: object) => as.call(D, "write", { village: a, body: { day: "2026-05-02", words: "今天通了二组的水渠。", publish: true, ...body } });
const move = (as: As, step: string, id: string, body: object = {}) => as.call(D, step, { village: a, params: { id }, body });
const one = (id: string, village = a) => stack.guest().call(D, "one", { village, params: { id }, open: true });

describe("the diary", () => {
  it("is written in one go, read by everybody with name and post, and by no other village", async () => {
    const { as, id: person } = await cadre();
    const { body } = await write(as, { title: "修渠", links: ["affairs/notices/01JNTCE0000000000000000001"] });
    expect(body).toMatchObject({ state: "published", late: false, by: "陈书记", office: "secretary", mine: true });
    const list = await stack.guest().call(D, "list", { village: a, open: true });
    expect(list.body.items).toMatchObject([{ id: body.id, title: "修渠", readAloud: "修渠。今天通了二组的水渠。", links: ["affairs/notices/01JNTCE0000000000000000001"] }]);
    expect(list.text).not.toContain(person);
    expect([(await one(body.id, b)).status, (await stack.guest().call(D, "list", { village: b, open: true })).body.items]).toEqual([404, []]);
    expect((await stack.rows(`V#${a}`, `SHOW#${body.id}`))[0]).toMatchObject({ kind: "diary", title: "修渠", audience: "public", talk: "all", gone: false });
  });
  it("says that an entry was written later, takes no day to come and nothing empty; a voice is enough", async () => {
    const { as } = await cadre();
    expect((await write(as, { day: "2026-05-01" })).body.late).toBe(true);
    expect((await write(as, { day: "2026-05-03" })).body).toMatchObject({ status: 422, type: "day-to-come", field: "day" });
    expect((await write(as, { words: "" })).body).toMatchObject({ status: 422, field: "words" });
    const spoken = await write(as, { words: "", media: [{ id: "01KVACE0000000000000000001", kind: "voice" }] });
    expect(spoken.body).toMatchObject({ state: "published", readAloud: "" });
    expect((await stack.rows(`V#${a}`, `SHOW#${spoken.body.id}`))[0]).toMatchObject({ title: { zh: "一段录音" } });
  });
  it("is written by people in office alone", async () => {
    const villager = await stack.person({ village: a });
    const stranger = await cadre("外村", "office:secretary", b);
    expect([(await write(villager.as, {})).status, (await write(stranger.as, {})).status]).toEqual([403, 404]);
  });
  it("keeps a draft to its writer until it goes out; a draft written yesterday is marked by the day it goes out", async () => {
    const [chen, li] = [await cadre(), await cadre("李委员", "office:committee")];
    stack.at("2026-05-01T02:00:00.000Z");
    const draft = (await write(chen.as, { publish: false, day: "2026-05-01" })).body;
    stack.at("2026-05-02T02:00:00.000Z");
    expect([(await one(draft.id)).status, (await move(li.as, "publish", draft.id)).status, (await li.as.call(D, "own", { village: a, params: { id: draft.id } })).status]).toEqual([404, 404, 404]);
    const body = { day: "2026-05-01", words: "改好了" };
    expect((await li.as.call(D, "edit", { village: a, params: { id: draft.id }, body })).status).toBe(404);
    expect((await chen.as.call(D, "edit", { village: a, params: { id: draft.id }, body, ifMatch: 1 })).body).toMatchObject({ words: "改好了", state: "draft" });
    expect((await chen.as.call(D, "edit", { village: a, params: { id: draft.id }, body, ifMatch: 1 })).status).toBe(409);
    expect((await move(chen.as, "publish", draft.id)).body).toMatchObject({ state: "published", late: true });
    expect((await chen.as.call(D, "edit", { village: a, params: { id: draft.id }, body })).body).toMatchObject({ status: 409, type: "published-already" });
    const other = (await write(chen.as, { publish: false })).body;
    expect((await move(chen.as, "drop", other.id)).body.state).toBe("dropped");
  });
});

describe("correcting", () => {
  it("keeps what it said before in sight, and the group's text and the loudspeaker's words follow", async () => {
    const { as } = await cadre();
    const { id } = (await write(as, { title: "停水", words: "明天停水" })).body;
    expect((await move(as, "correct", id, { title: "停水", words: "后天停水" })).body).toMatchObject({ state: "corrected", readAloud: "停水。后天停水" });
    const read = (await one(id)).body;
    expect(read).toMatchObject({ words: "后天停水", versions: [{ words: "明天停水" }] });
    const group = (await stack.guest().call(D, "groupText", { village: a, params: { id }, language: "zh" })).text;
    expect(group).toContain("后天停水");
    expect(group).toContain("已更正");
    expect(group).toContain(`/v/${a}/cadres/diary/${id}`);
    expect(group).not.toContain("明天停水");
  });
  it("is its writer's alone; and an empty correction is none", async () => {
    const [chen, li] = [await cadre(), await cadre("李委员", "office:committee")];
    const { id } = (await write(chen.as, {})).body;
    expect((await move(li.as, "correct", id, { words: "别的" })).body).toMatchObject({ status: 403, type: "not-your-entry" });
    expect((await move(li.as, "archive", id)).status).toBe(403);
    expect((await move(chen.as, "correct", id, { words: "" })).body).toMatchObject({ status: 422, field: "words" });
  });
});

describe("taking away", () => {
  it("is a supervisor's, with a reason: the words go, the reason stays, and nothing more is said about it", async () => {
    const [chen, supervisor, villager] = [await cadre(), await cadre("监督员", "office:supervisor"), await stack.person({ village: a })];
    const { id } = (await write(chen.as, { words: "不该写的话" })).body;
    await move(chen.as, "correct", id, { words: "还是不该写的话" });
    expect((await move(chen.as, "remove", id, { reason: "写错" })).status).toBe(403);
    expect((await move(supervisor.as, "remove", id, {})).status).toBe(422);
    expect((await move(supervisor.as, "remove", id, { reason: "涉及隐私" })).status).toBe(200);
    const left = await one(id);
    expect(left.body).toMatchObject({ state: "removed", reason: "涉及隐私", words: "", versions: [] });
    expect(left.text).not.toContain("不该写");
    expect((await villager.as.call("circle/replies", "say", { village: a, params: { thing: id }, body: { words: "咦" } })).status).toBe(409);
    expect((await stack.guest().call(D, "groupText", { village: a, params: { id } })).status).toBe(404);
    expect((await stack.rows(`V#${a}`, "EVENT#")).filter((each) => each["name"] === "cadres/diary/removed")).toHaveLength(1);
  });
  it("to the shelf of earlier ones is its writer's: off the home and the list, still readable", async () => {
    const { as } = await cadre();
    const { id } = (await write(as, {})).body;
    expect((await move(as, "archive", id)).body.state).toBe("archived");
    const ids = async (show: string) => (await stack.guest().call(D, "list", { village: a, query: { show, limit: "100" } })).body.items.map((each: { id: string }) => each.id);
    expect([(await ids("now")).includes(id), (await ids("archived")).includes(id), (await one(id)).status]).toEqual([false, true, 200]);
  });
});

describe("an entry's line", () => {
  it("is its title, or how it begins, or nothing where only a recording says it", () => {
    expect([lineOf({ title: "修渠", words: "今天" }), lineOf({ title: "", words: "今天\n通了水" }), lineOf({ title: "", words: "" }), [...lineOf({ title: "", words: "水".repeat(80) })!].length]).toEqual(["修渠", "今天 通了水", null, 40]);
    expect([readAloudOf({ title: "Water", words: "It runs" }), isLate("2026-05-01", "2026-05-02"), isLate("2026-05-02", "2026-05-02")]).toEqual(["Water. It runs", true, false]);
  });
});
