import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/alerts/answers/handlers.ts";
import { Link, codeHash, linkCode, Roll } from "../../../functions/alerts/roll-call/reads.ts";
import { Alert } from "../../../functions/alerts/warnings/rows.ts";
import { systemClock } from "../../../functions/core/clock.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { alertFor, hash, layHouse, said, warn, type House } from "./village.ts";

const ANSWERS = "alerts/answers";
let stack: TestStack;
let village: string;
let other: string;
let house: House;
let alert: Alert;
let code: string;
let otherCode: string;
beforeAll(async () => { stack = await openStack([handler]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at("2026-06-10T12:10:00.000Z");
  village = await stack.village();
  other = await stack.village();
  house = await layHouse(stack, village, "12", [{ name: "李秀英", weak: true }, { name: "李大山" }, { name: "李小山" }, { name: "李远", away: true }]);
  const elsewhere = await layHouse(stack, other, "12", [{ name: "张三" }]);
  alert = alertFor(systemClock.id(stack.now()));
  [code = ""] = await warn(stack, village, alert, [house]);
  [otherCode = ""] = await warn(stack, other, alert, [elsewhere]);
});

const byLink = (body: unknown, given: { code?: string; village?: string; key?: string } = {}) =>
  stack.visitor.call(ANSWERS, "byLink", { village: given.village ?? village, params: { code: given.code ?? code }, body, ...(given.key ? { key: given.key } : {}) });
const answers = () => stack.rows(`V#${village}`, "ANSWER#");

describe("answering by the link in the SMS, without signing in", () => {
  it("shows the warning and the house's number, and nobody's name", async () => {
    const page = await stack.visitor.call(ANSWERS, "page", { village, params: { code } });
    expect(page.status).toBe(200);
    expect(page.body).toMatchObject({ warning: alert.id, no: "12", sleepers: 3, vulnerable: 1, state: "not-reached", over: false, colour: "red", ask: "leave", emergency: "119", headline: { zh: "红色洪水预警" } });
    for (const name of ["李秀英", "李大山", "李远"]) expect(page.text).not.toContain(name);
  });
  it("all who sleep there left: counted, and the vulnerable one seen", async () => {
    const taken = await byLink({ fact: "left", people: 3 });
    expect(taken.body).toEqual({ taken: true, fact: "left", people: 3, partly: false, afterEnd: false, callNow: null });
    expect(await said(stack, village)).toMatchObject([{ warning: alert.id, household: house.id, fact: "left", people: 3, seen: true, channel: "link" }]);
  });
  it("fewer than sleep there is partly moved, and nobody counts as seen", async () => {
    expect((await byLink({ fact: "left", people: 2 })).body).toMatchObject({ partly: true });
    expect((await byLink({ fact: "left" })).body).toMatchObject({ partly: true, people: null });
    expect((await said(stack, village)).map((each) => each["seen"])).toEqual([false, false]);
  });
  it("a grandfather who stayed is said, with words that stay out of the event", async () => {
    expect((await byLink({ fact: "stayed", words: "爷爷不肯走" })).body).toMatchObject({ fact: "stayed" });
    expect((await answers())[0]).toMatchObject({ fact: "stayed", words: "爷爷不肯走" });
    expect(JSON.stringify(await stack.rows(`V#${village}`, "EVENT#"))).not.toContain("爷爷");
  });
  it("a call for help is told the emergency number first", async () => expect((await byLink({ fact: "help" })).body).toMatchObject({ fact: "help", callNow: "119" }));
  it("the same tap sent twice is one answer", async () => {
    const first = await byLink({ fact: "got-it" }, { key: "tapped-once-only" });
    expect((await byLink({ fact: "got-it" }, { key: "tapped-once-only" })).body).toEqual(first.body);
    expect(await answers()).toHaveLength(1);
  });
  it("no lockout: seventy answers from one phone, and the call for help after them is taken", async () => {
    for (let i = 0; i < 70; i++) expect((await byLink({ fact: "got-it" })).status).toBe(200);
    expect((await answers()).length).toBeLessThan(25);
    expect((await byLink({ fact: "help" })).body).toMatchObject({ fact: "help", callNow: "119" });
    expect((await said(stack, village)).at(-1)).toMatchObject({ fact: "help" });
  });
  it("an unknown code, another village's, a forged one and one past its time are the same 404", async () => {
    const none = await stack.visitor.call(ANSWERS, "page", { village, params: { code: "2222222222" } });
    expect(none.status).toBe(404);
    for (const wrong of [otherCode, await linkCode(hash, systemClock.id(stack.now()), house.id), "x", "..", "%00", `${code}2`, code.slice(1), "a".repeat(300)]) {
      expect((await stack.visitor.call(ANSWERS, "page", { village, params: { code: wrong } })).body, wrong).toEqual(none.body);
      expect((await byLink({ fact: "left", people: 3 }, { code: wrong })).status, wrong).toBe(404);
    }
    expect((await byLink({ fact: "left", people: 3 }, { village: other })).body).toEqual(none.body);
    stack.at("2026-06-11T12:00:01.000Z");
    expect((await stack.visitor.call(ANSWERS, "page", { village, params: { code } })).body).toEqual(none.body);
    expect(await answers()).toHaveLength(0);
  });
  it("guessing two hundred codes finds no house, and an answer is still taken", async () => {
    const letters = "23456789abcdefghjkmnpqrstvwxyz";
    const guesses = Array.from({ length: 200 }, (_, i) => Array.from({ length: 10 }, (_, j) => letters[(i * 31 + j * 17) % 30]).join(""));
    const found = await Promise.all(guesses.map(async (guess) => (await stack.visitor.call(ANSWERS, "page", { village, params: { code: guess } })).status));
    expect(new Set(found)).toEqual(new Set([404]));
    expect((await byLink({ fact: "help" })).status).toBe(200);
  });
  it("the code itself is kept nowhere", async () => {
    await byLink({ fact: "got-it" });
    expect(JSON.stringify((await stack.everything()).filter((row) => !String(row["sk"]).startsWith("IDEM#")))).not.toContain(code);
  });
  it("never says that a house is empty, whoever scans the code at its door", async () => {
    for (const state of ["moved", "away", "empty", "partly-moved", "safe"] as const) {
      await warn(stack, village, alert, [house], { state });
      const page = await stack.visitor.call(ANSWERS, "page", { village, params: { code } });
      expect(page.body.state, state).toBe("answered");
    }
  });
  it("refuses what is no answer", async () => {
    for (const body of [{ fact: "fine" }, {}, { fact: "left", people: -1 }, { fact: "left", people: 51 }, { fact: "left", household: house.id }, { fact: "got-it", words: "x".repeat(201) }]) {
      expect((await byLink(body)).status).toBe(422);
    }
  });
});

describe("after the end", () => {
  const end = () => stack.store(Alert, { ...alert, state: "cleared", overAt: "2026-06-10T12:05:00.000Z", how: "all-clear" }, { village });
  it("an answer is kept for the report, and moves nothing", async () => {
    await end();
    expect((await byLink({ fact: "left", people: 3 })).body).toMatchObject({ taken: true, afterEnd: true });
    expect((await answers())[0]).toMatchObject({ fact: "left", afterEnd: true });
    expect(await said(stack, village)).toEqual([]);
  });
  it("a call for help still reaches the officers on duty", async () => {
    await end();
    expect((await byLink({ fact: "help", words: "水还在涨" })).body).toMatchObject({ afterEnd: true, callNow: "119" });
    const officer = await stack.person({ offices: ["county:duty-officer"] });
    const [first] = (await officer.as.call(ANSWERS, "unplacedOfCounty", {})).body.items;
    expect(first).toMatchObject({ help: true, placed: false });
    expect(first.text).toContain("水还在涨");
  });
});

describe("answering signed in", () => {
  const member = (person: number) => stack.person({ village, member: { household: house.id } }).then(async (who) => (person < 0 ? who : { ...who, id: house.people[person]! }));
  it("the household's own page knows how it stands", async () => {
    await warn(stack, village, alert, [house], { state: "moved" });
    const { as } = await member(-1);
    expect((await as.call(ANSWERS, "minePage", { village, params: { warning: alert.id } })).body).toMatchObject({ state: "moved", no: "12" });
  });
  it("a relative who sleeps elsewhere sees nobody", async () => {
    const { as } = await member(-1);
    expect((await as.call(ANSWERS, "mine", { village, params: { warning: alert.id }, body: { fact: "left", people: 3 } })).status).toBe(200);
    expect(await said(stack, village)).toMatchObject([{ fact: "left", seen: false, channel: "web" }]);
  });
  it("a house the warning does not mean, an unknown warning and a villager of elsewhere are 404; a visitor signs in", async () => {
    const far = await layHouse(stack, village, "99", [{ name: "赵六" }], "9");
    await stack.store(Alert, { ...alert, groups: ["1"] }, { village });
    const outside = await stack.person({ village, member: { household: far.id } });
    expect((await outside.as.call(ANSWERS, "minePage", { village, params: { warning: alert.id } })).status).toBe(404);
    const { as } = await member(-1);
    expect((await as.call(ANSWERS, "minePage", { village, params: { warning: systemClock.id(stack.now()) } })).status).toBe(404);
    expect((await as.call(ANSWERS, "minePage", { village: other, params: { warning: alert.id } })).status).toBe(404);
    expect((await stack.visitor.call(ANSWERS, "mine", { village, params: { warning: alert.id }, body: { fact: "help" } })).status).toBe(401);
  });
  it("a house is meant before the roll is written, and its answer is not lost", async () => {
    const late = await layHouse(stack, village, "13", [{ name: "钱七" }]);
    const { as } = await stack.person({ village, member: { household: late.id } });
    expect((await as.call(ANSWERS, "mine", { village, params: { warning: alert.id }, body: { fact: "help" } })).status).toBe(200);
    expect(await said(stack, village)).toMatchObject([{ household: late.id, fact: "help" }]);
  });
});

describe("a cadre who writes down a word", () => {
  const call = async (body: Record<string, unknown>, offices = ["office:secretary"], where = village) => {
    const { as } = await stack.person({ village, offices });
    return as.call(ANSWERS, "forHousehold", { village: where, params: { warning: alert.id, household: house.id }, body });
  };
  it("keeps who said it; from far away nobody vulnerable is seen, in person they are", async () => {
    expect((await call({ fact: "left", people: 3, saidBy: "李远" })).status).toBe(200);
    expect((await call({ fact: "left", people: 3, saidBy: "李大山", inPerson: true })).status).toBe(200);
    expect((await said(stack, village)).map((each) => [each["seen"], each["channel"]])).toEqual([[false, "relative"], [true, "relative"]]);
    expect((await answers()).map((each) => each["saidBy"])).toEqual(["李远", "李大山"]);
  });
  it("holds an office of this village; a plain villager does not, and another village's house is not found", async () => {
    expect((await call({ fact: "help", saidBy: "李远" }, [])).body.type).toBe("role-missing");
    const { as } = await stack.person({ village: other, offices: ["office:secretary"] });
    expect((await as.call(ANSWERS, "forHousehold", { village: other, params: { warning: alert.id, household: house.id }, body: { fact: "help", saidBy: "x" } })).status).toBe(404);
    expect((await as.call(ANSWERS, "forHousehold", { village, params: { warning: alert.id, household: house.id }, body: { fact: "help", saidBy: "x" } })).status).toBe(404);
  });
  it("names who said it", async () => expect((await call({ fact: "help" })).body).toMatchObject({ status: 422, field: "saidBy" }));
});

describe("the rows behind an answer", () => {
  it("a link stands under its hash, and the roll is only read here", async () => {
    await byLink({ fact: "left", people: 3 });
    expect((await stack.rows(`V#${village}`, `${Link.prefix}#${await codeHash(hash, code)}`))).toHaveLength(1);
    expect((await stack.rows(`V#${village}`, `${Roll.prefix}#`))[0]).toMatchObject({ state: "not-reached", version: 1 });
  });
});
