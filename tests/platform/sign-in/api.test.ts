import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/sign-in/handlers.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { codeFor, cookieOf, freshNumber, onRoll, SIGN_IN, signIn, valueOf, wrong } from "./signing.ts";

let stack: TestStack;
let a: string;
let b: string;
const START = Date.parse("2026-06-01T08:00:00.000Z");
let minutes = 0;
beforeAll(async () => {
  stack = await openStack([handler]);
  a = await stack.village();
  b = await stack.village();
});
// Each test an hour later: what one did to an address or a number is over for the next.
beforeEach(() => stack.at(new Date(START + (minutes += 60) * 60_000)));
afterAll(() => stack.stop());
const after = (ms: number): void => stack.at(new Date(stack.now().getTime() + ms));

describe("asking for a code", () => {
  it("answers a known and an unknown number alike, and sends only to the known one", async () => {
    const [known, unknown] = [freshNumber(), freshNumber()];
    await onRoll(stack, a, known);
    const answers = [];
    for (const phone of [known, unknown]) answers.push(await stack.guest().call(SIGN_IN, "ask", { body: { phone } }));
    expect(answers[0]!.body).toEqual({ sent: true, digits: 6, seconds: 300 });
    expect([answers[1]!.status, answers[1]!.text, answers[1]!.headers]).toEqual([answers[0]!.status, answers[0]!.text, answers[0]!.headers]);
    await stack.settle();
    expect([stack.phones.to(known).length, stack.phones.to(unknown).length]).toEqual([1, 0]);
    expect(stack.phones.to(known)[0]!.purpose).toBe("code");
  });
  it("does not wait for the carrier, so that time says nothing either", async () => {
    const phone = freshNumber();
    await onRoll(stack, a, phone);
    const before = stack.phones.messages.length;
    expect((await stack.guest().call(SIGN_IN, "ask", { body: { phone } })).status).toBe(200);
    expect(stack.phones.messages.length).toBe(before);
    await stack.settle();
    expect(stack.phones.to(phone)).toHaveLength(1);
  });
  it("writes the same rows for a known and an unknown number", async () => {
    const [known, unknown] = [freshNumber(), freshNumber()];
    await onRoll(stack, a, known);
    const grown = async (phone: string): Promise<Record<string, number>> => {
      const count = async () => Object.fromEntries(["NUMBER#", "ASK#", "EVENT#"].map((prefix) => [prefix, 0]).concat(await Promise.all(["NUMBER#", "ASK#", "EVENT#"].map(async (prefix) => [prefix, (await stack.rows("R#", prefix)).length]))));
      const before = await count();
      await stack.guest().call(SIGN_IN, "ask", { body: { phone } });
      const now = await count();
      return Object.fromEntries(Object.entries(now).map(([prefix, n]) => [prefix, Number(n) - Number(before[prefix])]));
    };
    expect(await grown(unknown)).toEqual(await grown(known));
  });
  it("a fourth time in ten minutes is 429 with the time to wait, and no SMS", async () => {
    const phone = freshNumber();
    await onRoll(stack, a, phone);
    for (let i = 0; i < 3; i++) { await codeFor(stack, stack.guest(), phone); after(60_000); }
    const fourth = await stack.guest().call(SIGN_IN, "ask", { body: { phone } });
    await stack.settle();
    expect([fourth.status, fourth.body.type, Number(fourth.headers["retry-after"])]).toEqual([429, "asked-too-often", 420]);
    expect(stack.phones.to(phone)).toHaveLength(3);
    after(421_000);
    expect((await stack.guest().call(SIGN_IN, "ask", { body: { phone } })).status).toBe(200);
  });
  it("for a hundred unknown numbers from one address is 429, while the village's own numbers still get theirs", async () => {
    const [hall, known] = [stack.guest("phone-in-the-training-hall", "10.4.4.4"), freshNumber()];
    await onRoll(stack, a, known);
    for (let i = 0; i < 100; i++) expect((await hall.call(SIGN_IN, "ask", { body: { phone: freshNumber() } })).status).toBe(200);
    expect((await hall.call(SIGN_IN, "ask", { body: { phone: freshNumber() } })).body).toMatchObject({ status: 429, type: "too-many-numbers" });
    expect((await hall.call(SIGN_IN, "ask", { body: { phone: known } })).status).toBe(200);
    expect((await stack.guest(undefined, "10.5.5.5").call(SIGN_IN, "ask", { body: { phone: freshNumber() } })).status).toBe(200);
  });
  it("for forty numbers of a roll at once, from one training hall, refuses nobody", async () => {
    const numbers = Array.from({ length: 40 }, freshNumber);
    for (const phone of numbers) await onRoll(stack, a, phone);
    const answers = await Promise.all(numbers.map((phone) => stack.guest(undefined, "10.6.6.6").call(SIGN_IN, "ask", { body: { phone } })));
    expect(answers.map((each) => each.status)).toEqual(numbers.map(() => 200));
  });
  it.each([["+1 212 555 0100", "phone-foreign"], ["0737-1234567", "phone-landline"], ["+86 16812345", "phone-landline"], ["1381234800", "phone-malformed"], ["ring me", "phone-malformed"]])("for %s is refused by name, without an SMS", async (phone, reason) => {
    const before = stack.phones.messages.length;
    const answer = await stack.visitor.call(SIGN_IN, "ask", { body: { phone } });
    await stack.settle();
    expect([answer.status, answer.body.field, answer.body.reason]).toEqual([422, "phone", reason]);
    expect(stack.phones.messages.length).toBe(before);
  });
  it("comes again by itself when the carrier was busy", async () => {
    const phone = freshNumber();
    await onRoll(stack, a, phone);
    stack.phones.fail.push(503);
    const as = stack.guest();
    await as.call(SIGN_IN, "ask", { body: { phone } });
    await stack.settle();
    expect(stack.phones.to(phone)).toHaveLength(1);
    const code = /\d{6}/.exec(stack.phones.to(phone)[0]!.text)![0];
    expect((await as.call(SIGN_IN, "enter", { body: { phone, code } })).status).toBe(200);
  });
});

