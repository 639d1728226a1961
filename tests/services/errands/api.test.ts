import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/services/errands/handlers.ts";
import type { Json } from "../../core/json.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const E = "services/errands";
let stack: TestStack;
let [a, b] = ["", ""];
let old: { id: string; as: As };
let driver: { id: string; as: As };
let other: { id: string; as: As };
let stranger: { id: string; as: As };
const offer = (as: As, body: object) => as.call(E, "offer", { village: a, body });
const act = (as: As, route: string, id: string, body: object = {}) => as.call(E, route, { village: a, params: { id }, body });
const one = async (as: As, id: string): Promise<Json> => (await as.call(E, "one", { village: a, params: { id } })).body;
const mine = async (as: As) => (await as.call(E, "list", { village: a })).body.items;
const wrong = (code: string) => (code === "0000" ? "0001" : "0000");

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-03-01T00:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  old = await stack.person({ village: a, name: "张奶奶" });
  driver = await stack.person({ village: a, name: "小周" });
  other = await stack.person({ village: a, name: "王婶" });
  stranger = await stack.person({ village: b });
});
afterAll(() => stack.stop());

describe("a parcel at the post office", () => {
  it("is taken along by a neighbour, is nobody else's business from then on, and is handed over by its code", async () => {
    const { body } = await offer(old.as, { kind: "fetch", what: "包裹一个", from: "邮局", to: "张奶奶家" });
    expect((await stack.rows(`V#${a}`, "OFFER#")).map((each) => [each["thing"], each["kind"]])).toContainEqual([body.id, "errand"]);
    expect((await act(old.as, "take", body.id)).body.type).toBe("own-errand");
    expect((await act(driver.as, "take", body.id)).body).toMatchObject({ state: "taken", carrying: true, code: null });
    expect((await other.as.call(E, "one", { village: a, params: { id: body.id } })).status).toBe(404);
    const { code } = await one(old.as, body.id);
    expect((await act(old.as, "hand", body.id, { code })).body.type).toBe("not-yours");
    expect((await act(driver.as, "hand", body.id, { code: wrong(code) })).body).toMatchObject({ type: "wrong-code", field: "code" });
    expect((await act(driver.as, "hand", body.id, { code })).body).toMatchObject({ state: "handed", handed: { to: "张奶奶" } });
    expect((await stack.rows(`V#${a}`, "TELL#")).filter((each) => each["who"] === old.id).map((each) => each["key"])).toEqual(["on-its-way", "handed"]);
    expect((await stack.rows(`V#${a}`, "OFFER#")).map((each) => each["thing"])).not.toContain(body.id);
  });
  it("nobody can bring after all is open again, with another code", async () => {
    const { body } = await offer(old.as, { kind: "fetch", what: "化肥两袋" });
    await act(driver.as, "take", body.id);
    expect((await act(other.as, "let-go", body.id)).status).toBe(404);
    expect((await act(driver.as, "let-go", body.id)).body).toMatchObject({ state: "offered", carrying: false });
    await stack.later(15 * 86_400_000);
    expect((await one(old.as, body.id)).state).toBe("over");
  });
});

describe("medicines and cash", () => {
  it("need both names when they are asked for and when they are handed over", async () => {
    expect((await offer(old.as, { kind: "fetch", what: "降压药", care: "medicine", sender: "镇卫生院" })).body).toMatchObject({ status: 422, type: "both-names", field: "receiver" });
    expect((await offer(old.as, { kind: "fetch", what: "五百块钱", care: "cash", receiver: "张奶奶" })).body).toMatchObject({ type: "both-names", field: "sender" });
    const { body } = await offer(old.as, { kind: "fetch", what: "降压药", care: "medicine", sender: "镇卫生院", receiver: "张奶奶" });
    await act(driver.as, "take", body.id);
    const { code } = await one(old.as, body.id);
    expect((await act(driver.as, "hand", body.id, { code })).body).toMatchObject({ type: "both-names", field: "to" });
    expect((await act(driver.as, "hand", body.id, { code, to: "张奶奶的儿子" })).body.handed).toMatchObject({ to: "张奶奶的儿子" });
  });
  it("are read as what they are by both sides alone, on no board and in no search", async () => {
    const { body } = await offer(old.as, { kind: "fetch", what: "胰岛素", words: "放冰袋", care: "medicine", sender: "镇卫生院", receiver: "张奶奶" });
    expect(await one(driver.as, body.id)).toMatchObject({ what: "", words: "", receiver: null, care: "medicine" });
    await act(driver.as, "take", body.id);
    expect(await one(driver.as, body.id)).toMatchObject({ what: "胰岛素", receiver: "张奶奶" });
    expect(JSON.stringify(await stack.rows(`V#${a}`, "SHOW#")) + JSON.stringify(await stack.rows(`V#${a}`, "FIND#")) + JSON.stringify(await stack.rows(`V#${a}`, "OFFER#"))).not.toContain("胰岛素");
  });
});

describe("somebody who goes to town", () => {
  it("is given several things to bring, each with a code of its own, until they leave", async () => {
    const at = new Date(stack.now().getTime() + 3_600_000).toISOString();
    const trip = (await offer(driver.as, { kind: "trip", to: "镇上", at })).body;
    expect((await act(old.as, "take", trip.id)).body.type).toBe("is-a-trip");
    expect((await act(driver.as, "give", trip.id, { what: "盐" })).body.type).toBe("own-errand");
    expect((await act(old.as, "give", trip.id, { what: "药", care: "medicine" })).body.type).toBe("both-names");
    expect((await act(old.as, "give", trip.id, { what: "盐两包" })).body.state).toBe("offered");
    expect((await act(other.as, "give", trip.id, { what: "电池" })).status).toBe(200);
    const carried = (await mine(driver.as)).filter((each: { carrying: boolean; state: string; from: string }) => each.carrying && each.state === "taken" && each.from === "镇上");
    expect(carried.map((each: { what: string }) => each.what).sort()).toEqual(["电池", "盐两包"]);
    expect((await mine(old.as)).map((each: { what: string }) => each.what)).not.toContain("电池");
    await stack.later(3_700_000);
    expect((await act(old.as, "give", trip.id, { what: "醋" })).status).toBe(404);
    expect((await one(driver.as, trip.id)).state).toBe("over");
    expect((await offer(driver.as, { kind: "trip", to: "镇上", at: "2026-01-01T00:00:00.000Z" })).body.type).toBe("in-the-past");
    expect((await offer(driver.as, { kind: "trip", to: "镇上" })).body).toMatchObject({ status: 422, field: "at" });
  });
});
it("the pick-up point is written by an office and read by every villager; another village reads nothing", async () => {
  const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
  const point = { place: "小卖部", hours: "下午2点到6点" };
  expect((await old.as.call(E, "setPoint", { village: a, body: point })).status).toBe(403);
  expect((await secretary.as.call(E, "setPoint", { village: a, body: point })).body).toMatchObject(point);
  expect((await old.as.call(E, "point", { village: a })).body).toMatchObject(point);
  expect((await stranger.as.call(E, "point", { village: a })).status).toBe(404);
  const { body } = await offer(old.as, { kind: "fetch", what: "包裹" });
  for (const village of [a, b]) expect((await stranger.as.call(E, "one", { village, params: { id: body.id } })).status).toBe(404);
  expect((await act(stranger.as, "take", body.id)).status).toBe(404);
});
