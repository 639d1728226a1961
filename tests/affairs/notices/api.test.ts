import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Household } from "../../../functions/affairs/households/reads.ts";
import { handler } from "../../../functions/affairs/notices/handlers.ts";
import { stableId } from "../../../functions/core/stable-id.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const F = "affairs/notices";
const PLAIN = { kind: "plain", title: "明早停水", text: "9点到12点，请提前存水。" };
type Someone = { id: string; as: As };

let stack: TestStack;
let [a, b, lonely] = ["", "", ""];
let secretary: Someone, committee: Someone, villager: Someone, ofB: Someone, alone: Someone, leader: Someone;
const house = (no: number): string => stableId(`house ${no}`);

beforeAll(async () => {
  stack = await openStack([handler]);
  stack.at("2026-05-01T01:00:00.000Z");
  [a, b, lonely] = [await stack.village(undefined, { households: 3 }), await stack.village(), await stack.village()];
  for (const no of [1, 2, 3]) await stack.store(Household, { id: house(no), no: String(no), group: no === 3 ? "2" : "1", order: no, people: [], hazards: [], emptyChecked: null, roll: "", gone: [], ended: null }, { village: a });
  secretary = await stack.person({ village: a, name: "陈书记", offices: ["office:secretary"] });
  committee = await stack.person({ village: a, name: "李委员", offices: ["office:committee"] });
  leader = await stack.person({ village: a, offices: ["office:group-leader"], member: { group: "2", household: house(3) } });
  villager = await stack.person({ village: a, name: "张大山", member: { household: house(1), group: "1" } });
  ofB = await stack.person({ village: b, member: { household: house(9) } });
  alone = await stack.person({ village: lonely, offices: ["office:secretary"] });
});
afterAll(() => stack.stop());

const act = (who: Someone, route: string, id: string, body: object = {}, village = a) => who.as.call(F, route, { village, params: { id }, body });
const write = async (who: Someone, body: object = PLAIN, village = a): Promise<string> => (await who.as.call(F, "draft", { village, body })).body.id;
const mustRead = (more: object = {}) => ({ ...PLAIN, kind: "must-read", title: "周六打疫苗", audience: { to: "village" }, until: "2026-05-03T10:00:00.000Z", ...more });
const published = async (body: object): Promise<string> => {
  const id = await write(committee, body);
  expect((await act(secretary, "publish", id)).body.state).toBe("published");
  await stack.settle();
  return id;
};
const titles = async (route: "list" | "past"): Promise<string[]> => (await stack.visitor.call(F, route, { village: a, open: true })).body.items.map((each: { id: string }) => each.id);

