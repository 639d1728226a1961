import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clock } from "../../../functions/core/clock.ts";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as answers } from "../../../functions/alerts/answers/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { handler as signIn } from "../../../functions/platform/sign-in/handlers.ts";
import { handler as proxies } from "../../../functions/services/proxies/handlers.ts";
import { alertFor, layHouse, said, warn, type House } from "../../alerts/answers/village.ts";
import { openStack, type Answered, type As, type TestStack } from "../../core/stack.ts";
import { cookieOf, freshNumber, onRoll, SIGN_IN, signIn as signedIn, valueOf } from "./signing.ts";

let stack: TestStack;
let a: string;
let b: string;
let house: House;
let cadre: { id: string; as: As };
beforeAll(async () => {
  stack = await openStack([households, members, answers, signIn, proxies]);
  stack.at("2026-06-10T08:00:00.000Z");
  [a, b] = [await stack.village(), await stack.village()];
  house = await layHouse(stack, a, "4", [{ name: "周大爷", weak: true }, { name: "周奶奶", phone: "+8613800040001" }]);
  cadre = await stack.person({ village: a, name: "王网格", offices: ["office:grid-worker"] });
});
afterAll(() => stack.stop());

const minutes = (n: number): void => stack.at(new Date(stack.now().getTime() + n * 60_000));
const issue = async (person: string, kind = "card"): Promise<{ id: string; code: string }> => {
  const answer = await cadre.as.call(SIGN_IN, "issueCard", { village: a, body: { household: house.id, person, kind } });
  if (answer.status !== 200) throw new Error(answer.text);
  return { id: answer.body.card.id as string, code: answer.body.code as string };
};
const paper = async (name: string): Promise<string> => {
  const answer = await cadre.as.call("circle/members", "addPaper", { village: a, body: { household: house.id, name, sleepsHere: true } });
  await stack.settle();
  return answer.body.person as string;
};
const set = (code: string, figures: string, as: As = stack.guest("phone-of-the-cadre-1")): Promise<Answered> => as.call(SIGN_IN, "setFigures", { body: { code, figures } });
const show = (device: string, code: string, figures: string, cookies: string[] = []): Promise<Answered> => stack.guest(device).call(SIGN_IN, "showCard", { body: { code, figures }, cookies });
/** Calls with the session a card brought, on that phone. */
const with_ = (device: string, session: string): As => ({ call: (feature, route, given) => stack.guest(device).call(feature, route, { ...given, cookies: [`session=${session}`] }) });
const typeOf = ({ status, body }: Answered): string => `${status} ${body.type ?? ""}`;

