import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCounty, type TestCounty } from "../county.ts";

let county: TestCounty;
beforeAll(async () => { county = await openCounty(); });
afterAll(() => county.stack.stop());

const W = "alerts/warnings";
const R = "alerts/roll-call";
const draftBody = (over: Record<string, unknown> = {}) => ({ kind: "order", status: "Exercise", hazard: "flash-flood", colour: "red", ask: "leave", parts: [{ village: county.a }], place: { zh: "村小学", en: "the school" }, expires: new Date(Date.now() + 6 * 3_600_000).toISOString(), ...over });
const draft = (over: Record<string, unknown> = {}) => county.officer.call(W, "draft", { body: draftBody(over) });
const move = (as: TestCounty["officer"], id: string, step: string, body: unknown = {}) => as.call(W, step, { params: { id }, body });

describe("composing a warning", () => {
  it("fills the texts from the template, begins a drill with its mark, and leaves the village's name open", async () => {
    const { body } = await draft();
    expect(body.texts.zh.sms).toMatch(/^【演练】/);
    expect(body.texts.zh.sms).toContain("{village}");
    expect(body.state).toBe("draft");
  });
  it("is never Actual outside production, and a drill text without its mark gets it", async () => {
    expect((await draft({ status: "Actual" })).body.status).toBe("Test");
    expect((await draft({ texts: { zh: { sms: "河水上涨，马上走" } } })).body.texts.zh.sms).toBe("【演练】河水上涨，马上走");
  });
  it("form never stops it: no end, a long life, no place are sentences beside the button", async () => {
    const { status, body } = await draft({ expires: undefined, place: undefined });
    expect(status).toBe(200);
    expect(body.concerns).toEqual(expect.arrayContaining(["no-expiry", "no-place"]));
  });
  it("only no area and already over stop it, in the reader's language", async () => {
    const none = await draft({ parts: [] });
    expect((await move(county.officer, none.body.id, "put-up")).body).toMatchObject({ status: 422, type: "no-area" });
    const over = await draft({ expires: "2020-01-01T00:00:00.000Z" });
    expect((await county.officer.call(W, "put-up", { params: { id: over.body.id }, body: {}, language: "zh" })).body).toMatchObject({ type: "already-over", title: "结束时间已经过了" });
  });
  it("a village of another county, or another village's secretary, cannot be reached", async () => {
    expect((await draft({ parts: [{ village: "999999000001" }] })).body).toMatchObject({ status: 422, type: "unknown-village" });
    expect((await county.foreigner.call(W, "draft", { body: draftBody() })).body).toMatchObject({ status: 403, type: "not-your-village" });
    const { body } = await draft();
    expect((await county.foreigner.call(W, "one", { params: { id: body.id } })).status).toBe(404);
  });
  it("a villager without office is refused, a stranger must sign in", async () => {
    const { as } = await county.stack.person({ village: county.a });
    expect((await as.call(W, "draft", { body: draftBody() })).body.type).toBe("role-missing");
    expect((await county.stack.visitor.call(W, "draft", { body: draftBody() })).status).toBe(401);
  });
});

describe("approval", () => {
  it("red waits 60 seconds for a second person; the drafter cannot be that person while another is there", async () => {
    const { body } = await draft();
    expect((await move(county.officer, body.id, "put-up")).body.state).toBe("waiting");
    expect((await move(county.officer, body.id, "approve")).body).toMatchObject({ status: 409, type: "own-draft" });
    expect((await move(county.second, body.id, "approve")).body).toMatchObject({ state: "issued", single: false });
  });
  it("nothing waits for a sleeping chief: after its minute it goes out and is marked as by one", async () => {
    county.stack.at("2026-07-01T03:00:00.000Z");
    const { body } = await draft({ expires: "2026-07-01T09:00:00.000Z" });
    await move(county.officer, body.id, "put-up");
    await county.stack.later(61_000);
    expect((await county.officer.call(W, "one", { params: { id: body.id } })).body).toMatchObject({ state: "issued", single: true });
    county.stack.at(null);
  });
  it("yellow needs one person only", async () => {
    const { body } = await draft({ colour: "yellow", ask: "stay-alert" });
    expect((await move(county.officer, body.id, "put-up")).body).toMatchObject({ state: "issued", single: false });
  });
  it("after issue there is no edit, only update or cancel, and the refusal names the state", async () => {
    const id = await county.warn();
    const edit = await county.officer.call(W, "revise", { params: { id }, body: draftBody() });
    expect(edit.body).toMatchObject({ status: 409, type: "already-issued", state: "issued" });
    expect((await move(county.officer, id, "put-up")).body).toMatchObject({ type: "not-allowed-now", steps: expect.arrayContaining(["end", "clear", "cancel"]) });
  });
});

