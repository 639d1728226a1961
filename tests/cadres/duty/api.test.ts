import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/cadres/duty/handlers.ts";
import { gapsIn } from "../../../functions/cadres/duty/rules.ts";
import { handler as desk } from "../../../functions/platform/desk/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const D = "cadres/duty";
const HOUR = 3_600_000;
let stack: TestStack;
let a: string, b: string;
let secretary: { id: string; as: As }, chen: { id: string; as: As }, ofB: { id: string; as: As };
beforeAll(async () => {
  stack = await openStack([handler, desk]);
  stack.at("2026-05-01T00:00:00.000Z");
  const old = { openedAt: "2026-01-01T00:00:00.000Z", settings: { "cadres/duty.roster": "office hours" } };
  [a, b] = [await stack.village(undefined, old), await stack.village()];
  [secretary, chen, ofB] = [await stack.person({ village: a, name: "陈书记", offices: ["office:secretary"] }), await stack.person({ village: a, name: "王会计", offices: ["office:accountant"] }), await stack.person({ village: b, offices: ["office:secretary"] })];
});
afterAll(() => stack.stop());
beforeEach(() => stack.at("2026-05-01T00:00:00.000Z"));
const ask = (route: string, body: unknown, as = secretary.as, params = {}) => as.call(D, route, { village: a, params, body });
const board = async (village = a) => (await stack.visitor.call(D, "board", { village, open: true })).body;
/** Hours of a day of May, as the village's clock has them. */
const plan = (day: string, from: string, to: string, person = chen.id) => ask("plan", { person, day: `2026-05-${day}`, from: `${from}:00`, to: `${to}:00` });

describe("a card", () => {
  it("shows an officer's own number only with their word, else the office's", async () => {
    await ask("savePhones", { office: "0745-2621000", night: "13800001111" });
    expect((await ask("saveCard", { matters: "低保、盖章", agrees: true }, chen.as)).body).toMatchObject({ status: 422, field: "phone" });
    await ask("saveCard", { matters: "低保、盖章", phone: "139 0000 2222", agrees: false }, chen.as);
    const card = async () => (await board()).cards.find(({ person }: { person: string }) => person === chen.id);
    expect(await card()).toMatchObject({ name: "王会计", offices: [{ office: "accountant", titles: { zh: "会计" } }], matters: "低保、盖章", phone: "0745-2621000", own: false });
    expect(JSON.stringify(await board())).not.toContain("2222");
    await ask("saveCard", { matters: "低保、盖章", phone: "139 0000 2222", agrees: true }, chen.as);
    expect(await card()).toMatchObject({ phone: "139 0000 2222", own: true });
    expect((await board(b)).cards.map(({ person }: { person: string }) => person)).toEqual([ofB.id]);
  });
});

describe("the roster", () => {
  it("says who is on duty now, the night phone at night, and that nobody is where nobody is", async () => {
    expect((await board()).now).toMatchObject({ kind: "nobody", phone: "0745-2621000" });
    expect((await plan("01", "08", "18")).body.overlaps).toEqual([]);
    expect((await board()).now).toMatchObject({ kind: "person", name: "王会计", phone: "139 0000 2222", until: "2026-05-01T10:00:00.000Z" });
    stack.at("2026-05-01T14:00:00.000Z");
    expect((await board()).now).toEqual({ kind: "night", name: "", phone: "13800001111", until: null });
  });
  it("warns of hours two have and of hours nobody has, and fills neither", async () => {
    const { body } = await plan("01", "16", "20", secretary.id);
    expect(body.overlaps).toEqual([{ from: "2026-05-01T08:00:00.000Z", to: "2026-05-01T10:00:00.000Z" }]);
    expect(body.gaps[0]).toEqual({ from: "2026-05-02T00:00:00.000Z", to: "2026-05-02T10:00:00.000Z" });
    expect((await board()).shifts).toHaveLength(2);
  });
  it("refuses hours that are no hours or are over, and people without a post; a night ends the next morning", async () => {
    expect((await plan("02", "25", "08")).body).toMatchObject({ status: 422, field: "from" });
    expect((await ask("plan", { person: chen.id, day: "2026-04-01", from: "08:00", to: "18:00" })).body.type).toBe("wrong-hours");
    expect((await plan("02", "08", "16", ofB.id)).body.type).toBe("not-in-office");
    expect((await ofB.as.call(D, "plan", { village: a, body: {} })).status).toBe(404);
    expect((await plan("08", "18", "08")).body.shift).toMatchObject({ from: "2026-05-08T10:00:00.000Z", to: "2026-05-09T00:00:00.000Z" });
  });
  it("shows an uncovered hour red on the secretary's desk the day before, once, until somebody has it", async () => {
    const lines = async () => (await secretary.as.call("platform/desk", "list", { village: a })).body.items;
    stack.at("2026-05-01T23:00:00.000Z");
    await plan("03", "08", "14");
    await stack.later(2 * HOUR);
    expect(await lines()).toMatchObject([{ feature: D, overdue: true, text: { zh: "2026-05-03 14:00–18:00 没人值班" } }]);
    await stack.later(HOUR);
    expect(await lines()).toHaveLength(1);
    await plan("03", "14", "17");
    expect(await lines()).toHaveLength(1);
    await plan("03", "17", "18");
    expect(await lines()).toEqual([]);
  });
  it("is not red in a village that has just opened, nor where one phone does", async () => {
    stack.at("2026-05-01T00:00:00.000Z");
    await ofB.as.call(D, "plan", { village: b, body: { person: ofB.id, day: "2026-05-01", from: "08:00", to: "16:00" } });
    await stack.later(30 * HOUR);
    expect((await ofB.as.call("platform/desk", "list", { village: b })).body.items).toEqual([]);
    expect((await board(b))).toMatchObject({ roster: "one phone", startsAt: expect.any(String), gaps: [] });
  });
});

describe("handing over", () => {
  it("leaves a note for the next, which villagers do not read", async () => {
    await ask("handOver", { text: "水泵借给老王" }, chen.as);
    expect((await secretary.as.call(D, "notes", { village: a })).body.items).toMatchObject([{ name: "王会计", text: "水泵借给老王" }]);
    expect((await (await stack.person({ village: a })).as.call(D, "notes", { village: a })).status).toBe(403);
    expect(JSON.stringify(await board())).not.toContain("水泵");
  });
});

it("the hours nobody has and the hours somebody has are the whole day, whatever the shifts", () => {
  const at = (hour: number): string => new Date(Date.UTC(2026, 4, 1) + hour * HOUR).toISOString();
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -5, max: 28 }), fc.integer({ min: 1, max: 12 })), { maxLength: 6 }), (raw) => {
    const shifts = raw.map(([from, long]) => ({ from: at(from), to: at(from + long) }));
    const gaps = gapsIn({ from: at(0), to: at(24) }, shifts);
    for (let hour = 0; hour < 24; hour++) {
      const has = (hours: readonly { from: string; to: string }[]): boolean => hours.some(({ from, to }) => from <= at(hour) && at(hour + 1) <= to);
      expect(has(gaps)).toBe(!has(shifts));
    }
  }));
});
