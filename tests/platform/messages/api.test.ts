import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/platform/messages/handlers.ts";
import { Person } from "../../../functions/core/access-rows.ts";
import { clock } from "../../../functions/core/clock.ts";
import { Tell } from "../../../functions/core/tell.ts";
import { Contact } from "../../../functions/alerts/contacts/rows.ts";
import { PHONE, pushService, type PushService } from "../../core/push-service.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { issue, warningFor } from "../../alerts/sending/village.ts";
import { F, house, houseId, PHONE_A, tell, withdraw, type Someone } from "./village.ts";

const USUAL = { atOnce: true, digest: true, hour: 19, push: true, sms: false, quiet: null, language: "zh" };
const HOUR = 3_600_000;
let stack: TestStack;
let service: PushService;
let [a, b] = ["", ""];
let [home, paper, bare] = ["", "", ""];
let mother: Someone, father: Someone;

beforeAll(async () => {
  [stack, service] = [await openStack([handler]), await pushService()];
  b = await stack.village();
});
/** Ten in the morning in the village, which nobody has written in yet. */
beforeEach(async () => {
  stack.at("2026-05-01T02:00:00.000Z");
  a = await stack.village();
  home = houseId(a, 1);
  [mother, father] = await Promise.all([stack.person({ village: a, member: { household: home } }), stack.person({ village: a, member: { household: home } })]);
  [, paper, bare] = await Promise.all([house(stack, a, 1, [mother.id, father.id]), house(stack, a, 2, ["01JPAPER000000000000000000", "01JPAPER000000000000000001"], [PHONE_A, "+8613800002222"]), house(stack, a, 3, ["01JBARE0000000000000000000"], [], "2")]);
});
afterEach(() => { service.asked.length = 0; service.answers(201); stack.phones.messages.length = 0; stack.phones.fail.length = 0; });
afterAll(async () => { await stack.stop(); await service.stop(); });

const call = (who: Someone, route: string, more: object = {}) => who.as.call(F, route, { village: a, ...more });
const subscribe = (who: Someone) => call(who, "subscribe", { body: { endpoint: `${service.origin}/${a}`, keys: PHONE.keys } });
/** What was pushed in this village; the one before may still have something to say. */
const shown = () => service.shown(`/${a}`);
const wish = (who: Someone, more: object) => call(who, "wish", { body: { ...USUAL, ...more } });
const lines = async (who: Someone, to = "me") => (await call(who, "mine", { query: { to } })).body.items as { id: string; text: Record<string, string>; read: boolean }[];
const pushed = (): string[] => shown().map((each) => each.t);
/** The hour strikes; what follows an hour at once follows five seconds later. */
const strike = async (time: string): Promise<void> => {
  stack.at(time);
  for (const wait of [0, 6_000, 6_000]) await stack.later(wait);
};
const outs = async (state: string) => (await stack.rows(`V#${a}`, "TELLOUT#")).filter((each) => each["state"] === state);

describe("a line for me", () => {
  it("stands on my page, is new until I have seen it, and is nobody else's to read", async () => {
    const id = await tell(stack, a, "person", mother.id);
    expect(await lines(mother)).toMatchObject([{ id, text: { zh: "改好了", en: "It is done" }, where: "affairs/households", read: false }]);
    expect(await lines(father)).toEqual([]);
    expect((await call(father, "read", { body: { to: "me", ids: [id] } })).status).toBe(200);
    expect((await lines(mother))[0]!.read).toBe(false);
    await call(mother, "read", { body: { to: "me", ids: [id] } });
    expect((await lines(mother))[0]!.read).toBe(true);
    const stranger = await stack.person({ village: b });
    expect((await stranger.as.call(F, "mine", { village: a })).status).toBe(404);
  });
  it("of our house stands with each of us, and each has seen it alone", async () => {
    const id = await tell(stack, a, "household", home);
    await call(mother, "read", { body: { to: "house", ids: [id] } });
    expect([(await lines(mother, "house"))[0]!.read, (await lines(father, "house"))[0]!.read]).toEqual([true, false]);
  });
  it("of a guest stands on the phone it was told to, and on no other", async () => {
    await tell(stack, a, "device", "a-guest-device-0001");
    const read = (device: string) => stack.guest(device).call(F, "onDevice", { village: a });
    expect([(await read("a-guest-device-0001")).body.items.length, (await read("another-device-00001")).body.items.length]).toEqual([1, 0]);
  });
});

