import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCounty, type TestCounty } from "../county.ts";

let county: TestCounty;
let warning: string;
let lines: { household: string; no: string }[];
beforeAll(async () => {
  county = await openCounty();
  county.stack.at("2026-07-01T03:00:00.000Z");
  warning = await county.warn();
  lines = (await county.secretary.call(R, "village", { village: county.a, params: { warning }, query: { show: "all" } })).body.items;
});
afterAll(() => county.stack.stop());

const R = "alerts/roll-call";
const house = (no: string): string => lines.find((line) => line.no === no)!.household;
const tick = (body: Record<string, unknown>) => county.secretary.call(R, "tick", { village: county.a, params: { warning }, body: { channel: "helper", ...body } });

describe("the board of households", () => {
  it("is closed to villagers and to another village's secretary", async () => {
    const { as } = await county.stack.person({ village: county.a });
    expect((await as.call(R, "village", { village: county.a, params: { warning } })).status).toBe(403);
    expect((await county.foreigner.call(R, "village", { village: county.a, params: { warning } })).status).toBe(404);
    expect((await county.foreigner.call(R, "village", { village: county.b, params: { warning } })).status).toBe(404);
  });
  it("has no 'all': at most twenty named houses, and never one that is not on the roll", async () => {
    expect((await tick({ all: true, is: "safe" })).status).toBe(422);
    expect((await tick({ households: Array.from({ length: 21 }, () => house("1")), is: "safe" })).status).toBe(422);
    expect((await tick({ households: ["01J00000000000000000000000"], is: "safe" })).body.type).toBe("not-on-this-roll");
    expect((await county.secretary.call(R, "remove", { village: county.a, params: { warning, household: house("1") }, body: {} })).body.type).toBe("never-after-issue");
  });
  it("takes a refusal only with a named witness, a relative's word only with a name, a time only between issue and now", async () => {
    expect((await tick({ households: [house("1")], is: "refused" })).body.type).toBe("witness-needed");
    expect((await tick({ households: [house("1")], is: "away", channel: "relative" })).body.type).toBe("said-by-needed");
    expect((await tick({ households: [house("1")], is: "safe", at: "2026-07-01T02:00:00.000Z" })).body.type).toBe("at-wrong");
    expect((await tick({ households: [house("1")], is: "safe", at: "2026-07-01T05:00:00.000Z" })).body.type).toBe("at-wrong");
  });
  it("a relative's word that they are away accounts for a house, by name", async () => {
    const done = await tick({ households: [house("4")], is: "away", channel: "relative", saidBy: "女儿周敏" });
    expect(done.body.items[0]).toMatchObject({ state: "away", open: false, by: "女儿周敏", channel: "relative" });
  });
  it("a call for help untaken for two minutes goes to the next taker, is taken once, and ends with the helper", async () => {
    await tick({ households: [house("3")], is: "needs-help" });
    await county.stack.settle();
    await county.stack.later(125_000);
    const events = await county.stack.rows(`V#${county.a}`, "EVENT#");
    expect(events.filter((event) => event["name"] === "alerts/roll-call/help-untaken")).toHaveLength(1);
    const first = await county.secretary.call(R, "take", { village: county.a, params: { warning, household: house("3") }, body: {} });
    expect(first.body).toMatchObject({ state: "helper-coming", taker: "王书记", open: true });
    expect((await county.officer.call(R, "take", { village: county.a, params: { warning, household: house("3") }, body: {} })).body.type).toBe("already-taken");
    await county.stack.later(125_000);
    expect((await county.stack.rows(`V#${county.a}`, "EVENT#")).filter((event) => event["name"] === "alerts/roll-call/help-untaken")).toHaveLength(1);
    expect((await tick({ households: [house("3")], is: "safe" })).body.items[0]).toMatchObject({ state: "safe", open: false });
  });
  it("shows a helper one house's numbers while the warning runs, and leaves an event", async () => {
    const look = await county.secretary.call(R, "look", { village: county.a, params: { warning, household: house("2") }, body: {} });
    expect(look.body.phones.map((each: { phone: string }) => each.phone)).toEqual(["+8613800010002", "+8613800010003"]);
    expect((await county.stack.rows(`V#${county.a}`, "EVENT#")).some((event) => event["name"] === "alerts/roll-call/phones-seen")).toBe(true);
    expect(await county.stack.rows(`V#${county.a}`, `LOOK#${house("2")}#`)).toMatchObject([{ name: "王书记", office: "office:secretary", purpose: "warning", what: "phones" }]);
  });
  it("adds up at the county, worst village first, with who is on duty and a report to copy", async () => {
    await county.stack.settle();
    const { body } = await county.officer.call(R, "board", { params: { warning }, query: { times: "1" } });
    expect(body.totals).toMatchObject({ households: 4, open: 2, accounted: 2, helpUntaken: 0 });
    expect(body.items[0]).toMatchObject({ village: county.a, onDuty: ["王书记"] });
    expect(body.secondsTo.half).not.toBeNull();
    const report = await county.officer.call(R, "report", { params: { warning }, language: "zh" });
    expect(report.text).toContain("共4户");
    expect(report.headers["content-type"]).toContain("text/plain");
  });
});

describe("heat", () => {
  it("asks for the vulnerable only, and again the next morning", async () => {
    county.stack.at("2026-07-10T03:00:00.000Z");
    const hot = await county.warn({ hazard: "heat", colour: "red", ask: "care", expires: "2026-07-13T03:00:00.000Z", status: "Exercise" });
    const open = async () => (await county.secretary.call(R, "village", { village: county.a, params: { warning: hot } })).body.items as { household: string; no: string }[];
    expect((await open()).map((line) => line.no).sort()).toEqual(["3", "4"]);
    for (const line of await open()) await county.secretary.call(R, "tick", { village: county.a, params: { warning: hot }, body: { households: [line.household], is: "safe", channel: "helper" } });
    expect(await open()).toEqual([]);
    await county.stack.settle();
    county.stack.at("2026-07-10T22:59:00.000Z");
    await county.stack.later(120_000);
    expect((await open()).map((line) => line.no).sort()).toEqual(["3", "4"]);
  });
});
