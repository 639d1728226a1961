import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/affairs/notices/handlers.ts";
import { NoteSms } from "../../../functions/affairs/notices/rows.ts";
import { Contact } from "../../../functions/alerts/contacts/rows.ts";
import { openStack, type Answered, type TestStack } from "../../core/stack.ts";
import { house, houseId, withdraw, type Someone } from "../../platform/messages/village.ts";

const F = "affairs/notices";
const person = (no: number): string => `01JPERSN00000000000000000${no}`;
const number = (no: number): string => `+861380000777${no}`;
const NOTICE = { kind: "must-read", title: "周六打疫苗", text: "上午九点在村部。", smsText: "周六九点村部打疫苗", audience: { to: "village" }, until: "2026-05-03T10:00:00.000Z", channels: ["page", "sms"] };

let stack: TestStack;
let a = "";
let secretary: Someone, committee: Someone;
beforeAll(async () => { stack = await openStack([handler]); await stack.village(); });
afterAll(() => stack.stop());
afterEach(() => { stack.phones.messages.length = 0; stack.phones.fail.length = 0; });
beforeEach(async () => {
  stack.at("2026-05-01T02:00:00.000Z");
  a = await stack.village(undefined, { households: 4 });
  [secretary, committee] = [await stack.person({ village: a, offices: ["office:secretary"] }), await stack.person({ village: a, offices: ["office:committee"] })];
  await Promise.all([house(stack, a, 1, [person(1)], [number(1), number(2)]), house(stack, a, 2, [person(2)], [number(3)], "2"), house(stack, a, 3, [person(3)], [number(4)]), house(stack, a, 4, [person(4)])]);
});
const act = (who: Someone, route: string, id: string, body: object = {}): Promise<Answered> => who.as.call(F, route, { village: a, params: { id }, body });
const draft = async (more: object = {}): Promise<string> => (await committee.as.call(F, "draft", { village: a, body: { ...NOTICE, ...more } })).body.id;
const publish = async (more: object = {}): Promise<string> => {
  const id = await draft(more);
  expect((await act(secretary, "publish", id)).body.state).toBe("published");
  await stack.settle();
  return id;
};
const sent = (): string[] => stack.phones.messages.map((each) => each.to).sort();
const sms = async (id: string) => (await secretary.as.call(F, "sms", { village: a, params: { id } })).body;
const rowOf = async (id: string, no: number) => (await stack.rows(`V#${a}`, `NOTESMS#${id}`)).find((each) => (each["phones"] as string[]).includes(number(no)));

describe("a notice by SMS", () => {
  it("is one line to each house, its price said before; the houses that cannot be reached so are named", async () => {
    const id = await draft();
    expect(await sms(id)).toMatchObject({ wanted: true, text: "周六九点村部打疫苗", parts: 1, houses: 4, price: 20, planned: 0 });
    expect((await act(committee, "publish", id)).body).toMatchObject({ status: 409, type: "own-draft" });
    await act(secretary, "publish", id);
    await stack.settle();
    expect(stack.phones.messages.map(({ to, text, purpose }) => ({ to, text, purpose })).toSorted((one, two) => (one.to < two.to ? -1 : 1))).toEqual([1, 3, 4].map((no) => ({ to: number(no), text: "周六九点村部打疫苗", purpose: "notice" })));
    expect(await sms(id)).toMatchObject({ planned: 3, sent: 3, failed: 0, unreached: 1, joined: 0 });
    expect((await stack.rows(`V#${a}`, "EVENT#")).filter((each) => each["name"] === `${F}/sms-planned`).map((each) => each["data"])).toEqual([{ notice: id, messages: 3, parts: 3, joined: false }]);
    expect((await stack.rows(`V#${a}`, "TELL#")).filter((each) => each["key"] === "published" && each["how"] === "digest").length).toBe(4);
  });
  it("goes to the houses it is for alone", async () => {
    await publish({ audience: { to: "groups", groups: ["2"] } });
    expect(sent()).toEqual([number(3)]);
  });
  it("leaves once, however often the clock strikes; a number of no use is followed by the house's next", async () => {
    for (const no of [2, 3]) await stack.store(Contact, Contact.schema.parse({ household: houseId(a, no), entries: [] }), { village: a });
    stack.phones.fail.push(400);
    const id = await publish();
    for (let n = 0; n < 3; n++) await stack.later(3 * 60_000);
    expect(sent()).toEqual([number(2)]);
    expect(await rowOf(id, 2)).toMatchObject({ state: "sent", next: 1 });
  });
  it("waits for the morning, and is not sent when it was withdrawn in the night", async () => {
    stack.at("2026-05-01T14:30:00.000Z");
    const [one, other] = [await publish(), await publish({ smsText: "周日打疫苗" })];
    expect(sent()).toEqual([]);
    await act(secretary, "withdraw", other, { reason: "改期" });
    stack.at("2026-05-01T22:00:00.000Z");
    await stack.later(0);
    expect(sent()).toEqual([number(1), number(3), number(4)]);
    expect(new Set(stack.phones.messages.map((each) => each.text))).toEqual(new Set(["周六九点村部打疫苗"]));
    expect([(await rowOf(one, 3))?.["state"], (await rowOf(other, 3))?.["state"]]).toEqual(["sent", "not-needed"]);
  });
  it("does not go to who said STOP or took the consent back, also between planning and sending", async () => {
    await withdraw(stack, a, person(2), "digest");
    stack.at("2026-05-01T14:30:00.000Z");
    const id = await publish();
    expect((await rowOf(id, 4))?.["state"]).toBe("queued");
    await stack.store(Contact, Contact.schema.parse({ household: houseId(a, 3), entries: [{ person: person(3), phone: number(4), order: 0, stopped: true }] }), { village: a });
    stack.at("2026-05-01T22:00:00.000Z");
    await stack.later(0);
    expect(sent()).toEqual([number(1)]);
  });
  it("above the writer's day, or the village's parts, stands in the digest alone, and says so", async () => {
    await publish(); await publish();
    stack.phones.messages.length = 0;
    const id = await publish();
    expect(sent()).toEqual([]);
    expect(await sms(id)).toMatchObject({ planned: 0, sent: 0, joined: 4 });
    stack.at("2026-05-02T02:00:00.000Z");
    await publish();
    expect(sent().length).toBe(3);
  });
  it("a busy carrier loses nothing, and a crashed sender's message comes once more and is counted", async () => {
    stack.phones.fail.push(503, 503, 503);
    const id = await publish();
    await stack.later(3 * 60_000);
    expect(sent()).toEqual([number(1), number(3), number(4)]);
    const row = (await rowOf(id, 3))!;
    await stack.store(NoteSms, { ...NoteSms.schema.parse(row), state: "claimed", again: stack.now().toISOString() }, { village: a });
    await stack.later(60_000);
    expect(sent()).toEqual([number(1), number(3), number(3), number(4)]);
    expect(await rowOf(id, 3)).toMatchObject({ state: "sent", extra: 1 });
  });
});
