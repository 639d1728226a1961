import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/alerts/door-sheets/handlers.ts";
import { Alert } from "../../../functions/alerts/warnings/rows.ts";
import { systemClock } from "../../../functions/core/clock.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { alertFor, layHouse, warn, type House } from "../answers/village.ts";

const SHEETS = "alerts/door-sheets";
const PHONE = "+8613812348000";
let stack: TestStack;
let village: string;
let other: string;
let alert: Alert;
let houses: House[];
let secretary: As;
beforeAll(async () => { stack = await openStack([handler]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at("2026-06-10T12:30:00.000Z");
  village = await stack.village(undefined, { names: { zh: "青山村", en: "Qingshan" } });
  other = await stack.village();
  houses = [
    await layHouse(stack, village, "1", [{ name: "李一", phone: PHONE }, { name: "李二", phone: "+8613812348001" }]),
    await layHouse(stack, village, "2", [{ name: "王奶奶", weak: true }], "2"),
    await layHouse(stack, village, "3", [{ name: "张三" }]),
  ];
  alert = alertFor(systemClock.id(stack.now()));
  await warn(stack, village, alert, houses.slice(0, 2));
  await warn(stack, village, alert, houses.slice(2), { state: "moved", open: false });
  secretary = (await stack.person({ village, name: "赵书记", offices: ["office:secretary"] })).as;
});

const print = (as: As, body: Record<string, unknown> = {}, where = village) => as.call(SHEETS, "print", { village: where, params: { warning: alert.id }, body: { sweeper: "王大山", ...body } });
const one = (as: As, id: string) => as.call(SHEETS, "one", { village, params: { warning: alert.id, id } });
const enter = (as: As, id: string, ticks: unknown[], key?: string) => as.call(SHEETS, "enter", { village, params: { warning: alert.id, id }, body: { by: "王大山", ticks }, ...(key ? { key } : {}) });
const tick = (n: number, facts: Record<string, unknown> = {}) => ({ household: houses[n]!.id, is: "moved", people: 1, at: "2026-06-10T12:20:00.000Z", ...facts });
const events = async (name: string) => (await stack.rows(`V#${village}`, "EVENT#")).filter((each) => each["name"] === `${SHEETS}/${name}`);

describe("printing a door sheet", () => {
  it("gives the houses still to be visited, the vulnerable first, with one phone each and the script to shout", async () => {
    const { status, body } = await print(secretary);
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: "QS-0610-01", sweeper: "王大山", script: { zh: "乡亲们：红色洪水预警" } });
    expect(body.lines.map((line: { no: string; phone: string | null; vulnerable: string[] }) => [line.no, line.phone, line.vulnerable])).toEqual([["2", null, ["bed-bound"]], ["1", PHONE, []]]);
    expect(await events("printed")).toMatchObject([{ data: { warning: alert.id, sheet: body.id }, office: "office:secretary" }]);
  });
  it("never lists who has left: a sheet lost on the road is no burglar's guide", async () => {
    const sheet = await print(secretary);
    expect(sheet.text).not.toContain("张三");
    expect(sheet.text).not.toContain(houses[2]!.id);
  });
  it("numbers the sheets of a day, two at once too", async () => {
    const both = await Promise.all([print(secretary), print(secretary)]);
    expect(both.map((each) => each.body.number).sort()).toEqual(["QS-0610-01", "QS-0610-02"]);
    stack.at("2026-06-10T16:30:00.000Z");
    expect((await print(secretary)).body.number).toBe("QS-0611-01");
  });
  it("in the first seconds, before the roll is written, gives every house the warning means", async () => {
    const fresh = alertFor(systemClock.id(stack.now()), { groups: ["1"] });
    await stack.store(Alert, fresh, { village });
    const { body } = await secretary.call(SHEETS, "print", { village, params: { warning: fresh.id }, body: { sweeper: "王大山" } });
    expect(body.lines.map((line: { no: string }) => line.no)).toEqual(["1", "3"]);
  });
  it("keeps no phone, name of a household or state with the sheet", async () => {
    await print(secretary);
    const kept = JSON.stringify(await stack.rows(`V#${village}`, "SHEET#"));
    for (const personal of [PHONE, "李一", "王奶奶", "not-reached"]) expect(kept).not.toContain(personal);
  });
  it("shows no phones once the warning is over", async () => {
    await stack.store(Alert, { ...alert, state: "ended", overAt: "2026-06-10T12:29:00.000Z" }, { village });
    expect((await print(secretary)).text).not.toContain(PHONE);
  });
  it("gives a group's leader the own group, and no other", async () => {
    const leader = (await stack.person({ village, member: { group: "2" }, offices: ["office:group-leader"] })).as;
    expect((await print(leader)).body).toMatchObject({ groups: ["2"], lines: [{ no: "2" }] });
    expect((await print(leader, { groups: ["1"] })).status).toBe(403);
    const whole = (await print(secretary)).body.id as string;
    expect((await one(leader, whole)).status).toBe(404);
    expect((await enter(leader, whole, [tick(1)])).status).toBe(404);
  });
  it("is for offices of this village: a villager is refused, another village's secretary finds nothing", async () => {
    expect((await print((await stack.person({ village })).as)).status).toBe(403);
    const foreign = (await stack.person({ village: other, offices: ["office:secretary"] })).as;
    const unknown = await foreign.call(SHEETS, "print", { village: other, params: { warning: alert.id }, body: { sweeper: "x" } });
    expect([(await print(foreign)).status, unknown.status]).toEqual([404, 404]);
    expect((await print(stack.visitor)).status).toBe(401);
  });
});

