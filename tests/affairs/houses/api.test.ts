import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as houses } from "../../../functions/affairs/houses/handlers.ts";
import { handler as warnings } from "../../../functions/alerts/warnings/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { idsOf, importRoll } from "../households/roll.ts";

const F = "affairs/houses";
const SOON = 16_000;
interface One { readonly id: string; readonly as: As }
let stack: TestStack;
let village: string, other: string;
let secretary: One, worker: One, leader: One, son: One, stranger: One, officer: One;
const twelve = () => idsOf(village, "12", "李秀英").household;
const seven = () => idsOf(village, "7", "王小明").household;
const hazardsOf = async (id: string) => (await stack.rows(`V#${village}`, `HH#${id}`))[0]!["hazards"];
const areas = async () => (await secretary.as.call(F, "areas", { village })).body.items as { id: string; mark: string; households: number; people: number; vulnerable: number; made: boolean }[];

beforeAll(async () => {
  stack = await openStack([households, houses, warnings]);
  stack.at("2026-05-20T04:00:00.000Z");
  village = await stack.village();
  other = await stack.village();
  await importRoll(stack, village, [
    { house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true, vulnerable: ["bed-bound"] },
    { house: "12", name: "张大山", group: "3", bornIn: 1965, sleepsHere: false },
    { house: "7", name: "王小明", group: "1", bornIn: 1990 },
  ]);
  await importRoll(stack, other, [{ house: "1", name: "赵四", group: "1" }]);
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"] });
  worker = await stack.person({ village, name: "吴晓燕", offices: ["office:grid-worker"], member: { household: twelve(), group: "3" } });
  leader = await stack.person({ village, name: "刘组长", offices: ["office:group-leader"], member: { group: "3" } });
  son = await stack.person({ village, name: "张大山", member: { household: twelve(), group: "3" } });
  stranger = await stack.person({ village: other, offices: ["office:secretary"], member: { household: idsOf(other, "1", "赵四").household } });
  officer = await stack.person({ offices: ["county:duty-officer"] });
});
afterAll(() => stack.stop());

describe("the file of a house", () => {
  test("begins with the village's list, and the household sees its own whole", async () => {
    const { status, body } = await son.as.call(F, "mine", { village });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: twelve(), no: "12", state: "ok", grade: null, sleeping: 1, flags: [], damageList: [] });
  });
  test("is written down by a cadre; a year to come is 422, a stale save 409", async () => {
    const facts = { structure: "earth", storeys: 2, builtIn: 1974, toilet: "dry", media: [{ id: "01JPHT00000000000000000001", kind: "photo" }] };
    const written = await leader.as.call(F, "write", { village, params: { id: twelve() }, body: facts });
    expect(written.body).toMatchObject({ structure: "earth", storeys: 2, photos: 1 });
    expect((await leader.as.call(F, "write", { village, params: { id: twelve() }, body: { ...facts, builtIn: 2027 } })).body).toMatchObject({ status: 422, field: "builtIn" });
    expect((await leader.as.call(F, "write", { village, params: { id: twelve() }, body: facts, ifMatch: written.body.version - 1 })).status).toBe(409);
  });
  test("is a line without pictures for an office, until it says what for; the household reads that it looked", async () => {
    const line = await secretary.as.call(F, "one", { village, params: { id: twelve() } });
    expect(line.body.photos).toBe(1);
    expect(line.body).not.toHaveProperty("media");
    expect((await secretary.as.call(F, "look", { village, params: { id: twelve() }, body: {} })).status).toBe(422);
    const whole = await secretary.as.call(F, "look", { village, params: { id: twelve() }, body: { purpose: "repair" } });
    expect(whole.body.media).toEqual([{ id: "01JPHT00000000000000000001", kind: "photo" }]);
    expect((await stack.rows(`V#${village}`, `LOOK#${twelve()}`))[0]).toMatchObject({ name: "陈书记", office: "office:secretary", purpose: "repair" });
  });
  test("is found by nobody without the group, the office or the village", async () => {
    expect((await leader.as.call(F, "one", { village, params: { id: seven() } })).status).toBe(404);
    expect((await leader.as.call(F, "mark", { village, params: { id: seven() }, body: { marks: [] } })).status).toBe(404);
    expect((await son.as.call(F, "one", { village, params: { id: seven() } })).status).toBe(404);
    expect((await son.as.call(F, "list", { village })).status).toBe(403);
    expect((await stranger.as.call(F, "look", { village, params: { id: twelve() }, body: { purpose: "care" } })).status).toBe(404);
    expect((await secretary.as.call(F, "one", { village, params: { id: idsOf(other, "1", "赵四").household } })).status).toBe(404);
  });
});

