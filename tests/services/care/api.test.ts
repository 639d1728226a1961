import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Answered } from "../../core/stack.ts";
import { alertFor, layHouse, text, warn } from "../../alerts/answers/village.ts";
import { CARE, EIGHT, HOME, HOUR, openCare, PHONE, type Setting, type Someone } from "./village.ts";

let it_: Setting;
beforeAll(async () => { it_ = await openCare(); });
afterAll(() => it_.stack.stop());

const ask = (who: Someone, route: string, given: { params?: Record<string, string>; body?: unknown; village?: string } = {}): Promise<Answered> => who.as.call(CARE, route, { village: it_.a, language: "zh", ...given });
const mothers = () => ({ params: { person: it_.mother.id } });
/** Ten o'clock; the daughter at once, the neighbour an hour later, somebody of the village two hours later. */
const setUp = async (): Promise<void> => {
  const { mother, daughter } = it_;
  await ask(mother, "end", mothers());
  expect((await ask(daughter, "begin", { ...mothers(), body: { by: "10:00" } })).status).toBe(200);
  const add = (body: object) => ask(daughter, "circle", { ...mothers(), body });
  await add({ kind: "cadre", after: 120 });
  await add({ kind: "neighbour", name: "王大山", house: "13", after: 60 });
  expect((await add({ kind: "relative", name: "李娟", house: "12", after: 0 })).body.circle).toHaveLength(3);
};
const told = async (who: Someone, key = "silent"): Promise<number> => (await it_.stack.rows(`V#${it_.a}`, `TELL#${who.id}`)).filter((each) => each["feature"] === CARE && each["key"] === key).length;
const counts = async (): Promise<number[]> => Promise.all([it_.daughter, it_.neighbour, it_.linked, it_.secretary].map((who) => told(who)));
const lineOf = async (who: Someone): Promise<string[]> => (await who.as.call(HOME, "mine", { village: it_.a })).body.people.map((each: { text: { zh: string } }) => each.text.zh);
let day = 0;
/** Every story on a day of its own, at eight in the morning. */
beforeEach(() => { it_.stack.at(new Date(Date.parse(EIGHT) + 10 * ++day * 24 * HOUR)); });

describe("a mother who lives alone", () => {
  it("taps once on her home, and her daughter's line changes", async () => {
    await setUp();
    expect(await lineOf(it_.daughter)).toEqual(["李桂花：今天还没到报平安的点"]);
    const [thing] = (await it_.mother.as.call(HOME, "mine", { village: it_.a })).body.waiting.filter((each: { feature: string }) => each.feature === CARE);
    const [action] = thing.actions;
    expect(action.label.zh).toBe("今天我好");
    expect((await ask(it_.mother, action.route, { params: action.params, body: action.body })).body).toMatchObject({ today: "well", seen: { how: "tap" } });
    expect(await lineOf(it_.daughter)).toEqual(["李桂花：今天报了平安"]);
    expect(await lineOf(it_.mother)).toContain("您今天报过平安了");
  });
  it("is silent the day after: daughter, neighbour, then who looks after the house, each told once; and all breathe again", async () => {
    await setUp();
    await ask(it_.mother, "well", { ...mothers(), body: {} });
    const before = await counts();
    const since = async () => (await counts()).map((n, i) => n - before[i]!);
    await it_.stack.later(25 * HOUR);
    expect(await since()).toEqual([0, 0, 0, 0]);
    await it_.stack.later(HOUR + 60_000);
    expect(await since()).toEqual([1, 0, 0, 0]);
    expect(await lineOf(it_.daughter)).toEqual(["李桂花：今天还没动静"]);
    await it_.stack.later(HOUR);
    expect(await since()).toEqual([1, 1, 0, 0]);
    await it_.stack.later(HOUR);
    await it_.stack.later(3 * HOUR);
    expect(await since()).toEqual([1, 1, 1, 0]);
    expect((await ask(it_.linked, "well", { ...mothers(), body: { how: "seen" } })).body.seen.how).toBe("seen");
    expect(await Promise.all([it_.daughter, it_.neighbour, it_.linked].map((who) => told(who, "well-again")))).toEqual([1, 1, 1]);
    await it_.stack.later(HOUR);
    expect(await since()).toEqual([1, 1, 1, 0]);
  });
  it("on a journey worries nobody, by her own pause or by the dates she said, and is asked again afterwards", async () => {
    await setUp();
    const today = it_.stack.now().toISOString().slice(0, 10);
    const before = await counts();
    expect((await ask(it_.daughter, "pause", { ...mothers(), body: { until: today } })).body.today).toBe("paused");
    const tomorrow = new Date(it_.stack.now().getTime() + 24 * HOUR).toISOString().slice(0, 10);
    await it_.mother.as.call("circle/away", "leave", { village: it_.a, body: { from: tomorrow, until: tomorrow } });
    for (let i = 0; i < 4; i++) await it_.stack.later(12 * HOUR);
    expect(await counts()).toEqual(before);
    await it_.stack.later(3 * HOUR);
    expect((await counts())[0]).toBe(before[0]! + 1);
  });
  it("who chose nobody: whoever looks after the house is asked", async () => {
    await ask(it_.mother, "end", mothers());
    await ask(it_.mother, "begin", { ...mothers(), body: { by: "10:00" } });
    const before = await counts();
    for (let i = 0; i < 2; i++) await it_.stack.later(4 * HOUR);
    expect((await counts()).map((n, i) => n - before[i]!)).toEqual([0, 0, 1, 0]);
  });
});