describe("looking at a sheet again", () => {
  it("shows the same houses with their states of now, and the look is an event", async () => {
    const { id } = (await print(secretary)).body;
    await warn(stack, village, alert, houses.slice(0, 1), { state: "needs-help" });
    expect((await one(secretary, id)).body.lines.map((line: { no: string; state: string }) => [line.no, line.state])).toEqual([["2", "not-reached"], ["1", "needs-help"]]);
    expect(await events("looked")).toHaveLength(1);
  });
  it("stands in every household's own list of looks, the printing too, each once; a leader's look in the own group's alone", async () => {
    const { id } = (await print(secretary)).body;
    const leader = (await stack.person({ village, member: { group: "2" }, offices: ["office:group-leader"] })).as;
    await print(leader);
    await one(secretary, id);
    await stack.settle();
    const looks = (await stack.rows(`V#${village}`, "LOOK#")).map((each) => [each["what"], each["purpose"], each["office"]].join(" "));
    expect(looks.sort()).toEqual([...Array.from({ length: 1 }, () => "sheet warning office:group-leader"), ...Array.from({ length: 4 }, () => "sheet warning office:secretary")]);
  });
  it("shows no phones once the warning is over", async () => {
    const { id } = (await print(secretary)).body;
    await stack.store(Alert, { ...alert, state: "ended", overAt: "2026-06-10T12:29:00.000Z" }, { village });
    const again = await one(secretary, id);
    expect(again.status).toBe(200);
    expect(again.text).not.toContain(PHONE);
  });
  it("an unknown sheet and one of another warning are not found", async () => {
    const { id } = (await print(secretary)).body;
    expect((await one(secretary, systemClock.id(stack.now()))).status).toBe(404);
    expect((await secretary.call(SHEETS, "one", { village, params: { warning: systemClock.id(stack.now()), id } })).status).toBe(404);
  });
  it("lists the warning's sheets with who printed them and how often something was entered", async () => {
    const { id } = (await print(secretary, { groups: ["1"] })).body;
    await enter(secretary, id, [tick(0)]);
    expect((await secretary.call(SHEETS, "list", { village, params: { warning: alert.id } })).body.items).toMatchObject([{ id, number: "QS-0610-01", groups: ["1"], printedBy: "赵书记", entries: 1 }]);
  });
});

describe("entering ticks from paper", () => {
  it("keeps the real times; the witness's name stays out of the event", async () => {
    const { id } = (await print(secretary)).body;
    const { body } = await enter(secretary, id, [tick(0, { people: 2 }), tick(1, { is: "refused", people: undefined, witness: "孙会计", words: "锁了门" })]);
    expect(body).toEqual({ entered: 2 });
    const [event] = await events("entered");
    expect(event).toMatchObject({ data: { sheet: id, ticks: [{ household: houses[0]!.id, is: "moved", people: 2, at: "2026-06-10T12:20:00.000Z" }, { is: "refused", people: null }] } });
    expect(JSON.stringify(event)).not.toContain("孙会计");
    expect((await stack.rows(`V#${village}`, "ENTRY#"))[0]).toMatchObject({ by: "王大山", ticks: [{ witness: null }, { witness: "孙会计", words: "锁了门" }] });
  });
  it("refuses a time to come or before the warning, a house that is not on the sheet, a refusal without a witness, and more than forty", async () => {
    const { id } = (await print(secretary)).body;
    const refused = async (ticks: unknown[]) => { const { body } = await enter(secretary, id, ticks); return [body.status, body.type, body.field]; };
    expect(await refused([tick(0), tick(1, { at: "2026-06-10T13:00:00.000Z" })])).toEqual([422, "at-wrong", "ticks.1.at"]);
    expect(await refused([tick(0, { at: "2026-06-10T11:59:00.000Z" })])).toEqual([422, "at-wrong", "ticks.0.at"]);
    expect(await refused([tick(2)])).toEqual([422, "not-on-this-sheet", "ticks.0.household"]);
    expect(await refused([tick(0, { is: "refused" })])).toEqual([422, "witness-needed", "ticks.0.witness"]);
    expect((await refused(Array.from({ length: 41 }, () => tick(0))))[0]).toBe(422);
    expect(await stack.rows(`V#${village}`, "ENTRY#")).toEqual([]);
  });
  it("sent twice is entered once", async () => {
    const { id } = (await print(secretary)).body;
    await enter(secretary, id, [tick(0)], "entered-only-once");
    await enter(secretary, id, [tick(0)], "entered-only-once");
    expect(await stack.rows(`V#${village}`, "ENTRY#")).toHaveLength(1);
  });
});