describe("own matters at once", () => {
  it("show on each phone that something is there, and never what", async () => {
    expect((await subscribe(mother)).body).toEqual({ done: true });
    await tell(stack, a, "household", home, { text: { zh: "低保没有批准", en: "Your allowance was refused" } });
    expect(shown()).toEqual([{ t: expect.stringMatching(/^青山村\d+：有事找您$/) as string, u: `/v/${a}/platform/messages` }]);
  });
  it("are told once, however often the clock strikes", async () => {
    await subscribe(mother);
    await tell(stack, a, "person", mother.id);
    for (let n = 0; n < 3; n++) await stack.later(60_000);
    expect(shown().length).toBe(1);
  });
  it("wait for the end of the quiet hours, over midnight, in the region's zone", async () => {
    await subscribe(mother);
    stack.at("2026-05-01T15:30:00.000Z");
    await tell(stack, a, "person", mother.id);
    await stack.later(HOUR);
    expect(shown().length).toBe(0);
    stack.at("2026-05-01T21:59:00.000Z");
    await stack.later(0);
    expect(shown().length).toBe(0);
    await stack.later(60_000);
    expect(shown().length).toBe(1);
  });
  it("keep to somebody's own quiet hours, also where they were chosen while it waited", async () => {
    await subscribe(mother);
    await wish(mother, { quiet: { from: 9, to: 12 } });
    await tell(stack, a, "person", mother.id);
    expect(shown().length).toBe(0);
    await wish(mother, { quiet: { from: 9, to: 14 } });
    await stack.later(2 * HOUR);
    expect(shown().length).toBe(0);
    await stack.later(2 * HOUR);
    expect(shown().length).toBe(1);
  });
  it("that are about life wait for nothing", async () => {
    await subscribe(mother);
    stack.at("2026-05-01T16:00:00.000Z");
    await withdraw(stack, a, mother.id, "own-matters");
    await tell(stack, a, "person", mother.id, { how: "now" });
    expect(shown().length).toBe(1);
  });
  it("stop at the moment the consent is taken back, also what waits for the morning", async () => {
    await subscribe(mother);
    stack.at("2026-05-01T16:00:00.000Z");
    await tell(stack, a, "person", mother.id);
    await withdraw(stack, a, mother.id, "own-matters");
    stack.at("2026-05-01T22:00:00.000Z");
    await stack.later(0);
    expect(shown().length).toBe(0);
    expect((await outs("dropped")).length).toBe(1);
    expect((await lines(mother)).length).toBe(1);
  });
  it("of one sender above the day's limit are joined into the digest; another sender's still come", async () => {
    await subscribe(mother);
    for (let n = 0; n < 7; n++) await tell(stack, a, "person", mother.id);
    expect(shown().length).toBe(5);
    await tell(stack, a, "person", mother.id, { by: "01JOTHER000000000000000000" });
    expect(shown().length).toBe(6);
    stack.at("2026-05-01T11:00:00.000Z");
    await stack.later(0);
    expect(pushed().at(-1)).toMatch(/今天的一条到了$/);
    expect((await call(mother, "digest")).body.items.length).toBe(2);
  });
  it("go to the own number too, where that was asked for", async () => {
    await stack.store(Contact, Contact.schema.parse({ household: home, entries: [{ person: mother.id, phone: PHONE_A, order: 0 }] }), { village: a });
    await wish(mother, { sms: true });
    await tell(stack, a, "household", home);
    expect(stack.phones.messages).toMatchObject([{ to: PHONE_A, purpose: "notice", text: expect.stringMatching(/^【青山村\d+】改好了$/) as string }]);
    await stack.later(10 * 60_000);
    expect(stack.phones.messages.length).toBe(1);
  });
});

