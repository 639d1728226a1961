import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/alerts/sending/handlers.ts";
import { systemClock } from "../../../functions/core/clock.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { entry, issue, layHouse, NOON, sends, storeWarning, tally, tell, warningFor } from "./village.ts";

let stack: TestStack;
let a: string;
let b: string;
beforeAll(async () => { stack = await openStack([handler]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at(NOON);
  a = await stack.village();
  b = await stack.village();
});
afterEach(() => { stack.phones.fail.length = 0; stack.phones.messages.length = 0; });

describe("an issued warning", () => {
  it("reaches every household that has a phone once, says which village, and counts who has none", async () => {
    const houses = [await layHouse(stack, a), await layHouse(stack, a), await layHouse(stack, b)];
    await layHouse(stack, a, { numbers: [] });
    const warning = warningFor([a, b]);
    await issue(stack, warning);
    await stack.settle();
    for (const house of houses) expect(stack.phones.to(house.phone)).toHaveLength(1);
    expect(stack.phones.to(houses[0]!.phone)[0]!.text).toMatch(new RegExp(`^红色山洪：青山村\\d+全体马上去村小学。 http://127.0.0.1:8080/w/${a}/[2-9a-z]{10}$`));
    expect(await tally(stack, warning.id, a)).toMatchObject({ planned: 2, sent: 2, parts: 2, withoutPhone: 1 });
    expect((await sends(stack, a, warning.id)).map((row) => [row.state, row.again])).toEqual([["sent", null], ["sent", null]]);
  });
  it("is told to officials first, then to vulnerable households, then to the rest", async () => {
    const rest = await layHouse(stack, a);
    const weak = await layHouse(stack, a, { vulnerable: ["bed-bound"] });
    const person = systemClock.id();
    const chief = await layHouse(stack, a, { people: [person] });
    const { id } = await stack.person({ village: a, offices: ["office:secretary"], member: { household: chief.id } });
    expect(id).not.toBe(person);
    await issue(stack, warningFor([a]));
    await stack.settle();
    expect(stack.phones.messages.map((each) => each.to)).toEqual([chief.phone, weak.phone, rest.phone]);
  });
  it("goes only to the groups it means, and to every official", async () => {
    const low = await layHouse(stack, a, { group: "1" });
    const high = await layHouse(stack, a, { group: "2" });
    await issue(stack, warningFor([a], { parts: [{ village: a, groups: ["1"] }] }));
    await stack.settle();
    expect([stack.phones.to(low.phone).length, stack.phones.to(high.phone).length]).toEqual([1, 0]);
  });
  it("that is approved twice, and whose whole stream is replayed, sends no second message", async () => {
    const house = await layHouse(stack, a);
    const warning = warningFor([a]);
    await issue(stack, warning);
    await stack.settle();
    stack.logs.length = 0;
    await tell(stack, "issued", [a], { warning: warning.id, replaces: null, single: false });
    await stack.settle();
    await stack.replay();
    await stack.settle();
    expect(stack.logs.filter((line) => line.includes("a message failed"))).toEqual([]);
    expect(stack.phones.to(house.phone)).toHaveLength(1);
    expect(await tally(stack, warning.id, a)).toMatchObject({ planned: 1, sent: 1 });
  });
  it("plans more households than one transaction holds, each once", async () => {
    for (let i = 0; i < 120; i++) await layHouse(stack, a, i % 4 === 0 ? { vulnerable: ["alone"] } : {});
    const warning = warningFor([a]);
    await issue(stack, warning);
    await stack.settle();
    expect(new Set(stack.phones.messages.map((each) => each.to)).size).toBe(120);
    expect(stack.phones.messages).toHaveLength(120);
    expect((await stack.rows(`V#${a}`, "EVENT#")).filter((row) => row["name"] === "alerts/sending/planned")).toMatchObject([{ data: { step: "alert", messages: 120, parts: 120 } }]);
  });
});

describe("numbers", () => {
  it("that said STOP are used in mortal danger and said so, and are left in peace otherwise", async () => {
    const number = entry("+8613900000001", { stopped: true });
    await layHouse(stack, a, { numbers: [number] });
    const red = warningFor([a]);
    await issue(stack, red);
    await stack.settle();
    expect((await sends(stack, a, red.id))[0]).toMatchObject({ state: "sent", why: "stopped-used" });
    const yellow = warningFor([a], { colour: "yellow", ask: "stay-alert" });
    await issue(stack, yellow);
    await stack.settle();
    expect((await sends(stack, a, yellow.id))[0]).toMatchObject({ state: "failed", why: "stopped", phones: [], attempts: [] });
    expect(stack.phones.to(number.phone)).toHaveLength(1);
  });
  it("that are dead are passed over", async () => {
    await layHouse(stack, a, { numbers: [entry("+8613900000011", { dead: true }), entry("+8613900000012", { order: 1 })] });
    await issue(stack, warningFor([a]));
    await stack.settle();
    expect([stack.phones.to("+8613900000011").length, stack.phones.to("+8613900000012").length]).toEqual([0, 1]);
  });
  it("the carrier refuses are final, the next one is tried at once, and an invalid one is asked about at the door", async () => {
    const house = await layHouse(stack, a, { numbers: [entry("+8613900000021"), entry("+8613900000022", { order: 1 })] });
    const alone = await layHouse(stack, b, { numbers: [entry("+8613900000023")] });
    stack.phones.fail.push(422);
    const warning = warningFor([a]);
    await issue(stack, warning);
    await stack.settle();
    expect(stack.phones.to("+8613900000022")).toHaveLength(1);
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ household: house.id, state: "sent", next: 1, attempts: [{ outcome: "blocked", phone: 0 }, { outcome: "sent", phone: 1 }] });
    stack.phones.fail.push(422);
    const other = warningFor([b]);
    await issue(stack, other);
    await stack.settle();
    await stack.later(10 * 60_000);
    await stack.later(10 * 60_000);
    expect((await sends(stack, b, other.id))[0]).toMatchObject({ household: alone.id, state: "failed", why: "blocked", attempts: [{ outcome: "blocked" }] });
    expect(await tally(stack, other.id, b)).toMatchObject({ sent: 0, failed: 1 });
  });
});