describe("a paper member without a phone, entered by a cadre,", () => {
  const device = "helpers-phone-12345";
  let person: string;
  let code: string;
  let helper: Awaited<ReturnType<typeof signedIn>> & { id: string };
  it("gets a card that opens nothing until they choose their four figures; the household's phone is told", async () => {
    person = await paper("周大爷");
    ({ code } = await issue(person));
    expect(code).toMatch(/^[A-Z]{5}-[A-Z]{5}$/);
    expect(typeOf(await show(device, code, "2468"))).toBe("409 figures-not-set");
    expect((await set(code, "2468")).status).toBe(200);
    expect(typeOf(await set(code, "2468"))).toBe("409 figures-set");
    expect(stack.phones.to("+8613800040001").at(-1)!.text).toContain("周大爷");
  });
  it("signs in with it on a helper's phone, answers a warning, and sees who looked at the household", async () => {
    const number = freshNumber();
    const [id] = await onRoll(stack, b, number, ["李小山"]);
    helper = { ...(await signedIn(stack, number, device)), id: id! };
    const shown = await show(device, code.toLowerCase().replace("-", " "), "2468", helper.cookies);
    expect(shown.body).toMatchObject({ person, name: "周大爷", village: a, household: house.id });
    const uncle = with_(device, valueOf(shown, "session"));
    const alert = alertFor(clock().id(), { issuedAt: stack.now().toISOString() });
    await warn(stack, a, alert, [house]);
    expect((await uncle.call("alerts/answers", "mine", { village: a, params: { warning: alert.id }, body: { fact: "left", people: 2 } })).status).toBe(200);
    expect(await said(stack, a)).toMatchObject([{ fact: "left", channel: "card" }]);
    const event = (await stack.rows(`V#${a}`, "EVENT#")).find((each) => each["name"] === "alerts/answers/answered");
    expect(event).toMatchObject({ by: person, channel: "card", via: helper.id });
    await cadre.as.call("affairs/households", "look", { village: a, params: { id: house.id }, body: { purpose: "care" } });
    expect((await uncle.call("affairs/households", "looks", { village: a })).body.items).toMatchObject([{ name: "王网格", purpose: "care" }]);
  });
  it("leaves with one press, and the helper's own session comes back; the card's is dead", async () => {
    const shown = await show(device, code, "2468", helper.cookies);
    const session = valueOf(shown, "session");
    expect(cookieOf(shown, "session")).toContain("Max-Age=900");
    expect(cookieOf(shown, "refresh")).toBe("");
    const left = await with_(device, session).call(SIGN_IN, "leaveCard");
    expect(cookieOf(left, "session")).toContain("Max-Age=0");
    expect(cookieOf(left, "refresh")).toBe("");
    expect(typeOf(await with_(device, session).call("affairs/households", "mine", { village: a }))).toBe("401 session-ended");
    const back = await stack.guest(device).call(SIGN_IN, "refresh", { cookies: [`refresh=${helper.refresh}`] });
    expect((await stack.guest(device).call(SIGN_IN, "me", { cookies: [`session=${valueOf(back, "session")}`] })).body.person).toBe(helper.id);
  });
  it("is out after a quarter of an hour at the latest, and only on that phone, in that village", async () => {
    const session = valueOf(await show(device, code, "2468"), "session");
    expect((await with_(device, session).call("affairs/households", "mine", { village: b })).status).toBe(404);
    expect((await with_("another-phone-1234567", session).call("affairs/households", "mine", { village: a })).status).toBe(401);
    expect((await with_(device, session).call(SIGN_IN, "me")).status).toBe(403);
    minutes(14);
    expect((await with_(device, session).call("affairs/households", "mine", { village: a })).status).toBe(200);
    minutes(2);
    expect((await with_(device, session).call("affairs/households", "mine", { village: a })).status).toBe(401);
  });
  it("opens no office with it, and cannot act for another", async () => {
    const { code: of } = await issue(house.people[1]!);
    await stack.store((await import("../../../functions/core/access-rows.ts")).Member, { person: house.people[1]!, name: "周奶奶", state: "verified", paper: true, household: house.id, group: "1", bornIn: 1940, sleepsHere: true, head: false, vulnerable: [], since: stack.now().toISOString() }, { village: a });
    const { Village } = await import("../../../functions/core/access-rows.ts");
    const [row] = await stack.rows(`V#${a}`, "VILLAGE#");
    await stack.store(Village, { ...row, offices: { ...(row!["offices"] as object), secretary: [house.people[1]!] } } as never, { village: a });
    await set(of, "1357");
    const grandmother = with_(device, valueOf(await show(device, of, "1357"), "session"));
    expect((await grandmother.call("affairs/households", "mine", { village: a })).status).toBe(200);
    expect((await grandmother.call("circle/members", "list", { village: a })).status).toBe(403);
    expect(typeOf(await grandmother.call("affairs/households", "mine", { village: a, headers: { "x-acting-for": person } }))).toBe("403 not-by-proxy");
  });
});

