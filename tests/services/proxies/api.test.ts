import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clock } from "../../../functions/core/clock.ts";
import type { As } from "../../core/stack.ts";
import { alertFor, said, warn } from "../../alerts/answers/village.ts";
import { asking, codeOn, DAY, daughter, forHer, MOTHER_PHONE, openVillage, PROXIES, typeOf, type Village } from "./village.ts";

let it_: Village;
beforeAll(async () => { it_ = await openVillage(); });
afterAll(() => it_.stack.stop());
const HH = "affairs/households";
const ask = async (as: As, over: Record<string, unknown> = {}): Promise<string> => {
  const answer = await as.call(PROXIES, "ask", { village: it_.a, body: asking(over) });
  if (answer.status !== 200) throw new Error(answer.text);
  await it_.stack.settle();
  return answer.body.id as string;
};
const move = (as: As, name: string, id: string, body: object = {}) => as.call(PROXIES, name, { village: it_.a, params: { id }, body });

describe("a daughter who is no member of the village acts for her mother", () => {
  let li: { id: string; as: As };
  let consent: string;
  it("by the six figures on her mother's own phone; the text says who, what and until when", async () => {
    const { stack, a, mother } = it_;
    li = await daughter(stack);
    expect((await forHer(li.as, mother).call(HH, "mine", { village: a })).status).toBe(404);
    consent = await ask(li.as);
    const text = stack.phones.to(MOTHER_PHONE).at(-1)!.text;
    expect(text).toContain("女儿李娟想替李桂花办");
    expect(text).toContain("2026年7月10日");
    const wrong = await move(li.as, "code", consent, { code: "000000" });
    expect(wrong.body).toMatchObject({ state: "asked", tries: 4 });
    expect((await move(li.as, "code", consent, { code: codeOn(stack, MOTHER_PHONE) })).body).toMatchObject({ state: "active", proof: { how: "sms-code" } });
    await stack.settle();
    expect(stack.phones.to(MOTHER_PHONE).at(-1)!.text).toContain("现在可以替您办");
  });
  it("sees her mother's household, and every act names both of them", async () => {
    const { stack, a, mother, house, asMother } = it_;
    const her = forHer(li.as, mother);
    expect((await her.call(HH, "mine", { village: a })).body.id).toBe(house.id);
    const done = await her.call(HH, "sleeping", { village: a, body: { people: [{ person: mother, sleepsHere: true }] } });
    expect(done.status).toBe(200);
    const event = (await stack.rows(`V#${a}`, "EVENT#")).find((each) => each["name"] === `${HH}/changed`);
    expect(event).toMatchObject({ by: li.id, behalf: mother });
    expect((await asMother.call(PROXIES, "acts", { village: a })).body.items).toMatchObject([{ by: "女儿李娟", feature: HH }]);
    expect((await asMother.call(PROXIES, "forMe", { village: a })).body.items).toMatchObject([{ proxyName: "李娟", state: "active", mine: "elder" }]);
  });
  it("answers a warning for her, as a relative far away: nobody counts as seen", async () => {
    const { stack, a, mother, house } = it_;
    const alert = alertFor(clock().id(), { issuedAt: stack.now().toISOString() });
    await warn(stack, a, alert, [house]);
    const done = await forHer(li.as, mother).call("alerts/answers", "mine", { village: a, params: { warning: alert.id }, body: { fact: "left", people: 2 } });
    expect(done.status).toBe(200);
    expect(await said(stack, a)).toMatchObject([{ fact: "left", channel: "relative", seen: false }]);
    expect((await stack.rows(`V#${a}`, "ANSWER#"))[0]).toMatchObject({ saidBy: "女儿李娟", by: li.id });
  });
  it("may not do what was not agreed, nor what is never done for another, nor use a key of her own act", async () => {
    const { a, mother } = it_;
    const her = forHer(li.as, mother);
    expect(typeOf(await her.call("alerts/contacts", "mine", { village: a }))).toBe("404 not-found");
    expect(typeOf(await her.call("circle/members", "me", { village: a }))).toBe("403 not-by-proxy");
    expect(typeOf(await her.call(PROXIES, "ask", { village: a, body: asking() }))).toBe("403 not-by-proxy");
    for (const never of ["affairs/ballots", "affairs/mediation", "services/proxies", "platform/sign-in", "no/feature"]) {
      expect((await li.as.call(PROXIES, "ask", { village: a, body: asking({ scopes: [never] }) })).body).toMatchObject({ status: 422, field: "scopes" });
    }
  });
  it("is a stranger again after the last day: the same request, the same answer as anybody's, and nothing hinted", async () => {
    const { stack, a, b, mother } = it_;
    const her = forHer(li.as, mother);
    const key = "the-same-key-again-1";
    const body = { people: [{ person: mother, sleepsHere: true }] };
    expect((await her.call(HH, "sleeping", { village: a, key, body })).status).toBe(200);
    const before = stack.now();
    await stack.later(31 * DAY);
    const stranger = await (await stack.person({ village: b })).as.call(HH, "sleeping", { village: a, key: "a-strangers-key", body });
    const again = await her.call(HH, "sleeping", { village: a, key, body });
    expect([again.status, again.text]).toEqual([404, stranger.text]);
    expect((await her.call(HH, "mine", { village: "431228999999" })).text).toBe(stranger.text);
    expect((await move(li.as, "end", consent)).body).toMatchObject({ type: "not-allowed-now", state: "lapsed" });
    stack.at(before);
  });
});