describe("a carrier in trouble", () => {
  it("answers 429 and 500: the message leaves later and is not lost", async () => {
    const houses = [await layHouse(stack, a), await layHouse(stack, a)];
    stack.phones.fail.push(429, 500);
    const warning = warningFor([a]);
    await issue(stack, warning);
    await stack.settle();
    expect((await sends(stack, a, warning.id)).map((row) => [row.state, row.why])).toEqual([["queued", "busy"], ["queued", "busy"]]);
    await stack.later(6000);
    for (const house of houses) expect(stack.phones.to(house.phone)).toHaveLength(1);
    expect(await tally(stack, warning.id, a)).toMatchObject({ sent: 2 });
  });
  it("that gives no answer may have sent: its receipt is waited for, and only without one it is sent once more and counted", async () => {
    const house = await layHouse(stack, a);
    stack.phones.fail.push(408);
    const warning = warningFor([a]);
    await issue(stack, warning);
    await stack.settle();
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "unsure", why: "no-answer" });
    await stack.later(60_000);
    expect(stack.phones.to(house.phone)).toHaveLength(0);
    await stack.later(61_000);
    expect(stack.phones.to(house.phone)).toHaveLength(1);
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "sent", extra: 1 });
    expect(await tally(stack, warning.id, a)).toMatchObject({ extra: 1 });
  });
});

describe("before each message", () => {
  it("a pause is asked about: nothing leaves, and when sending goes on everybody is reached", async () => {
    const house = await layHouse(stack, a);
    const warning = warningFor([a], { paused: true });
    await issue(stack, warning);
    await stack.settle();
    expect(stack.phones.messages).toHaveLength(0);
    await storeWarning(stack, { ...warning, paused: false });
    await tell(stack, "resumed", [a], { warning: warning.id });
    await stack.settle();
    expect(stack.phones.to(house.phone)).toHaveLength(1);
  });
  it("a pause holds within two seconds even for a sender that knew better a moment ago", async () => {
    await layHouse(stack, a);
    const late = await layHouse(stack, b);
    const warning = warningFor([a, b]);
    await storeWarning(stack, warning);
    await tell(stack, "issued", [a], { warning: warning.id, replaces: null, single: false });
    await stack.settle();
    await storeWarning(stack, { ...warning, paused: true });
    stack.at("2026-06-20T04:00:02.000Z");
    await tell(stack, "issued", [b], { warning: warning.id, replaces: null, single: false });
    await stack.settle();
    expect(stack.phones.to(late.phone)).toHaveLength(0);
    expect((await sends(stack, b, warning.id))[0]).toMatchObject({ state: "queued" });
  });
  it("the time is asked: what comes off the queue after the warning's end is skipped, said and counted", async () => {
    await layHouse(stack, a);
    const warning = warningFor([a], { paused: true });
    await issue(stack, warning);
    await stack.settle();
    await storeWarning(stack, { ...warning, paused: false });
    stack.at("2026-06-20T10:00:00.000Z");
    await tell(stack, "resumed", [a], { warning: warning.id });
    await stack.settle();
    expect(stack.phones.messages).toHaveLength(0);
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "expired", why: "expired", again: null });
    expect(await tally(stack, warning.id, a)).toMatchObject({ expired: 1 });
  });
  it("a drill that does not say so at its front is refused", async () => {
    await layHouse(stack, a);
    const warning = warningFor([a], { status: "Exercise" });
    await issue(stack, warning);
    await stack.settle();
    expect(stack.phones.messages).toHaveLength(0);
    expect((await sends(stack, a, warning.id))[0]).toMatchObject({ state: "failed", why: "no-drill-mark" });
  });
});