describe("giving the code", () => {
  it("lets a villager in: session, refresh and device cookies that no script can read", async () => {
    const phone = freshNumber();
    const [person] = await onRoll(stack, a, phone);
    const { answer } = await signIn(stack, phone, "her-own-old-phone");
    expect(answer.body).toEqual({ person, name: "李秀英", village: a, offices: [] });
    expect(answer.text).not.toContain(valueOf(answer, "session"));
    for (const name of ["session", "refresh", "device"]) expect(cookieOf(answer, name)).toMatch(/; HttpOnly; SameSite=Lax; /);
    expect(cookieOf(answer, "session")).toContain("Path=/; Max-Age=600");
    expect(cookieOf(answer, "refresh")).toContain("Path=/v1/platform/sign-in; Max-Age=15552000");
    expect(valueOf(answer, "device")).toBe("her-own-old-phone");
    const me = await stack.guest("her-own-old-phone").call(SIGN_IN, "me", { cookies: [`session=${valueOf(answer, "session")}`] });
    expect(me.body).toMatchObject({ person, village: { id: a }, devices: [{ device: "her-own-old-phone", here: true }] });
  });
  it("wrongly is 401 and says how many tries are left; the fifth begins fifteen minutes' rest with a number to call", async () => {
    const phone = freshNumber();
    await onRoll(stack, a, phone);
    const as = stack.guest();
    const code = await codeFor(stack, as, phone);
    const tries = [];
    for (let i = 0; i < 5; i++) tries.push(await as.call(SIGN_IN, "enter", { body: { phone, code: wrong(code) } }));
    expect(tries.map((each) => each.status)).toEqual([401, 401, 401, 401, 429]);
    expect(tries[0]!.body).toMatchObject({ type: "wrong-code", detail: { left: 4 } });
    expect(tries[4]!.body.title).toContain("0737-1234567");
    expect(tries[4]!.headers["retry-after"]).toBe("900");
    expect((await as.call(SIGN_IN, "enter", { body: { phone, code } })).status).toBe(429);
    expect((await as.call(SIGN_IN, "ask", { body: { phone } })).body.type).toBe("resting");
    after(15 * 60_000 + 1000);
    expect((await as.call(SIGN_IN, "enter", { body: { phone, code: await codeFor(stack, as, phone) } })).status).toBe(200);
  });
  it("wrongly counts across new codes: asking again buys no new guesses", async () => {
    const phone = freshNumber();
    await onRoll(stack, a, phone);
    const as = stack.guest();
    const first = await codeFor(stack, as, phone);
    for (let i = 0; i < 4; i++) await as.call(SIGN_IN, "enter", { body: { phone, code: wrong(first) } });
    const second = await codeFor(stack, as, phone);
    expect((await as.call(SIGN_IN, "enter", { body: { phone, code: wrong(second) } })).status).toBe(429);
  });
  it("for a number nobody has is refused exactly as a wrong code is", async () => {
    const [known, unknown] = [freshNumber(), freshNumber()];
    await onRoll(stack, a, known);
    const code = await codeFor(stack, stack.guest(), known);
    await stack.guest().call(SIGN_IN, "ask", { body: { phone: unknown } });
    const answers = [];
    for (const phone of [known, unknown]) for (let i = 0; i < 5; i++) answers.push(await stack.guest().call(SIGN_IN, "enter", { body: { phone, code: wrong(code) } }));
    expect(answers.slice(5).map((each) => each.text)).toEqual(answers.slice(0, 5).map((each) => each.text));
  });
  it("after five minutes is 401, and a code used once is used up", async () => {
    const [late, twice] = [freshNumber(), freshNumber()];
    await onRoll(stack, a, late);
    await onRoll(stack, a, twice);
    const as = stack.guest();
    const old = await codeFor(stack, as, late);
    after(5 * 60_000);
    expect((await as.call(SIGN_IN, "enter", { body: { phone: late, code: old } })).body).toMatchObject({ status: 401, type: "code-too-old" });
    const code = await codeFor(stack, as, twice);
    expect((await as.call(SIGN_IN, "enter", { body: { phone: twice, code } })).status).toBe(200);
    expect((await as.call(SIGN_IN, "enter", { body: { phone: twice, code } })).status).toBe(401);
  });
  it("asks who it is where several share the phone, and only then uses the code up", async () => {
    const phone = freshNumber();
    const [mother, father] = await onRoll(stack, a, phone, ["陈桂兰", "陈大海"]);
    const [stranger] = await onRoll(stack, b, freshNumber(), ["王五"]);
    const as = stack.guest();
    const code = await codeFor(stack, as, phone);
    const choose = await as.call(SIGN_IN, "enter", { body: { phone, code } });
    expect(new Set(choose.body.choose.map((each: { name: string }) => each.name))).toEqual(new Set(["*桂兰", "*大海"]));
    expect(choose.cookies).toEqual([]);
    expect((await as.call(SIGN_IN, "enter", { body: { phone, code, person: stranger } })).body).toMatchObject({ status: 422, field: "person" });
    expect((await as.call(SIGN_IN, "enter", { body: { phone, code, person: mother } })).body).toMatchObject({ person: mother, name: "陈桂兰" });
    expect((await as.call(SIGN_IN, "enter", { body: { phone, code, person: father } })).status).toBe(401);
  });
  it("keeps number, code and token out of the store and out of every log", async () => {
    const phone = freshNumber();
    await onRoll(stack, a, phone);
    const as = stack.guest("phone-of-the-careful-one");
    const code = await codeFor(stack, as, phone);
    const entered = await as.call(SIGN_IN, "enter", { body: { phone, code } });
    const store = JSON.stringify((await stack.everything()).filter((row) => !String(row["sk"]).startsWith("ASK#")));
    const logs = stack.logs.join("\n");
    for (const secret of [phone, phone.slice(3), valueOf(entered, "session"), valueOf(entered, "refresh").split(".")[1]!]) {
      expect([store.includes(secret), logs.includes(secret)]).toEqual([false, false]);
    }
    const own = (await stack.rows("R#", "NUMBER#")).concat(await stack.rows("R#", "ASK#"));
    expect(own.some((row) => JSON.stringify(row).includes(`"${code}"`))).toBe(false);
    expect(logs.includes(code)).toBe(false);
  });
});