describe("a subscription", () => {
  it("that is over is forgotten", async () => {
    await subscribe(mother);
    service.answers(410);
    await tell(stack, a, "person", mother.id);
    expect(await stack.rows(`V#${a}`, "PUSHSUB#")).toEqual([]);
  });
  it("is tried again when its service is busy", async () => {
    await subscribe(mother);
    service.answers(503);
    await tell(stack, a, "person", mother.id);
    const tried = shown().length;
    service.answers(201);
    await stack.settle();
    expect(tried).toBeGreaterThan(0);
    expect((await stack.rows(`V#${a}`, "PUSHSUB#")).length).toBe(1);
  });
  it("of a phone somebody was signed out of shows nothing", async () => {
    await subscribe(mother);
    await stack.store(Person, { id: mother.id, language: "zh", village: a, devices: { "another-phone-of-hers": { since: stack.now().toISOString(), family: "f", label: "" } } }, {});
    await tell(stack, a, "person", mother.id);
    expect(shown().length).toBe(0);
  });
  it("is taken for a known push service alone, and for a phone with a number of its own", async () => {
    const at = (endpoint: string) => call(mother, "subscribe", { body: { endpoint, keys: PHONE.keys } });
    expect((await at("https://evil.example/x")).body).toMatchObject({ status: 422, type: "unknown-push-service" });
    expect((await at("http://169.254.169.254/latest/meta-data")).status).toBe(422);
    expect((await at("https://fcm.googleapis.com/fcm/send/x")).status).toBe(200);
    expect((await call(mother, "unsubscribe")).status).toBe(200);
    expect(await stack.rows(`V#${a}`, "PUSHSUB#")).toEqual([]);
    expect((await call(mother, "pushKey")).body.key).toMatch(/^B[\w-]{86}$/);
  });
});

describe("the digest", () => {
  const news = (who = home, to: "household" | "person" = "household") => tell(stack, a, to, who, { how: "digest" });
  it("comes once a day, at my hour, only when there is something; each line is listed once", async () => {
    await subscribe(mother);
    await wish(mother, { hour: 12 });
    const [one, two] = [await news(), await news()];
    stack.at("2026-05-01T03:59:00.000Z");
    await stack.later(0);
    expect(shown().length).toBe(0);
    await stack.later(60_000);
    expect(pushed()).toEqual([expect.stringMatching(/今天的一条到了$/)]);
    expect((await call(mother, "digest")).body).toMatchObject({ day: "2026-05-01", items: [{ id: one }, { id: two }] });
    await strike("2026-05-02T04:00:00.000Z");
    expect(shown().length).toBe(1);
    const three = await news();
    await strike("2026-05-03T04:00:00.000Z");
    expect(shown().length).toBe(2);
    expect((await call(mother, "digest")).body).toMatchObject({ day: "2026-05-03", items: [{ id: three }] });
  });
  it("moves with the hour I choose, and does not come twice on the day I change it", async () => {
    await subscribe(mother);
    await wish(mother, { hour: 20 });
    await news();
    await wish(mother, { hour: 11 });
    await strike("2026-05-01T03:00:00.000Z");
    expect(shown().length).toBe(1);
    await news();
    await wish(mother, { hour: 18 });
    await strike("2026-05-01T10:00:00.000Z");
    expect(shown().length).toBe(1);
    await strike("2026-05-02T10:00:00.000Z");
    expect(shown().length).toBe(2);
  });
  it("is made page by page for a whole village, each person's whole and once", async () => {
    const people = await Promise.all(Array.from({ length: 18 }, () => stack.person({ village: a })));
    for (const each of people) for (let n = 0; n < 3; n++) await stack.store(Tell, { id: clock().id(stack.now()), to: "person", who: each.id, feature: "x/y", key: "k", text: { zh: "新闻", en: "News" }, where: "affairs/notices", how: "digest", at: stack.now().toISOString(), by: "x/y", look: stack.now().toISOString(), readBy: [] }, { village: a });
    await stack.later(0);
    stack.at("2026-05-01T11:00:00.000Z");
    const pages = async () => (await stack.rows(`V#${a}`, "TELLDAY#")).length;
    await stack.later(0);
    for (let n = 0; n < 6; n++) await stack.later(10_000);
    const made = await stack.rows(`V#${a}`, "TELLDAY#");
    expect(await pages()).toBe(18);
    expect(made.every((each) => (each["lines"] as string[]).length === 3)).toBe(true);
    expect(await stack.rows(`V#${a}`, "TELLLINE#")).toEqual([]);
    expect((await stack.rows(`V#${a}`, "EVENT#")).filter((each) => each["name"] === `${F}/digested`).length).toBeGreaterThan(1);
  });
  it("is not made for who wants none, or took the consent back; their lines stay on their page", async () => {
    await subscribe(mother);
    await wish(mother, { digest: false });
    await withdraw(stack, a, father.id, "digest");
    await news();
    await strike("2026-05-01T11:00:00.000Z");
    expect(await stack.rows(`V#${a}`, "TELLDAY#")).toEqual([]);
    expect((await lines(mother, "house")).length).toBe(1);
  });
});