describe("when it is over", () => {
  it("what waits is not sent any more, and everybody who was told hears the all-clear", async () => {
    const told = await layHouse(stack, a);
    const warning = warningFor([a, b]);
    await storeWarning(stack, warning);
    await tell(stack, "issued", [a], { warning: warning.id, replaces: null, single: false });
    await stack.settle();
    const waits = await layHouse(stack, b);
    await storeWarning(stack, { ...warning, paused: true });
    stack.at("2026-06-20T04:10:00.000Z");
    await tell(stack, "issued", [b], { warning: warning.id, replaces: null, single: false });
    await stack.settle();
    const over = { ...warning, state: "cleared", history: [...warning.history, { to: "cleared", at: stack.now().toISOString(), by: "x", channel: "web" }] };
    await storeWarning(stack, over);
    await tell(stack, "over", [a, b], { warning: warning.id, how: "all-clear" });
    await stack.settle();
    expect(stack.phones.to(told.phone).map((each) => each.text)[1]).toMatch(/^山洪预警解除：青山村\d+全体可以回家/);
    expect(stack.phones.to(waits.phone)).toHaveLength(0);
    expect((await sends(stack, b, warning.id))[0]).toMatchObject({ state: "not-needed", why: "over" });
  });
  it("a false alarm is said plainly, with its reason, to who got it", async () => {
    const house = await layHouse(stack, a);
    const warning = warningFor([a]);
    await issue(stack, warning);
    await stack.settle();
    await storeWarning(stack, { ...warning, state: "cancelled", reason: "水尺坏了", history: [...warning.history, { to: "cancelled", at: NOON, by: "x", channel: "web" }] });
    await tell(stack, "over", [a], { warning: warning.id, how: "cancelled" });
    await stack.settle();
    expect(stack.phones.to(house.phone)[1]!.text).toContain("发错了");
    expect(stack.phones.to(house.phone)[1]!.text).toContain("水尺坏了");
  });
  it("an update reaches those who got the old warning and are not meant any more", async () => {
    const low = await layHouse(stack, a, { group: "1" });
    const high = await layHouse(stack, a, { group: "2" });
    const old = warningFor([a]);
    await issue(stack, old);
    await stack.settle();
    const next = warningFor([a], { parts: [{ village: a, groups: ["1"] }], replaces: old.id });
    await storeWarning(stack, { ...old, state: "replaced", replacedBy: next.id, history: [...old.history, { to: "replaced", at: NOON, by: "x", channel: "web" }] });
    await issue(stack, next);
    await tell(stack, "over", [a], { warning: old.id, how: "replaced" });
    await stack.settle();
    expect([stack.phones.to(low.phone).length, stack.phones.to(high.phone).length]).toEqual([2, 2]);
    expect((await sends(stack, a, old.id, "update")).map((row) => row.household)).toEqual([high.id]);
  });
  it("officials stand by when a draft is put up, and nobody else hears of it", async () => {
    const chief = await layHouse(stack, a);
    const other = await layHouse(stack, a);
    await stack.person({ village: a, offices: ["office:director"], member: { household: chief.id } });
    const warning = warningFor([a], { state: "waiting", issuedAt: null });
    await storeWarning(stack, warning);
    await tell(stack, "put-up", [a], { warning: warning.id });
    await stack.settle();
    expect(stack.phones.to(chief.phone)[0]!.text).toMatch(/^待命：青山村\d+红色山洪预警正在签发/);
    expect(stack.phones.to(other.phone)).toHaveLength(0);
  });
});