describe("a text of 1", () => {
  it("is her sign of life where no warning means her house", async () => {
    await setUp();
    expect(await text(it_.stack, PHONE, "1")).toEqual([expect.stringContaining("家里人看得到")]);
    expect((await ask(it_.mother, "one", mothers())).body).toMatchObject({ today: "well", seen: { how: "sms" } });
  });
  it("answers the warning first, and is no sign of life then", async () => {
    await setUp();
    const house = await layHouse(it_.stack, it_.a, "12", [{ name: "李桂花", phone: PHONE }, { name: "李娟", away: true }]);
    const now = it_.stack.now().getTime();
    await warn(it_.stack, it_.a, alertFor("01J00000000000000000000777", { issuedAt: it_.stack.now().toISOString(), expires: new Date(now + HOUR).toISOString() }), [house]);
    expect((await text(it_.stack, PHONE, "1"))[0]).toContain("收到");
    expect((await ask(it_.mother, "one", mothers())).body.today).toBe("waiting");
  });
});

describe("nobody outside the circle", () => {
  it("can tell that somebody is in it: the same answer as for nobody", async () => {
    await setUp();
    for (const who of [it_.secretary, it_.linked]) {
      const nobody = { params: { person: "01J00000000000000000000009" } };
      for (const [route, body] of [["one"], ["begin", { by: "09:00" }], ["well", {}], ["pause", { until: null }], ["circle", { kind: "cadre", after: 0 }], ["end"]] as const) {
        const answers = await Promise.all([mothers(), nobody].map((of) => ask(who, route, { ...of, ...(body ? { body } : {}) })));
        expect(answers.map(({ status, body: { type, title } }) => [status, type, title])).toEqual([[404, "not-found", answers[1]!.body.title], [404, "not-found", answers[1]!.body.title]]);
      }
      expect((await ask(who, "watching")).body.items).toEqual([]);
      expect(await lineOf(who)).toEqual([]);
    }
    expect((await ask(it_.stranger, "one", mothers())).status).toBe(404);
    expect((await ask(it_.stranger, "one", { ...mothers(), village: it_.b })).status).toBe(404);
    const events = (await it_.stack.rows(`V#${it_.a}`, "EVENT#")).filter((each) => String(each["name"]).startsWith(CARE));
    expect(events.length).toBeGreaterThan(3);
    expect(events.filter((each) => [it_.mother, it_.daughter, it_.neighbour].some(({ id }) => JSON.stringify({ ...each, gp: "" }).includes(id)))).toEqual([]);
  });
  it("the circle itself looks, says it saw her, may go; the family alone decides", async () => {
    await setUp();
    const { body } = await ask(it_.neighbour, "one", mothers());
    expect(body).toMatchObject({ as: "circle", name: "李桂花" });
    expect((await ask(it_.neighbour, "pause", { ...mothers(), body: { until: null } })).body).toMatchObject({ status: 403, type: "family-sets", title: "这个由本人或家里人来定" });
    const entry = (mine: boolean) => body.circle.find((each: { mine: boolean }) => each.mine === mine).id;
    expect((await ask(it_.neighbour, "drop", { params: { person: it_.mother.id, entry: entry(false) } })).status).toBe(403);
    expect((await ask(it_.neighbour, "drop", { params: { person: it_.mother.id, entry: entry(true) } })).status).toBe(200);
    expect((await ask(it_.neighbour, "one", mothers())).status).toBe(404);
    expect(await told(it_.mother, "left")).toBe(1);
  });
  it("refuses a name that is not at that door, and the same person twice", async () => {
    await setUp();
    const add = async (body: object) => (await ask(it_.daughter, "circle", { ...mothers(), body })).body;
    expect(await add({ kind: "neighbour", name: "王大山", house: "14", after: 0 })).toMatchObject({ status: 422, field: "name" });
    expect(await add({ kind: "neighbour", after: 0 })).toMatchObject({ status: 422, field: "name" });
    expect(await add({ kind: "neighbour", name: "王大山", house: "13", after: 0 })).toMatchObject({ status: 409, type: "in-it-already" });
  });
});
