import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/circle/lost-found/handlers.ts";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { County } from "../../../functions/core/access-rows.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";
import type { Json } from "../../core/json.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const L = "circle/lost-found";
const MINUTE = 60_000;
let stack: TestStack;
let [a, b] = ["", ""];
let mother: { id: string; as: As };
let secretary: { id: string; as: As };
let committee: { id: string; as: As };
let police: { id: string; as: As };
let neighbour: { id: string; as: As };
let stranger: { id: string; as: As };

const CHILD = { kind: "person", age: "child", what: "豆豆", words: "6岁，红棉袄", lastPlace: "村小学门口" };
const report = (body: object, as: As = mother.as) => as.call(L, "report", { village: a, body });
const act = (as: As, route: string, id: string, body: object = {}) => as.call(L, route, { village: a, params: { id }, body });
const one = async (as: As, id: string): Promise<Json> => (await as.call(L, "one", { village: a, params: { id } })).body;
/** What was told since, by whom it was told: "near.child → house", … */
const told = async (thing: string): Promise<{ who: string; key: string; how: string }[]> =>
  (await stack.rows(`V#${a}`, "TELL#")).filter((each) => each["where"] === `${L}/${thing}`).map((each) => ({ who: String(each["who"]), key: String(each["key"]), how: String(each["how"]) }));

beforeAll(async () => {
  stack = await openStack([handler, households, contacts]);
  stack.at("2026-11-20T18:00:00.000Z"); // two in the morning in the village
  [a, b] = [await stack.village(), await stack.village()];
  await importRoll(stack, a, ["1", "2", "3"].map((house) => ({ house, name: `住户${house}`, head: true, bornIn: 1970, phone: house === "1" ? "+8613800030001" : null, group: house === "3" ? "二组" : "一组" })));
  const house = (no: string) => ({ household: idsOf(a, no, `住户${no}`).household, group: "一组" });
  mother = await stack.person({ village: a, name: "李秀英", member: house("2") });
  neighbour = await stack.person({ village: a, name: "周木匠", member: house("2") });
  secretary = await stack.person({ village: a, name: "陈书记", offices: ["office:secretary"], member: house("1") });
  committee = await stack.person({ village: a, name: "李委员", offices: ["office:committee"] });
  police = await stack.person();
  await stack.store(County, { id: stack.county, names: { zh: "清河县", en: "Qinghe" }, offices: {}, ended: {}, townships: { "431228103": { names: { zh: "河口乡", en: "Hekou" }, offices: { police: [police.id] } } } }, { area: stack.county });
  stranger = await stack.person({ village: b });
});
afterAll(() => stack.stop());

describe("a child missing at two in the morning", () => {
  let id = "";
  it("is told at once to the neighbours' houses near the last place, in any quiet hour, and to the secretary by SMS too", async () => {
    const { status, body } = await report(CHILD);
    expect([status, body.state, body.confirmed]).toEqual([200, "open", null]);
    id = body.id;
    await stack.settle();
    const lines = await told(id);
    expect(lines.filter((each) => each.key === "near.child").map(({ who }) => who).sort()).toEqual(["1", "2"].map((no) => idsOf(a, no, `住户${no}`).household).sort());
    expect(lines.every(({ how }) => how === "now")).toBe(true);
    expect(lines.filter(({ key }) => key === "call").map(({ who }) => who)).toEqual([secretary.id]);
    expect(stack.phones.messages.filter(({ text }) => text.includes("有人走失")).map(({ to }) => to)).toEqual(["+8613800030001"]);
  });
  it("goes on to the next in turn while nobody confirms, each called once, and is still up at four", async () => {
    const called = async (): Promise<string[]> => (await told(id)).filter(({ key }) => key === "call").map(({ who }) => who);
    await stack.later(5 * MINUTE);
    expect((await called()).sort()).toEqual([secretary.id, committee.id].sort());
    await stack.later(5 * MINUTE);
    expect((await called()).sort()).toEqual([secretary.id, committee.id, police.id].sort());
    await stack.later(110 * MINUTE);
    expect(await called()).toHaveLength(3);
    expect(await one(neighbour.as, id)).toMatchObject({ state: "open", confirmed: null, what: "豆豆" });
  });
  it("is confirmed once by a cadre, and by no villager", async () => {
    expect((await act(neighbour.as, "confirm", id)).status).toBe(403);
    expect((await act(committee.as, "confirm", id)).body.confirmed).toMatchObject({ office: "office:committee" });
    expect((await act(secretary.as, "confirm", id)).body.type).toBe("confirmed-already");
  });
  it("was seen: everybody who looks reads where; found, the name and the face go", async () => {
    expect((await act(neighbour.as, "see", id, { place: "水库边的路上" })).status).toBe(200);
    expect((await one(mother.as, id)).sightings).toMatchObject([{ place: "水库边的路上", name: "周木匠" }]);
    expect((await act(neighbour.as, "found", id)).body.type).toBe("not-yours");
    expect((await act(mother.as, "found", id)).body.state).toBe("found");
    expect(await one(committee.as, id)).toMatchObject({ what: "豆豆" });
    expect(await one((await stack.person({ village: a })).as, id)).toMatchObject({ what: "豆*", words: "", media: [] });
    expect((await told(id)).filter(({ key }) => key === "found").map(({ who }) => who)).toEqual([neighbour.id]);
    expect((await act(neighbour.as, "see", id, { place: "桥头" })).body).toMatchObject({ status: 409, state: "found" });
  });
});