describe("a plain notice", () => {
  it("written by the committee is public at once, with its line for SMS and what is read aloud", async () => {
    const draft = await committee.as.call(F, "draft", { village: a, body: PLAIN });
    expect(draft.body).toMatchObject({ state: "draft", mine: true, audience: { to: "village" }, channels: ["page"], sms: { text: "明早停水：9点到12点，请提前存水。", parts: 1, extra: 0 }, readAloud: "明早停水。9点到12点，请提前存水。" });
    expect(await titles("list")).not.toContain(draft.body.id);
    expect((await stack.visitor.call(F, "one", { village: a, params: { id: draft.body.id } })).status).toBe(404);
    expect((await act(committee, "publish", draft.body.id)).body).toMatchObject({ state: "published", alone: false, until: "2026-05-31T01:00:00.000Z" });
    expect((await titles("list"))[0]).toBe(draft.body.id);
    const seen = await stack.visitor.call(F, "one", { village: a, params: { id: draft.body.id }, open: true });
    expect(seen.body).toMatchObject({ title: "明早停水", reason: null });
    expect(Object.keys(seen.body)).not.toEqual(expect.arrayContaining(["audience"]));
    expect(seen.headers["cache-control"]).toContain("max-age=60");
  });
  it("may be spoken instead of written, and carries its pictures until it is withdrawn", async () => {
    const media = [{ id: "01KVACE0000000000000000000", kind: "voice" }, { id: "01KPHTA0000000000000000000", kind: "photo" }];
    expect((await committee.as.call(F, "draft", { village: a, body: { kind: "plain", title: "明早停水", media: [media[1]] } })).body).toMatchObject({ status: 422, field: "text" });
    expect((await committee.as.call(F, "draft", { village: a, body: { ...PLAIN, media: [media[0], { ...media[0], id: "01KVACE0000000000000000001" }] } })).body).toMatchObject({ status: 422, field: "media" });
    const { body } = await committee.as.call(F, "draft", { village: a, body: { kind: "plain", title: "明早停水", media } });
    expect(body).toMatchObject({ media, text: "", readAloud: "明早停水", sms: { text: "明早停水" } });
    expect((await stack.rows(`V#${a}`, "MEDIAUSE#")).map((each) => each["by"])).toEqual([`NOTICE#${body.id}`, `NOTICE#${body.id}`]);
    await act(committee, "publish", body.id);
    expect((await stack.visitor.call(F, "one", { village: a, params: { id: body.id }, open: true })).body.media).toEqual(media);
    await act(committee, "withdraw", body.id, { reason: "改期" });
    expect((await stack.visitor.call(F, "one", { village: a, params: { id: body.id }, open: true })).body.media).toEqual([]);
  });
  it("by SMS needs a second person, and its second part is priced before anyone sends it", async () => {
    const draft = await committee.as.call(F, "draft", { village: a, body: { ...PLAIN, channels: ["page", "sms"], smsText: "水".repeat(71) } });
    expect(draft.body.sms).toMatchObject({ parts: 2, encoding: "UCS-2" });
    expect(draft.body.sms.extra).toBeGreaterThan(0);
    expect(draft.body.sms.perPhone).toBe(2 * draft.body.sms.extra);
    expect((await act(committee, "publish", draft.body.id)).body).toMatchObject({ status: 409, type: "own-draft" });
    expect((await act(secretary, "approve", draft.body.id)).body.state).toBe("approved");
    expect((await act(committee, "publish", draft.body.id)).body.state).toBe("published");
  });
  it("withdrawn keeps its title and the reason, and loses its text", async () => {
    const id = await published(PLAIN);
    expect((await act(secretary, "withdraw", id, { reason: "时间写错了" })).body.state).toBe("withdrawn");
    expect((await stack.visitor.call(F, "one", { village: a, params: { id }, open: true })).body).toMatchObject({ state: "withdrawn", title: "明早停水", text: "", readAloud: "", reason: "时间写错了" });
    expect((await act(secretary, "withdraw", id, { reason: "again" })).body).toMatchObject({ status: 409, state: "withdrawn", steps: [] });
    expect(await titles("list")).toContain(id);
    await stack.later(31 * 86_400_000);
    expect([await titles("list"), await titles("past")].map((each) => each.includes(id))).toEqual([false, true]);
    expect((await stack.visitor.call(F, "one", { village: a, params: { id } })).body).toMatchObject({ state: "withdrawn", reason: "时间写错了" });
    stack.at("2026-05-01T01:00:00.000Z");
  });
  it("is over by the clock, and can be looked up afterwards", async () => {
    const id = await published({ ...PLAIN, until: "2026-05-01T02:00:00.000Z" });
    expect(await titles("list")).toContain(id);
    await stack.later(61 * 60_000);
    expect(await titles("list")).not.toContain(id);
    expect(await titles("past")).toContain(id);
    expect((await stack.visitor.call(F, "one", { village: a, params: { id } })).body.state).toBe("expired");
    stack.at("2026-05-01T01:00:00.000Z");
  });
  it("is copied for the chat group in the reader's language", async () => {
    const id = await published(mustRead());
    const text = (await villager.as.call(F, "groupText", { village: a, params: { id }, language: "zh" })).text;
    expect(text).toContain("公告】周六打疫苗");
    expect(text).toContain("知道了");
    expect(text).toContain("5月3日 18:00");
  });
});

describe("what the committee writes wrongly", () => {
  it("a must-read notice without an end or without an audience is refused by field, in plain words", async () => {
    const refused = await committee.as.call(F, "draft", { village: a, body: { ...PLAIN, kind: "must-read", until: "2026-05-03T10:00:00.000Z" } });
    expect(refused.body).toMatchObject({ status: 422, field: "audience", reason: "required" });
    expect((await committee.as.call(F, "draft", { village: a, body: { ...PLAIN, kind: "must-read", audience: { to: "village" } } })).body).toMatchObject({ status: 422, field: "until" });
  });
  it("an end that has passed, a house of another village, a field nobody knows", async () => {
    expect((await committee.as.call(F, "draft", { village: a, body: { ...PLAIN, until: "2026-04-30T00:00:00.000Z" } })).body).toMatchObject({ status: 422, field: "until", reason: "in-the-past" });
    expect((await committee.as.call(F, "draft", { village: a, body: mustRead({ audience: { to: "households", households: [house(1), house(9)] } }) })).body).toMatchObject({ status: 422, field: "audience.households", reason: "not-a-list-member" });
    expect((await committee.as.call(F, "draft", { village: a, body: { ...PLAIN, village: b } })).body).toMatchObject({ status: 422, field: "village" });
  });
  it("a change to what somebody changed meanwhile names both versions; an approved one has to be sent back first", async () => {
    const id = await write(committee);
    expect((await secretary.as.call(F, "edit", { village: a, params: { id }, body: { ...PLAIN, title: "改过" }, ifMatch: 1 })).body).toMatchObject({ title: "改过", version: 2 });
    expect((await committee.as.call(F, "edit", { village: a, params: { id }, body: PLAIN, ifMatch: 1 })).body).toMatchObject({ status: 409, yourVersion: 1, version: 2 });
    await act(secretary, "approve", id);
    expect((await committee.as.call(F, "edit", { village: a, params: { id }, body: PLAIN })).body).toMatchObject({ status: 409, state: "approved", steps: ["send-back", "publish", "drop"] });
    expect((await act(secretary, "send-back", id, { reason: "写清楚哪几个组" })).body).toMatchObject({ state: "draft", reason: "写清楚哪几个组" });
    expect((await committee.as.call(F, "edit", { village: a, params: { id }, body: PLAIN })).status).toBe(200);
  });
  it("whoever changed a draft last cannot be its second person", async () => {
    const id = await write(committee, mustRead());
    await secretary.as.call(F, "edit", { village: a, params: { id }, body: mustRead({ title: "周日打疫苗" }) });
    expect((await act(secretary, "approve", id)).body).toMatchObject({ status: 409, type: "own-draft" });
    expect((await act(committee, "approve", id)).body).toMatchObject({ state: "approved", alone: false });
  });
  it("an end that passes before anyone approves", async () => {
    const id = await write(committee, { ...PLAIN, until: "2026-05-01T01:30:00.000Z" });
    stack.at("2026-05-01T01:31:00.000Z");
    expect((await act(secretary, "publish", id)).body).toMatchObject({ status: 409, type: "until-passed" });
    stack.at("2026-05-01T01:00:00.000Z");
  });
});