describe("an issued warning", () => {
  it("stands on the village's page with its own name, and on no other village's", async () => {
    const id = await county.warn();
    const { body } = await county.stack.visitor.call(W, "running", { village: county.a, open: true });
    const own = body.items.find((each: { id: string }) => each.id === id);
    expect(own.texts.zh.sms).toContain("青山村");
    expect(own.texts.zh.sms).not.toContain("{village}");
    expect((await county.stack.visitor.call(W, "running", { village: county.b, open: true })).body.items).toEqual([]);
  });
  it("cannot end as complete while one household is not accounted for, and the refusal names them", async () => {
    const id = await county.warn();
    const end = await move(county.officer, id, "end", { as: "complete" });
    expect(end.body).toMatchObject({ status: 409, type: "households-open" });
    expect(end.body.detail.open).toBe(4);
    expect(end.body.detail.names).toContain("4 周大爷");
    expect(end.body.detail.households.map(({ label }: { label: string }) => Number.parseInt(label, 10)), "in the order of the houses, as one walks").toEqual([1, 2, 3, 4]);
    expect(end.body.title).toContain("4 households are not accounted for");
  });
  it("ends incomplete with a reason for each open house, and complete once each is accounted for", async () => {
    const id = await county.warn();
    const { body: board } = await county.secretary.call(R, "village", { village: county.a, params: { warning: id }, query: { show: "all" } });
    expect(board.items.map((line: { no: string }) => line.no).sort()).toEqual(["1", "2", "3", "4"]);
    expect((await move(county.officer, id, "end", { as: "incomplete" })).body.type).toBe("reasons-missing");
    for (const line of board.items) {
      const tick = await county.secretary.call(R, "tick", { village: county.a, params: { warning: id }, body: { households: [line.household], is: "safe", channel: "helper" } });
      expect(tick.body.items[0]).toMatchObject({ state: "safe", open: false });
    }
    await county.stack.settle();
    const totals = (await county.secretary.call(R, "village", { village: county.a, params: { warning: id } })).body.totals;
    expect(totals).toMatchObject({ households: 4, open: 0, accounted: 4, moved: 4 });
    expect((await move(county.officer, id, "end", { as: "complete" })).body.state).toBe("ended");
  });
  it("by all-clear people go home at once, unless a call for help is open: then it is named", async () => {
    const id = await county.warn();
    const { body: board } = await county.secretary.call(R, "village", { village: county.a, params: { warning: id } });
    await county.secretary.call(R, "tick", { village: county.a, params: { warning: id }, body: { households: [board.items[0].household], is: "needs-help", channel: "helper" } });
    expect((await move(county.officer, id, "clear")).body).toMatchObject({ status: 409, type: "calls-for-help-open" });
    expect((await move(county.officer, id, "clear", { despiteOpenCalls: true })).body.state).toBe("cleared");
    await county.stack.settle();
    expect((await county.stack.visitor.call(W, "shown", { village: county.a, params: { id } })).body).toMatchObject({ state: "cleared", how: "all-clear" });
  });
  it("an update replaces the one it names and reaches every village that got it; what households did still holds", async () => {
    const id = await county.warn({ parts: [{ village: county.a }, { village: county.b }] });
    const { body: board } = await county.secretary.call(R, "village", { village: county.a, params: { warning: id } });
    await county.secretary.call(R, "tick", { village: county.a, params: { warning: id }, body: { households: [board.items[0].household], is: "safe", channel: "helper" } });
    const update = await county.warn({ replaces: id });
    expect((await county.officer.call(W, "one", { params: { id } })).body).toMatchObject({ state: "replaced", replacedBy: update });
    expect((await county.officer.call(W, "one", { params: { id: update } })).body.parts).toHaveLength(2);
    expect((await county.secretary.call(R, "village", { village: county.a, params: { warning: update } })).body.totals).toMatchObject({ households: 4, open: 3 });
    expect((await draft({ replaces: id })).body).toMatchObject({ status: 409, type: "warning-over" });
  });
  it("that runs out of time is ended by time, which is no all-clear", async () => {
    county.stack.at("2026-08-01T03:00:00.000Z");
    const id = await county.warn({ expires: "2026-08-01T04:00:00.000Z" });
    await county.stack.later(61 * 60_000);
    expect((await county.officer.call(W, "one", { params: { id } })).body.state).toBe("lapsed");
    expect((await county.stack.visitor.call(W, "shown", { village: county.a, params: { id } })).body.how).toBe("by-time");
    county.stack.at(null);
  });
  it("a drill during a real warning is refused, and a real one stops the drill", async () => {
    const drill = await county.warn();
    const real = await county.warn({ status: "Actual", parts: [{ village: county.a }] });
    expect((await county.stack.visitor.call(W, "shown", { village: county.a, params: { id: drill } })).body.state).toBe("replaced");
    const { body } = await draft();
    expect((await move(county.officer, body.id, "put-up")).body.type).toBe("live-warning-running");
    await move(county.officer, real, "cancel", { reason: "试发" });
    await county.stack.settle();
  });
});