describe("a missing grown person", () => {
  it("was seen: cadres and the police read where, not even the one who looks does; everybody reads their own hint", async () => {
    const { body } = await report({ kind: "person", age: "elder", what: "张奶奶", words: "有些糊涂" });
    await act(neighbour.as, "see", body.id, { place: "后山" });
    expect(await one(mother.as, body.id)).toMatchObject({ seen: 1, sightings: [], sightingsHidden: true });
    for (const as of [secretary.as, police.as, neighbour.as]) expect((await one(as, body.id)).sightings).toMatchObject([{ place: "后山" }]);
    expect((await (await stack.person({ village: a })).as.call(L, "list", { village: a })).text).not.toContain("后山");
  });
  it("after a quarrel is looked at first: nobody but the one who asks and the cadres can tell, until it is put up", async () => {
    const { body } = await report({ kind: "person", age: "adult", what: "我老婆", words: "吵架了，跑了" });
    await stack.settle();
    expect(body.state).toBe("held");
    expect((await told(body.id)).map(({ who, key }) => [who, key])).toEqual([[secretary.id, "held"]]);
    expect((await neighbour.as.call(L, "one", { village: a, params: { id: body.id } })).status).toBe(404);
    expect((await neighbour.as.call(L, "list", { village: a })).text).not.toContain("我老婆");
    expect((await stack.rows(`V#${a}`, "SHOW#")).map((each) => each["thing"])).not.toContain(body.id);
    expect((await act(neighbour.as, "release", body.id)).status).toBe(403);
    expect((await act(secretary.as, "refuse", body.id, { reason: "她平安，不想让人找" })).body.state).toBe("refused");
    expect((await neighbour.as.call(L, "one", { village: a, params: { id: body.id } })).status).toBe(404);
  });
  it("goes up once a cadre has looked, which is the confirmation: nobody is called any more", async () => {
    const { body } = await report({ kind: "person", age: "adult", what: "我丈夫", words: "欠债的人来找过" });
    expect((await act(secretary.as, "release", body.id)).body).toMatchObject({ state: "open", confirmed: { office: "office:secretary" } });
    await stack.settle();
    await stack.later(30 * MINUTE);
    expect((await told(body.id)).filter(({ key }) => key === "call")).toEqual([]);
    expect((await told(body.id)).filter(({ key }) => key === "near.adult")).toHaveLength(2);
  });
});

describe("a cow", () => {
  it("stands on the one board, is looked for without waking anybody, and comes down by itself after its days", async () => {
    const { body } = await report({ kind: "animal", what: "黄牛，左耳缺一块", lastPlace: "河滩" });
    await stack.settle();
    expect((await told(body.id)).every(({ how }) => how === "digest")).toBe(true);
    expect((await stack.rows(`V#${a}`, "OFFER#")).filter((each) => each["thing"] === body.id)).toMatchObject([{ kind: "lost", audience: "village" }]);
    await stack.later(31 * 86_400_000);
    expect(await one(mother.as, body.id)).toMatchObject({ state: "closed" });
    expect((await stack.rows(`V#${a}`, "OFFER#")).filter((each) => each["thing"] === body.id)).toEqual([]);
  });
});

it("another village reads nothing of it and cannot help to find it", async () => {
  const { body } = await report(CHILD);
  expect((await stranger.as.call(L, "one", { village: a, params: { id: body.id } })).status).toBe(404);
  expect((await stranger.as.call(L, "one", { village: b, params: { id: body.id } })).status).toBe(404);
  expect((await act(stranger.as, "see", body.id, { place: "集上" })).status).toBe(404);
});
it("a person without an age, and a thing without a name or a voice, are asked for again", async () => {
  expect((await report({ kind: "person", what: "豆豆" })).body).toMatchObject({ status: 422, field: "age" });
  expect((await report({ kind: "thing" })).body).toMatchObject({ status: 422, field: "what" });
  expect((await report({ kind: "thing", media: [{ id: "01JMEDA0000000000000000000", kind: "voice" }] })).status).toBe(200);
});