describe("a village with one filled office", () => {
  it("is not made to wait: the notice passes by one, for lack of others, and everybody sees so", async () => {
    const id = await write(alone, mustRead(), lonely);
    expect((await act(alone, "publish", id, {}, lonely)).body).toMatchObject({ state: "published", alone: true });
    expect((await stack.visitor.call(F, "one", { village: lonely, params: { id }, open: true })).body.alone).toBe(true);
  });
});

describe("a notice every household must read", () => {
  it("a household says \"I know\" once; the office counts, and goes to those who have no phone", async () => {
    const id = await published(mustRead());
    const asked = async () => (await villager.as.call(F, "mine", { village: a })).body.items.find((each: { id: string }) => each.id === id);
    expect(await asked()).toMatchObject({ known: false });
    const [first, again] = [await act(villager, "know", id), await act(villager, "know", id)];
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect(await asked()).toMatchObject({ known: true });
    expect((await leader.as.call(F, "knowFor", { village: a, params: { id, household: house(2) } })).status).toBe(404);
    expect((await leader.as.call(F, "knowFor", { village: a, params: { id, household: house(3) } })).status).toBe(200);
    const who = await secretary.as.call(F, "whoKnows", { village: a, params: { id } });
    expect(who.body).toMatchObject({ known: 2, of: 3 });
    expect(who.body.items.map((each: { no: string; at: string | null; byOffice: boolean }) => [each.no, each.at !== null, each.byOffice]).sort()).toEqual([["1", true, false], ["2", false, false], ["3", true, true]]);
    const events = (await stack.rows(`V#${a}`, "EVENT#")).filter((event) => event["name"] === `${F}/known` && (event["data"] as { notice: string }).notice === id);
    expect(events).toHaveLength(2);
  });
  it("for one group is neither public nor another group's, and its houses are counted", async () => {
    const id = await published(mustRead({ audience: { to: "groups", groups: ["1"] } }));
    expect(await titles("list")).not.toContain(id);
    expect((await stack.visitor.call(F, "one", { village: a, params: { id } })).status).toBe(404);
    expect((await villager.as.call(F, "forMe", { village: a, params: { id } })).body).toMatchObject({ id, known: false });
    expect((await leader.as.call(F, "forMe", { village: a, params: { id } })).status).toBe(404);
    expect((await act(leader, "know", id)).status).toBe(404);
    expect((await secretary.as.call(F, "whoKnows", { village: a, params: { id } })).body).toMatchObject({ known: 0, of: 2 });
  });
  it("is not asked about when it is plain, not published, or over", async () => {
    expect((await act(villager, "know", await published(PLAIN))).body).toMatchObject({ status: 409, type: "nobody-asks" });
    expect((await act(villager, "know", await write(committee, mustRead()))).status).toBe(404);
    const id = await published(mustRead());
    await act(secretary, "withdraw", id, { reason: "改期" });
    expect((await act(villager, "know", id)).body).toMatchObject({ status: 409, state: "withdrawn" });
  });
});

describe("another village", () => {
  it("neither reads, changes nor answers a notice of this one", async () => {
    const id = await published(mustRead());
    expect((await act(ofB, "know", id)).status).toBe(404);
    expect((await act(ofB, "know", id, {}, b)).status).toBe(404);
    expect((await stack.visitor.call(F, "one", { village: b, params: { id } })).status).toBe(404);
    expect((await villager.as.call(F, "draft", { village: a, body: PLAIN })).body).toMatchObject({ status: 403, type: "role-missing" });
  });
});
