import { generateKeyPair, SignJWT, exportSPKI, importJWK, type JWK } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/sign-in/handlers.ts";
import { forgetKeys, rotateKeys } from "../../../functions/core/token.ts";
import { secret } from "../../../functions/core/secrets.ts";
import { openStack, type Answered, type TestStack } from "../../core/stack.ts";
import { cookieOf, freshNumber, onRoll, SIGN_IN, signIn, valueOf } from "./signing.ts";

let stack: TestStack;
let a: string;
const START = Date.parse("2026-06-01T08:00:00.000Z");
let minutes = 0;
beforeAll(async () => {
  stack = await openStack([handler]);
  a = await stack.village();
  await stack.village();
});
beforeEach(() => stack.at(new Date(START + (minutes += 60) * 60_000)));
afterAll(() => stack.stop());
const after = (ms: number): void => stack.at(new Date(stack.now().getTime() + ms));

let phones = 0;
const signedIn = async () => {
  const phone = freshNumber();
  const [person] = await onRoll(stack, a, phone);
  const device = `device-of-villager-${++phones}`;
  return { phone, person: person!, device, as: stack.guest(device), ...(await signIn(stack, phone, device)) };
};
const me = (token: string): Promise<Answered> => stack.guest().call(SIGN_IN, "me", { cookies: [`session=${token}`] });
const refresh = (device: string, token: string): Promise<Answered> => stack.guest(device).call(SIGN_IN, "refresh", { cookies: [`refresh=${token}`] });

describe("a session token", () => {
  const claims = (jwt: SignJWT, person: string) => jwt.setSubject(person).setIssuer("wecountry/sample").setAudience("wecountry")
    .setIssuedAt(Math.floor(stack.now().getTime() / 1000)).setExpirationTime(Math.floor(stack.now().getTime() / 1000) + 600);
  const keys = async (): Promise<{ current: JWK & { kid: string } }> => JSON.parse(await secret("signing")) as { current: JWK & { kid: string } };

  it("of alg none, of HS256 with the public key, or of a stranger's key is 401", async () => {
    const { person, device } = await signedIn();
    const { current } = await keys();
    const plain = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
    const body = { sub: person, dev: device, iss: "wecountry/sample", aud: "wecountry", exp: Math.floor(stack.now().getTime() / 1000) + 600 };
    const { d: _secret, ...open } = current;
    const publicText = await exportSPKI((await importJWK(open, "ES256", { extractable: true })) as CryptoKey);
    const stranger = await generateKeyPair("ES256");
    const forged = [
      `${plain({ alg: "none", kid: current.kid })}.${plain(body)}.`,
      await claims(new SignJWT({ dev: device }).setProtectedHeader({ alg: "HS256", kid: current.kid }), person).sign(new TextEncoder().encode(publicText)),
      await claims(new SignJWT({ dev: device }).setProtectedHeader({ alg: "ES256", kid: current.kid }), person).sign(stranger.privateKey),
      await claims(new SignJWT({ dev: device }).setProtectedHeader({ alg: "ES256", kid: "no-such-key" }), person).sign(stranger.privateKey),
    ];
    const right = await claims(new SignJWT({ dev: device }).setProtectedHeader({ alg: "ES256", kid: current.kid }), person).sign(await importJWK(current, "ES256"));
    expect((await me(right)).status).toBe(200);
    expect(await Promise.all(forged.map(async (token) => (await me(token)).status))).toEqual([401, 401, 401, 401]);
  });
  it("of another audience or issuer is 401", async () => {
    const { person, device } = await signedIn();
    const { current } = await keys();
    const key = await importJWK(current, "ES256");
    const make = (issuer: string, audience: string) => claims(new SignJWT({ dev: device }).setProtectedHeader({ alg: "ES256", kid: current.kid }), person).setIssuer(issuer).setAudience(audience).sign(key);
    expect((await me(await make("wecountry/elsewhere", "wecountry"))).status).toBe(401);
    expect((await me(await make("wecountry/sample", "another-app"))).status).toBe(401);
  });
  it("ends after ten minutes", async () => {
    const { session } = await signedIn();
    after(599_000);
    expect((await me(session)).status).toBe(200);
    after(2_000);
    expect((await me(session)).body).toMatchObject({ status: 401, type: "session-ended" });
  });
  it("of a key that was rotated is good until it ends; that of the key before the last one is not", async () => {
    const { session } = await signedIn();
    await rotateKeys();
    forgetKeys();
    expect((await me(session)).status).toBe(200);
    await rotateKeys();
    forgetKeys();
    expect((await me(session)).status).toBe(401);
  });
  it("is refused at once when its phone was signed out, whatever it still says", async () => {
    const { session, as, cookies } = await signedIn();
    const left = await as.call(SIGN_IN, "leave", { cookies });
    expect(cookieOf(left, "session")).toContain("session=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0");
    expect((await me(session)).status).toBe(401);
  });
  it("never stands in an answer's body or headers other than its cookie", async () => {
    const { answer, session, refresh: token } = await signedIn();
    const rest = answer.text + JSON.stringify(answer.headers);
    expect([rest.includes(session), rest.includes(token)]).toEqual([false, false]);
  });
});