describe("the elder's word", () => {
  it("is asked for alike where nobody of that name lives there; only an officer sees it", async () => {
    const { stack, a, cadre } = it_;
    const son = await daughter(stack);
    const [known, unknown] = [await son.as.call(PROXIES, "ask", { village: a, body: asking({ relation: "son" }) }), await son.as.call(PROXIES, "ask", { village: a, body: asking({ relation: "son", elder: "无此人" }) })];
    const shape = ({ id: _id, elderName: _name, at: _at, ...rest }: Record<string, unknown>) => rest;
    expect(shape(unknown.body)).toEqual(shape(known.body));
    await stack.settle();
    expect((await move(son.as, "code", unknown.body.id, { code: "123456" })).body).toMatchObject({ state: "asked", tries: 4 });
    expect((await cadre.as.call(PROXIES, "one", { village: a, params: { id: unknown.body.id } })).body.unknown).toBe(true);
    expect(typeOf(await move(cadre.as, "witness", unknown.body.id, { how: "there" }))).toBe("409 nobody-of-that-name");
  });
  it("never goes to a phone that the one who asks signs in with", async () => {
    const { stack, a } = it_;
    const { layHouse } = await import("../../alerts/answers/village.ts");
    const shared = "+8613800020077";
    const son = await daughter(stack);
    await layHouse(stack, a, "77", [{ name: "赵奶奶", phone: shared }, { name: "赵小", phone: shared, id: son.id }]);
    await ask(son.as, { elder: "赵奶奶", house: "77", name: "赵小" });
    expect(stack.phones.to(shared)).toEqual([]);
  });
  it("of someone without a phone is witnessed by an officer, never by the one who asks, and told at the door", async () => {
    const { stack, a, father, cadre } = it_;
    const li = await daughter(stack);
    const id = await ask(li.as, { elder: "李老实", way: "witness" });
    expect((await cadre.as.call(PROXIES, "forOffice", { village: a })).body.items.map((each: { id: string }) => each.id)).toContain(id);
    expect((await move(li.as, "witness", id, { how: "there" })).status).toBe(404);
    const own = await ask(cadre.as, { elder: "李老实", way: "witness", relation: "neighbour", name: "王网格" });
    expect(typeOf(await move(cadre.as, "witness", own, { how: "there" }))).toBe("403 own-witness");
    expect((await move(cadre.as, "witness", id, { how: "there" })).body).toMatchObject({ state: "active", proof: { how: "witness" }, tell: true });
    await stack.settle();
    expect((await cadre.as.call(PROXIES, "told", { village: a, params: { id }, body: {} })).status).toBe(200);
    expect((await cadre.as.call(PROXIES, "one", { village: a, params: { id } })).body.tell).toBe(false);
    expect((await forHer(li.as, father).call(HH, "mine", { village: a })).status).toBe(200);
    await stack.later(31 * DAY);
    expect((await li.as.call(PROXIES, "one", { village: a, params: { id } })).body.state).toBe("lapsed");
    stack.at(new Date(stack.now().getTime() - 31 * DAY));
  });
  it("waits for the elder where somebody else does the same already, and the elder's choice holds", async () => {
    const { stack, a, mother, asMother, cadre } = it_;
    const [one, two] = [await daughter(stack), await daughter(stack)];
    const first = await ask(one.as, { way: "voice", scopes: [HH] });
    expect((await move(cadre.as, "witness", first, { how: "voice" })).body.state).toBe("active");
    const second = await ask(two.as, { way: "witness", relation: "son", name: "李军", scopes: [HH, "affairs/notices"] });
    expect((await move(cadre.as, "witness", second, { how: "there" })).body.state).toBe("waiting");
    expect((await forHer(two.as, mother).call(HH, "mine", { village: a })).status).toBe(404);
    expect(typeOf(await move(two.as, "agree", second, { keep: "both" }))).toBe("404 not-found");
    expect((await move(asMother, "agree", second, { keep: "new" })).body).toMatchObject({ state: "active", proof: { how: "own-page" } });
    expect((await forHer(two.as, mother).call(HH, "mine", { village: a })).status).toBe(200);
    expect((await forHer(one.as, mother).call(HH, "mine", { village: a })).status).toBe(404);
    expect((await one.as.call(PROXIES, "one", { village: a, params: { id: first } })).body.state).toBe("ended");
    await move(asMother, "end", second, {});
    expect((await forHer(two.as, mother).call(HH, "mine", { village: a })).status).toBe(404);
  });
  it("in a village where no office is filled is witnessed by two neighbours of two houses", async () => {
    const { stack } = it_;
    const empty = await stack.village();
    const { layHouse } = await import("../../alerts/answers/village.ts");
    await layHouse(stack, empty, "5", [{ name: "孙爷爷" }]);
    const li = await daughter(stack);
    const id = (await li.as.call(PROXIES, "ask", { village: empty, body: asking({ elder: "孙爷爷", house: "5", way: "witness" }) })).body.id as string;
    const neighbour = async (household: string) => (await stack.person({ village: empty, member: { household } })).as;
    const [p, q, r] = [await neighbour(clock().id()), await neighbour("01J00000000000000000000001"), await neighbour("01J00000000000000000000001")];
    const say = (as: As) => as.call(PROXIES, "witness", { village: empty, params: { id }, body: { how: "there" } });
    expect((await p!.call(PROXIES, "one", { village: empty, params: { id } })).body.elderName).toBe("孙*爷");
    expect([typeOf(await say(q)), typeOf(await say(r)), typeOf(await say(p)), (await li.as.call(PROXIES, "mine", { village: empty })).body.items[0].proof.how]).toEqual(["200 asked", "409 one-per-household", "200 active", "neighbours"]);
  });
  it("five wrong figures end the code; a witness still can", async () => {
    const { stack, a, cadre } = it_;
    const li = await daughter(stack);
    const id = await ask(li.as, { scopes: ["alerts/contacts"] });
    const right = codeOn(stack, MOTHER_PHONE);
    for (let i = 0; i < 5; i++) await move(li.as, "code", id, { code: right === "111111" ? "222222" : "111111" });
    expect((await move(li.as, "code", id, { code: right })).body).toMatchObject({ state: "asked", tries: 0 });
    expect((await move(cadre.as, "witness", id, { how: "there" })).body.state).toBe("active");
    expect(JSON.stringify(await stack.rows(`V#${a}`, "CONSENT#")).includes(right)).toBe(false);
    expect(stack.logs.join("\n").includes(right)).toBe(false);
  });
  it("is only ever the elder's: another villager, another village and an officer's link give nothing away", async () => {
    const { stack, a, b, asMother } = it_;
    const li = await daughter(stack);
    const id = await ask(li.as, { scopes: ["affairs/notices"] });
    const [neighbour, foreigner] = [(await stack.person({ village: a })).as, (await stack.person({ village: b })).as];
    expect(typeOf(await move(neighbour, "agree", id))).toBe("403 own-word-only");
    expect(typeOf(await move(neighbour, "end", id))).toBe("404 not-found");
    expect((await foreigner.call(PROXIES, "one", { village: a, params: { id } })).status).toBe(404);
    expect(typeOf(await move(neighbour, "witness", id, { how: "there" }))).toBe("403 office-witnesses");
    expect((await move(asMother, "refuse", id, {})).body.state).toBe("refused");
    expect((await neighbour.call(PROXIES, "one", { village: a, params: { id } })).status).toBe(404);
  });
});

describe("family far away, on no roll,", () => {
  it("may sign in once the household has written down name and number", async () => {
    const { stack, a, asMother } = it_;
    expect((await asMother.call(PROXIES, "invite", { village: a, body: { name: "李娟", phone: "+8613800020099" } })).body).toEqual({ invited: true });
    const { peopleAt } = await import("../../../functions/platform/sign-in/reads.ts");
    const { openTable } = await import("../../../functions/core/table.ts");
    const { keyedHash } = await import("../../../functions/core/secrets.ts");
    expect(await peopleAt(openTable({ at: "region", id: "sample" }, "test"), await keyedHash("phone", "+8613800020099"))).toHaveLength(1);
    const guest = await daughter(stack);
    expect((await guest.as.call(PROXIES, "invite", { village: a, body: { name: "x", phone: "+8613800020098" } })).status).toBe(404);
  });
});