describe("from sound to repaired", () => {
  test("damage puts it on watch, the inspector's grade says how bad, people in it are flagged, a repair waits for a look", async () => {
    const params = { id: twelve() };
    expect((await leader.as.call(F, "damage", { village, params, body: { what: "crack", on: "2026-05-19", note: "北墙" } })).body).toMatchObject({ state: "watch", damages: 1 });
    expect((await secretary.as.call(F, "list", { village, query: { show: "flagged" } })).body.items).toMatchObject([{ no: "12", flags: ["no-grade"] }]);
    expect((await secretary.as.call(F, "inspect", { village, params, body: { grade: "D", inspector: "周工", on: "2026-05-21" } })).body).toMatchObject({ status: 422, field: "on" });
    expect((await secretary.as.call(F, "inspect", { village, params, body: { grade: "D", inspector: "周工", on: "2026-05-20" } })).body).toMatchObject({ state: "do-not-live-in", grade: "D", inspectedOn: "2026-05-20" });
    expect((await secretary.as.call(F, "list", { village, query: { show: "flagged" } })).body.items[0].flags).toEqual(["people-in-danger"]);
    expect((await secretary.as.call(F, "repair", { village, params, body: { on: "2026-05-20" } })).body.state).toBe("repaired");
    expect((await secretary.as.call(F, "repair", { village, params, body: { on: "2026-05-20" } })).body).toMatchObject({ status: 409, state: "repaired" });
    expect((await secretary.as.call(F, "inspect", { village, params, body: { grade: "A", inspector: "周工", on: "2026-05-20" } })).body.state).toBe("ok");
    const own = (await son.as.call(F, "mine", { village })).body;
    expect(own.inspection).toMatchObject({ inspector: "周工", grade: "A" });
    expect(own.history.map((step: { to: string }) => step.to)).toEqual(["ok", "watch", "do-not-live-in", "repaired", "ok"]);
  });
  test("nobody grades the own house where another holds an office that may", async () => {
    expect((await worker.as.call(F, "inspect", { village, params: { id: twelve() }, body: { grade: "A", inspector: "吴晓燕", on: "2026-05-20" } })).body.type).toBe("own-house");
  });
  test("a house nobody belongs to is flagged until somebody stood before its door", async () => {
    const begun = await leader.as.call(F, "begin", { village, body: { no: "99", group: "3" } });
    expect(begun.body).toMatchObject({ no: "99", household: null, flags: ["no-household"] });
    expect((await leader.as.call(F, "begin", { village, body: { no: "99", group: "3" } })).body.type).toBe("already-here");
    expect((await leader.as.call(F, "foundEmpty", { village, params: { id: twelve() } })).body.type).toBe("has-household");
    expect((await leader.as.call(F, "foundEmpty", { village, params: { id: begun.body.id } })).body).toMatchObject({ flags: [], emptyOn: "2026-05-20T04:00:00.000Z" });
  });
});

describe("hazard marks", () => {
  test("written at the house stand with its household in seconds, and the saved area counts whom a warning would mean", async () => {
    await leader.as.call(F, "mark", { village, params: { id: twelve() }, body: { marks: ["dam"] } });
    await secretary.as.call(F, "mark", { village, params: { id: seven() }, body: { marks: ["dam", "river"] } });
    await stack.settle();
    expect([await hazardsOf(twelve()), await hazardsOf(seven())]).toEqual([["dam"], ["dam", "river"]]);
    await stack.later(SOON);
    expect((await areas()).map(({ mark, households: n, people, vulnerable }) => [mark, n, people, vulnerable]).sort()).toEqual([["dam", 2, 2, 1], ["river", 1, 1, 0]]);
  });
  test("put right by the household's accepted correction, the house follows; its area goes with the last mark", async () => {
    const asked = await son.as.call("affairs/households", "propose", { village, body: { change: { what: "hazards", codes: ["slope"] } } });
    await secretary.as.call("affairs/households", "accept", { village, params: { id: asked.body.id } });
    await stack.settle();
    expect((await son.as.call(F, "mine", { village })).body.marks).toEqual(["slope"]);
    await secretary.as.call(F, "mark", { village, params: { id: seven() }, body: { marks: ["dam"] } });
    await stack.settle();
    await stack.later(SOON);
    expect((await areas()).map(({ mark, households: n }) => [mark, n]).sort()).toEqual([["dam", 1], ["slope", 1]]);
  });
  test("an area a village named is counted at once, follows the marks, and can be taken away", async () => {
    const saved = await secretary.as.call(F, "saveArea", { village, body: { name: "三组滑坡点", mark: "slope", groups: ["3"] } });
    expect(saved.body).toMatchObject({ households: 1, people: 1, vulnerable: 1, made: false });
    await leader.as.call(F, "mark", { village, params: { id: twelve() }, body: { marks: [] } });
    await stack.settle();
    await stack.later(SOON);
    expect((await areas()).find(({ id }) => id === saved.body.id)).toMatchObject({ households: 0 });
    expect((await secretary.as.call(F, "dropArea", { village, params: { area: saved.body.id } })).status).toBe(200);
    expect((await secretary.as.call(F, "dropArea", { village: other, params: { area: saved.body.id } })).status).toBe(404);
    const made = (await areas())[0]!;
    expect((await secretary.as.call(F, "dropArea", { village, params: { area: made.id } })).status).toBe(404);
  });
  test("a warning takes the area: one choice for all villages that have the mark, with their households", async () => {
    await stranger.as.call(F, "mark", { village: other, params: { id: idsOf(other, "1", "赵四").household }, body: { marks: ["dam"] } });
    await stack.settle();
    await stack.later(SOON);
    const { body } = await officer.as.call("alerts/warnings", "areas", {});
    const dam = body.items.find((each: { names?: { en: string } }) => each.names?.en === "Houses below the dam");
    expect(dam).toMatchObject({ households: 2 });
    expect(dam.parts.map((part: { village: string; mark: string }) => [part.village, part.mark]).sort()).toEqual([[village, "dam"], [other, "dam"]].sort());
    const draft = await officer.as.call("alerts/warnings", "draft", { body: { kind: "relay", hazard: "flood", colour: "yellow", parts: dam.parts } });
    expect(draft.body.parts).toEqual(dam.parts);
    const own = await secretary.as.call("alerts/warnings", "areas", {});
    expect(own.body.items.flatMap((each: { parts: { village: string }[] }) => each.parts.map((part) => part.village))).toEqual([village]);
  });
});