describe("a refresh token", () => {
  it("gives a new session and a new refresh token, and the old one is then worth nothing", async () => {
    const { device, refresh: first } = await signedIn();
    after(11 * 60_000);
    const renewed = await refresh(device, first);
    expect(renewed.status).toBe(200);
    expect(valueOf(renewed, "refresh")).not.toBe(first);
    expect((await me(valueOf(renewed, "session"))).status).toBe(200);
  });
  it("used twice ends the whole family: the newer one and its session are dead too", async () => {
    const { device, refresh: first } = await signedIn();
    const renewed = await refresh(device, first);
    expect((await refresh(device, first)).body).toMatchObject({ status: 401, type: "session-ended" });
    expect((await refresh(device, valueOf(renewed, "refresh"))).status).toBe(401);
    expect((await stack.rows("R#", `FAMILY#${first.split(".")[0]}`)).map((row) => row["ended"])).toEqual([true]);
    expect((await me(valueOf(renewed, "session"))).status).toBe(401);
  });
  it("made up, or of a made-up family, is 401 and harms nobody", async () => {
    const { device, refresh: good } = await signedIn();
    expect((await refresh(device, `${"x".repeat(22)}.${"y".repeat(43)}`)).status).toBe(401);
    expect((await refresh(device, "")).status).toBe(401);
    expect((await refresh(device, good)).status).toBe(200);
  });
  it("is dead after signing out, also when the session had already ended", async () => {
    const { device, as, refresh: token } = await signedIn();
    after(11 * 60_000);
    expect((await as.call(SIGN_IN, "leave", { cookies: [`refresh=${token}`] })).status).toBe(200);
    expect((await refresh(device, token)).status).toBe(401);
  });
  it("is forgotten after half a year", async () => {
    const { device, refresh: token } = await signedIn();
    after(180 * 86_400_000);
    expect((await refresh(device, token)).status).toBe(401);
    minutes = 0;
  });
});

describe("a villager's phones", () => {
  it("are listed, and a lost one is signed out from another", async () => {
    const { phone, person, session: lost, refresh: lostRefresh, device } = await signedIn();
    const other = await signIn(stack, phone, "the-new-phone-of-hers");
    const asNew = stack.guest("the-new-phone-of-hers");
    const mine = await asNew.call(SIGN_IN, "me", { cookies: other.cookies });
    expect(mine.body.devices.map((each: { device: string; here: boolean }) => [each.device, each.here]).toSorted()).toEqual([[device, false], ["the-new-phone-of-hers", true]].toSorted());
    expect((await asNew.call(SIGN_IN, "forget", { params: { device }, cookies: other.cookies })).status).toBe(200);
    expect([(await me(lost)).status, (await refresh(device, lostRefresh)).status, (await me(other.session)).status]).toEqual([401, 401, 200]);
    expect(mine.body.person).toBe(person);
  });
  it("of others cannot be signed out", async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    expect((await mine.as.call(SIGN_IN, "forget", { params: { device: theirs.device }, cookies: mine.cookies })).status).toBe(404);
    expect((await me(theirs.session)).status).toBe(200);
  });
  it("speak for one person at a time: when another signs in, the one before is out", async () => {
    const first = await signedIn();
    const number = freshNumber();
    await onRoll(stack, a, number, ["王小明"]);
    const asked = stack.guest(first.device);
    await asked.call(SIGN_IN, "ask", { body: { phone: number } });
    await stack.settle();
    const code = /\d{6}/.exec(stack.phones.to(number).at(-1)!.text)![0];
    expect((await asked.call(SIGN_IN, "enter", { body: { phone: number, code }, cookies: [`refresh=${first.refresh}`] })).status).toBe(200);
    expect((await me(first.session)).status).toBe(401);
  });
  it("keep the language that was chosen", async () => {
    const { as, cookies } = await signedIn();
    expect((await as.call(SIGN_IN, "language", { body: { language: "en" }, cookies })).status).toBe(200);
    expect((await as.call(SIGN_IN, "me", { cookies })).body.language).toBe("en");
  });
  it("without a number of their own are given one", async () => {
    const answer = await stack.guest("").call(SIGN_IN, "device");
    expect(valueOf(answer, "device")).toMatch(/^[\w-]{22}$/);
    expect(cookieOf(answer, "device")).toContain("HttpOnly");
  });
});

describe("a page of another origin", () => {
  it("cannot sign anybody in, renew or sign out: 403, whatever cookies ride along", async () => {
    const { as, cookies, session } = await signedIn();
    for (const [route, body] of [["ask", { phone: "13812348000" }], ["refresh", {}], ["leave", {}]] as const) {
      const answer = await as.call(SIGN_IN, route, { body, cookies, headers: { origin: "https://evil.example" } });
      expect([answer.status, answer.body.type]).toEqual([403, "other-origin"]);
    }
    expect((await me(session)).status).toBe(200);
  });
});
