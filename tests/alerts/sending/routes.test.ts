import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/alerts/sending/handlers.ts";
import { Alert } from "../../../functions/alerts/warnings/rows.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { entry, issue, layHouse, NOON, storeWarning, warningFor } from "./village.ts";

const SENDING = "alerts/sending";
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

describe("what a warning will take, said before it is sent", () => {
  const sms = { zh: "红色山洪：{village}全体马上去村小学。", en: "Red flash flood: {village}, go to the school now." };
  it("counts households, people, phones, parts, time and money of the chosen parts", async () => {
    await layHouse(stack, a, { group: "1", vulnerable: ["alone"] });
    await layHouse(stack, a, { group: "1", numbers: [] });
    await layHouse(stack, a, { group: "2" });
    await layHouse(stack, b, { numbers: [entry("+8613900000301", { language: "en" })] });
    const { as } = await stack.person({ offices: ["county:duty-officer"] });
    const { status, body } = await as.call(SENDING, "cost", { body: { parts: [{ village: a, groups: ["1"] }, { village: b }], sms } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ villages: 2, households: 3, people: 3, vulnerable: 1, phones: 2, withoutPhone: 1, encoding: "UCS-2", partsPerSecond: 500, seconds: 1 });
    expect(body.parts).toBe(body.partsEach + 1);
    expect(body.price).toBe(body.parts * 5);
  });
  it("says how much shorter a text must be to save a part, its link included", async () => {
    await layHouse(stack, a);
    const { as } = await stack.person({ offices: ["county:duty-officer"] });
    const long = { ...sms, zh: "雨".repeat(40) };
    const { body } = await as.call(SENDING, "cost", { body: { parts: [{ village: a }], sms: long } });
    const link = ` http://127.0.0.1:8080/w/${a}/aaaaaaaaaa`.length;
    expect(body).toMatchObject({ units: 40 + link, partsEach: 2, shorterBy: 40 + link - 70 });
  });
  it("refuses more than three parts, villages of nobody's and villages that are not the secretary's", async () => {
    const officer = await stack.person({ offices: ["county:duty-officer"] });
    expect((await officer.as.call(SENDING, "cost", { body: { parts: [{ village: a }], sms: { ...sms, zh: "雨".repeat(190) } } })).body).toMatchObject({ status: 422, type: "too-long", detail: { most: 3 } });
    for (const village of ["431228999999", "999999999999"]) expect((await officer.as.call(SENDING, "cost", { body: { parts: [{ village }], sms } })).body).toMatchObject({ status: 422, type: "unknown-village" });
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    expect((await secretary.as.call(SENDING, "cost", { body: { parts: [{ village: a }], sms } })).status).toBe(200);
    expect((await secretary.as.call(SENDING, "cost", { body: { parts: [{ village: b }], sms } })).body.type).toBe("unknown-village");
    const villager = await stack.person({ village: a });
    expect((await villager.as.call(SENDING, "cost", { body: { parts: [{ village: a }], sms } })).status).toBe(403);
  });
});

describe("the list of messages", () => {
  it("shows each attempt and never a whole number; failures can be shown alone", async () => {
    const house = await layHouse(stack, a, { numbers: [entry("+8613912345678")] });
    await layHouse(stack, a, { numbers: [entry("+8613912340000", { dead: true })] });
    const warning = warningFor([a]);
    await issue(stack, warning);
    await stack.settle();
    const { as } = await stack.person({ village: a, offices: ["office:grid-worker"] });
    const all = await as.call(SENDING, "list", { village: a, params: { warning: warning.id } });
    expect(all.body.items).toHaveLength(2);
    expect(all.body.items.find((each: { household: string }) => each.household === house.id)).toMatchObject({ state: "sent", to: "139****5678", attempts: [{ outcome: "sent" }] });
    expect(all.text).not.toContain("13912345678");
    const failed = await as.call(SENDING, "list", { village: a, params: { warning: warning.id }, query: { show: "failed" } });
    expect(failed.body.items).toMatchObject([{ state: "failed", why: "dead" }]);
  });
  it("of another village is not found, and villagers have no business with it", async () => {
    const grid = await stack.person({ village: a, offices: ["office:grid-worker"] });
    const other = await grid.as.call(SENDING, "list", { village: b, params: { warning: warningFor([b]).id } });
    const none = await grid.as.call(SENDING, "list", { village: "431228999999", params: { warning: warningFor([b]).id } });
    expect([other.status, other.body]).toEqual([404, none.body]);
    const villager = await stack.person({ village: a });
    expect((await villager.as.call(SENDING, "list", { village: a, params: { warning: warningFor([a]).id } })).status).toBe(403);
  });
});

describe("what is read out and posted by hand", () => {
  it("stands ready to copy with the village's page, and says who has done it", async () => {
    const warning = warningFor([a]);
    await storeWarning(stack, warning);
    await stack.store(Alert, Alert.schema.parse({ ...warning, groups: null, mark: null, overAt: null, how: null }), { village: a });
    const { as } = await stack.person({ village: a, name: "王组长", offices: ["office:group-leader"] });
    expect((await as.call(SENDING, "byHand", { village: a, params: { warning: warning.id }, body: { channel: "loudspeaker", where: "三组晒谷场" } })).body).toEqual({ done: true });
    const { body } = await as.call(SENDING, "script", { village: a, params: { warning: warning.id } });
    expect(body.byHand).toEqual([{ channel: "loudspeaker", by: "王组长", at: NOON, where: "三组晒谷场" }]);
    expect(body.zh.group).toContain(`/v/${a}`);
    expect(body.zh.speaker).toMatch(/青山村\d+/);
    expect(body.night).toBe(false);
    stack.at("2026-06-20T15:00:00.000Z");
    expect((await as.call(SENDING, "script", { village: a, params: { warning: warning.id } })).body.night).toBe(true);
  });
  it("for a warning that this village has not is not found", async () => {
    const { as } = await stack.person({ village: b, offices: ["office:secretary"] });
    const warning = warningFor([a]);
    await storeWarning(stack, warning);
    expect((await as.call(SENDING, "script", { village: b, params: { warning: warning.id } })).status).toBe(404);
    expect((await as.call(SENDING, "byHand", { village: b, params: { warning: warning.id }, body: { channel: "gong", where: "x" } })).status).toBe(404);
  });
});
