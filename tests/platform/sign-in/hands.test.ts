import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/sign-in/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { codeFor, freshNumber, onRoll, SIGN_IN, signIn, valueOf } from "./signing.ts";

let stack: TestStack;
let a: string;
let cadre: As;
beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-06-10T08:00:00.000Z");
  a = await stack.village();
  cadre = (await stack.person({ village: a, offices: ["office:committee"] })).as;
});
afterAll(() => stack.stop());
const enter = async (device: string, phone: string, more: object = {}) => {
  const as = stack.guest(device);
  const code = await codeFor(stack, as, phone);
  const first = await as.call(SIGN_IN, "enter", { body: { phone, code, ...more } });
  return { first, again: (extra: object) => as.call(SIGN_IN, "enter", { body: { phone, code, ...extra } }) };
};
const later = (ms: number): void => stack.at(new Date(stack.now().getTime() + ms));

describe("a number that has changed hands", () => {
  it("opens the old person's account for nobody without asking who it is; the name is only hinted", async () => {
    const phone = freshNumber();
    const [old] = await onRoll(stack, a, phone, ["李秀英"]);
    expect((await signIn(stack, phone, "the-old-phone-123456")).answer.body.person).toBe(old);
    const { first } = await enter("a-strangers-phone-123", phone);
    expect(first.body).toEqual({ choose: [{ person: old, name: "*秀英" }] });
    expect(first.cookies).toEqual([]);
  });
  it("is asked nothing on a phone that is the person's own already", async () => {
    const phone = freshNumber();
    const [person] = await onRoll(stack, a, phone);
    await signIn(stack, phone, "my-own-old-phone-1234");
    later(60_000);
    expect((await enter("my-own-old-phone-1234", phone)).first.body.person).toBe(person);
  });
  it("says so when the new owner is none of them; a cadre parts number and person, and the phones it let in are out", async () => {
    const phone = freshNumber();
    const [old] = await onRoll(stack, a, phone, ["王大爷"]);
    const { cookies } = await signIn(stack, phone, "the-old-phone-654321");
    const { first, again } = await enter("a-strangers-phone-456", phone);
    expect(first.body.choose).toHaveLength(1);
    expect((await again({ nobodyOfThese: true })).body).toEqual({ noted: true });
    expect((await again({ person: old })).status).toBe(401);
    const [doubt] = (await cadre.call(SIGN_IN, "doubts", { village: a })).body.items;
    expect(doubt).toMatchObject({ state: "open", people: [{ person: old }] });
    expect(doubt.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect((await cadre.call(SIGN_IN, "part", { village: a, params: { id: doubt.id } })).status).toBe(200);
    expect((await stack.guest("the-old-phone-654321").call(SIGN_IN, "me", { cookies })).status).toBe(401);
    later(11 * 60_000);
    expect(await codeFor(stack, stack.guest("a-strangers-phone-456"), phone)).toBe(/\d{6}/.exec(stack.phones.to(phone).at(-1)!.text)![0]);
    expect(stack.phones.to(phone)).toHaveLength(2);
    await cadre.call(SIGN_IN, "keepNumber", { village: a, params: { id: doubt.id } });
    later(11 * 60_000);
    expect((await enter("the-old-phone-654321", phone)).first.body.choose).toHaveLength(1);
  });
  it("tells the person's other phones, once each, that a new one was let in", async () => {
    const phone = freshNumber();
    const [person] = await onRoll(stack, a, phone);
    const old = await signIn(stack, phone, "her-first-phone-12345");
    later(60_000);
    const { again } = await enter("her-second-phone-1234", phone);
    const at = stack.now().toISOString();
    expect((await again({ person })).status).toBe(200);
    const renew = (token: string) => stack.guest("her-first-phone-12345").call(SIGN_IN, "refresh", { cookies: [`refresh=${token}`] });
    const told = await renew(old.refresh);
    expect(told.body).toEqual({ done: true, newPhone: at });
    expect((await renew(valueOf(told, "refresh"))).body).toEqual({ done: true });
  });
  it("is a cadre's matter alone", async () => {
    const villager = (await stack.person({ village: a })).as;
    expect((await villager.call(SIGN_IN, "doubts", { village: a })).status).toBe(403);
  });
});