describe("a house in which nobody is signed in", () => {
  let cadre: Someone, leader: Someone;
  beforeEach(async () => {
    cadre = await stack.person({ village: a, offices: ["office:secretary"] });
    leader = await stack.person({ village: a, offices: ["office:group-leader"], member: { group: "1" } });
  });
  it("is told by SMS at its first good number, and at the next when that one is dead", async () => {
    stack.phones.fail.push(400);
    await tell(stack, a, "household", paper);
    expect(stack.phones.messages.map((each) => each.to)).toEqual(["+8613800002222"]);
  });
  it("is not told by SMS at night, nor after it said STOP", async () => {
    stack.at("2026-05-01T15:00:00.000Z");
    await tell(stack, a, "household", paper);
    expect(stack.phones.messages).toEqual([]);
    await stack.store(Contact, Contact.schema.parse({ household: paper, entries: [{ person: "01JPAPER000000000000000000", phone: PHONE_A, order: 0, stopped: true }] }), { village: a });
    stack.at("2026-05-01T22:00:00.000Z");
    await stack.later(0);
    expect(stack.phones.messages).toEqual([]);
  });
  it("without a number is told at its door, by who works on its group, once", async () => {
    const id = await tell(stack, a, "household", bare);
    expect((await call(cadre, "atDoor")).body.items).toMatchObject([{ household: bare, id, no: "3", text: { zh: "改好了" } }]);
    expect((await call(leader, "atDoor")).body.items).toEqual([]);
    expect((await call(leader, "toldAtDoor", { params: { household: bare, line: id } })).status).toBe(404);
    expect((await call(cadre, "toldAtDoor", { params: { household: bare, line: id } })).status).toBe(200);
    expect((await call(cadre, "atDoor")).body.items).toEqual([]);
  });
  it("chooses its way, itself or through a cadre who works there", async () => {
    expect((await call(cadre, "house", { params: { household: paper } })).body).toMatchObject({ way: "sms", chosen: false, phone: true });
    expect((await call(cadre, "houseWish", { params: { household: bare }, body: { way: "sms" } })).body).toMatchObject({ status: 409, type: "no-number" });
    expect((await call(cadre, "houseWish", { params: { household: paper }, body: { way: "door" } })).body).toMatchObject({ way: "door", chosen: true });
    await tell(stack, a, "household", paper);
    expect(stack.phones.messages).toEqual([]);
    expect((await call(cadre, "atDoor")).body.items.length).toBe(1);
    expect((await call(mother, "house", { params: { household: paper } })).status).toBe(404);
    expect((await call(mother, "house", { params: { household: home } })).status).toBe(200);
    expect((await call(leader, "houseWish", { params: { household: bare }, body: { way: "page" } })).status).toBe(404);
  });
});

describe("a warning", () => {
  it("that is red is on the phones of its houses at once, in the middle of the night; yellow waits for the morning, and is not shown once it is over", async () => {
    await subscribe(mother);
    stack.at("2026-06-20T16:30:00.000Z");
    const late = { issuedAt: "2026-06-20T16:30:00.000Z", expires: "2026-06-21T10:00:00.000Z" };
    await issue(stack, warningFor([a], late));
    await stack.later(0);
    expect(pushed()).toEqual([expect.stringMatching(/有预警，请马上打开$/)]);
    await issue(stack, warningFor([a], { ...late, colour: "yellow", ask: "stay-alert" }));
    await issue(stack, warningFor([a], { ...late, colour: "yellow", ask: "stay-alert", expires: "2026-06-20T20:00:00.000Z" }));
    await stack.later(0);
    expect(shown().length).toBe(1);
    stack.at("2026-06-20T22:00:00.000Z");
    await stack.later(0);
    expect(shown().length).toBe(2);
  });
});