describe("a card", () => {
  it("rests after five wrong figures, with the help phone, and never before an answer to a warning", async () => {
    const person = await paper("周小妹");
    const { code } = await issue(person);
    await set(code, "8642");
    const alert = alertFor(clock().id(), { issuedAt: stack.now().toISOString(), expires: new Date(stack.now().getTime() + 3_600_000).toISOString() });
    await warn(stack, a, alert, [house]);
    const tries = [];
    for (let i = 0; i < 5; i++) tries.push(typeOf(await show("phone-that-guesses-1", code, "0000")));
    expect(tries).toEqual([...Array<string>(4).fill("401 wrong-card"), "429 resting"]);
    const resting = await show("phone-that-guesses-1", code, "8642");
    expect(resting.body).toMatchObject({ type: "resting", detail: { minutes: 15 } });
    expect(resting.body.detail.phone).toBeTruthy();
    const warnings = await stack.guest("phone-that-guesses-1").call(SIGN_IN, "cardWarnings", { body: { code } });
    const link = (warnings.body.items as { link: string }[]).at(-1)!.link;
    expect((await stack.guest("x".repeat(20)).call("alerts/answers", "byLink", { village: a, params: { code: link.split("/")[1]! }, body: { fact: "help" } })).status).toBe(200);
    minutes(16);
    expect((await show("phone-that-guesses-1", code, "8642")).status).toBe(200);
  });
  it("that does not exist answers like one with wrong figures", async () => {
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(typeOf(await show("phone-that-guesses-2", "ABCDE-FGHJK", "0000")));
    expect(answers).toEqual([...Array<string>(4).fill("401 wrong-card"), "429 resting"]);
    expect((await stack.guest("phone-that-guesses-2").call(SIGN_IN, "cardWarnings", { body: { code: "ABCDE-FGHJK" } })).body).toEqual({ items: [] });
  });
  it("reported lost opens nothing from that moment, and a new one takes its place", async () => {
    const person = await paper("周二叔");
    const [first, second] = [await issue(person), await issue(person, "pendant")];
    await set(first.code, "1111");
    const session = valueOf(await show("phone-of-a-neighbour1", first.code, "1111"), "session");
    const uncle = with_("phone-of-a-neighbour1", session);
    expect((await uncle.call(SIGN_IN, "lost", { village: a, params: { id: first.id }, body: {} })).body.state).toBe("lost");
    expect(typeOf(await show("phone-of-a-neighbour1", first.code, "1111"))).toBe("401 wrong-card");
    expect((await set(second.code, "2222")).status).toBe(200);
    const cards = (await cadre.as.call(SIGN_IN, "cardsOf", { village: a, params: { household: house.id } })).body.items as { id: string; state: string }[];
    expect([first.id, second.id].map((id) => cards.find((each) => each.id === id)?.state)).toEqual(["replaced", "active"]);
  });
  it("is printed by a cadre for people of that house alone, and its code and figures stand nowhere", async () => {
    const { code } = await issue(house.people[0]!);
    await set(code, "9753");
    const villager = (await stack.person({ village: a })).as;
    expect((await villager.call(SIGN_IN, "issueCard", { village: a, body: { household: house.id, person: house.people[0], kind: "card" } })).status).toBe(403);
    expect(typeOf(await cadre.as.call(SIGN_IN, "issueCard", { village: a, body: { household: house.id, person: clock().id(), kind: "card" } }))).toBe("409 not-of-this-house");
    const all = JSON.stringify(await stack.everything()) + stack.logs.join("\n");
    expect([all.includes(code), all.includes(code.replace("-", "")), all.includes('"9753"')]).toEqual([false, false, false]);
  });
  it("never given its figures is no good after a month", async () => {
    const before = stack.now();
    const { id, code } = await issue(house.people[0]!);
    await stack.later(31 * 86_400_000);
    expect((await stack.rows(`V#${a}`, `CARD#${id}`))[0]!["state"]).toBe("lapsed");
    expect(typeOf(await set(code, "1234"))).toBe("401 wrong-card");
    stack.at(before);
  });
});

describe("a helper who shows a mother's card on their own phone", () => {
  it("cannot agree with it to act for her", async () => {
    const device = "phone-of-the-daughter";
    const number = freshNumber();
    const [id] = await onRoll(stack, b, number, ["李娟"]);
    const daughter = await signedIn(stack, number, device);
    const asDaughter = with_(device, daughter.session);
    const ask = await asDaughter.call("services/proxies", "ask", { village: a, body: { elder: "周大爷", house: "4", name: "李娟", relation: "daughter", scopes: ["affairs/households"], until: "2026-07-01", way: "witness" } });
    const { code } = await issue(house.people[0]!);
    await set(code, "7531");
    const move = (session: string, on: string) => with_(on, session).call("services/proxies", "agree", { village: a, params: { id: ask.body.id }, body: {} });
    expect(typeOf(await move(valueOf(await show(device, code, "7531", daughter.cookies), "session"), device))).toBe("403 own-word-only");
    expect((await move(valueOf(await show("phone-of-a-neighbour2", code, "7531"), "session"), "phone-of-a-neighbour2")).body).toMatchObject({ state: "active", proof: { how: "card" } });
    expect(id).toBeTruthy();
  });
});
