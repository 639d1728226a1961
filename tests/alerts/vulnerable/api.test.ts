import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { buddiesOf, unbuddiedNow } from "../../../functions/alerts/vulnerable/reads.ts";
import { handler as vulnerable } from "../../../functions/alerts/vulnerable/handlers.ts";
import { Village } from "../../../functions/core/access-rows.ts";
import { openTable } from "../../../functions/core/table.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { idsOf, importRoll } from "../../affairs/households/roll.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const F = "alerts/vulnerable";
let stack: TestStack;
let village: string, other: string;
let secretary: { id: string; as: As }, leader: { id: string; as: As }, neighbour: { id: string; as: As }, second: { id: string; as: As }, son: { id: string; as: As }, stranger: { id: string; as: As };
const house = () => idsOf(village, "12", "李秀英").household;
const at = (route: string, who: { as: As }, given: object = {}) => who.as.call(F, route, { village, ...given });
const params = () => ({ params: { household: house() } });
const table = () => openTable({ at: "village", id: village }, "test");
const red = async () => unbuddiedNow({ table: table(), village: (await table().get(Village, ""))!, facts: { zone: "Asia/Shanghai" }, now: stack.now() }, 11);

beforeAll(async () => {
  stack = await openStack([households, contacts, members, vulnerable]);
  stack.at("2026-07-01T02:00:00.000Z");
  village = await stack.village();
  other = await stack.village();
  await importRoll(stack, village, [
    { house: "12", name: "李秀英", group: "3", bornIn: 1938, head: true, vulnerable: ["bed-bound"] },
    { house: "12", name: "张大山", group: "3", bornIn: 1965, phone: "+8613812348000", sleepsHere: false },
    { house: "11", name: "周近邻", group: "3", bornIn: 1980, phone: "+8613912348001" },
    { house: "10", name: "何二邻", group: "3", bornIn: 1982, phone: "+8613912348002" },
    { house: "1", name: "王小明", group: "1", bornIn: 1990, phone: "+8613912348003" },
  ]);
  await importRoll(stack, other, [{ house: "1", name: "赵四", group: "1", bornIn: 1940, vulnerable: ["deaf"] }]);
  secretary = await stack.person({ village, name: "陈书记", offices: ["office:secretary"], member: { group: "1" } });
  leader = await stack.person({ village, name: "刘组长", offices: ["office:group-leader"], member: { group: "1" } });
  const known = async (no: string, name: string) => { const { person } = idsOf(village, no, name); return { id: person, as: (await signed(person)) }; };
  const signed = async (person: string) => { await stack.store((await import("../../../functions/core/access-rows.ts")).Person, { id: person, language: "zh", village, devices: { "device-of-the-test": { since: stack.now().toISOString(), family: "test", label: "" } } }, {}); return stack.as(person, village); };
  [neighbour, second, son] = [await known("11", "周近邻"), await known("10", "何二邻"), await known("12", "张大山")];
  stranger = await stack.person({ village: other, offices: ["office:secretary"] });
  await stack.later(6 * 60_000);
}, 30_000);
afterAll(() => stack.stop());

describe("who is vulnerable", () => {
  test("stands on the offices' list with the reasons, masked, and nobody else's village", async () => {
    const { body, text } = await at("list", secretary);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ no: "12", reasons: ["bed-bound", "old"], highRisk: true, red: true, near: 0, checkDue: true });
    expect(text).not.toMatch(/李秀英|1[39]\d{9}/);
    expect((await at("list", leader)).body.items).toEqual([]);
    expect((await at("one", leader, params())).status).toBe(404);
    expect((await at("one", stranger, params())).status).toBe(404);
    expect((await stranger.as.call(F, "one", { village: other, ...params() })).status).toBe(404);
    expect((await at("list", neighbour)).status).toBe(403);
    expect(await red()).toBe(1);
  });
  test("follows the record: a house by the river, a phone that is gone, and back", async () => {
    const id = idsOf(village, "1", "王小明").household;
    const asked = await secretary.as.call("affairs/households", "proposeFor", { village, params: { id }, body: { change: { what: "hazards", codes: ["river"] }, why: "汛前排查" } });
    await leader.as.call("affairs/households", "accept", { village, params: { id: asked.body.id } });
    await stack.settle();
    expect((await at("one", secretary, { params: { household: id } })).body.reasons).toEqual(["hazard-house"]);
    const back = await secretary.as.call("affairs/households", "proposeFor", { village, params: { id }, body: { change: { what: "hazards", codes: [] }, why: "河改道了" } });
    await leader.as.call("affairs/households", "accept", { village, params: { id: back.body.id } });
    await stack.settle();
    expect((await at("list", leader)).body.items).toEqual([]);
    expect(await red()).toBe(1);
  });
});

describe("a buddy", () => {
  let buddy = "";
  test("is asked only after the household agreed: by its head, the person, or at the door before a witness", async () => {
    expect((await at("ask", secretary, { ...params(), body: { person: neighbour.id } })).body.type).toBe("no-consent");
    expect((await at("consent", son, { body: { given: true } })).body.type).toBe("head-or-self");
    expect((await at("consentFor", secretary, { ...params(), body: { given: true, by: "person" } })).body).toMatchObject({ type: "witness-needed", field: "witness" });
    expect((await at("consentFor", secretary, { ...params(), body: { given: true, by: "person", witness: "刘组长" } })).body.consent).toMatchObject({ given: true, by: "person" });
  });
  test("is proposed from next door, never from the own household, never who is not of the village", async () => {
    expect((await at("candidates", secretary, params())).body.items.map((each: { name: string }) => each.name)).toEqual(["周近邻", "何二邻", "王小明"]);
    expect((await at("ask", secretary, { ...params(), body: { person: son.id } })).body.type).toBe("own-household");
    expect((await at("ask", secretary, { ...params(), body: { person: idsOf(other, "1", "赵四").person } })).body).toMatchObject({ status: 422, field: "person" });
    const asked = await at("ask", secretary, { ...params(), body: { person: neighbour.id } });
    expect(asked.body.buddies).toMatchObject([{ name: "周近邻", state: "asked", near: true }]);
    buddy = asked.body.buddies[0].id;
    expect((await at("ask", secretary, { ...params(), body: { person: neighbour.id } })).body.type).toBe("already-asked");
    expect(await red()).toBe(1);
  });
  test("learns the reasons only after saying yes, sees only the own household, and the red is gone", async () => {
    expect((await at("mine", neighbour)).body.helping).toMatchObject([{ no: "12", head: "李秀英", reasons: [], state: "asked" }]);
    expect((await at("accept", second, { params: { id: buddy }, body: {} })).status).toBe(404);
    expect((await at("accept", secretary, { params: { id: buddy }, body: {} })).body.type).toBe("witness-needed");
    expect((await at("accept", neighbour, { params: { id: buddy }, body: {} })).body.state).toBe("accepted");
    expect((await at("mine", neighbour)).body.helping[0].reasons).toEqual(["bed-bound", "old"]);
    expect((await at("mine", second)).body).toMatchObject({ own: null, helping: [] });
    expect((await at("mine", son)).body.own).toMatchObject({ buddies: [{ name: "周近邻", near: true }], mayConsent: false });
    expect(await red()).toBe(0);
    expect(await buddiesOf(table(), [house()], stack.now())).toEqual(new Map([[house(), ["周近邻"]]]));
  });
  test("away: the household is red at once, another takes the place when they say yes, not before", async () => {
    expect((await at("away", neighbour, { body: { until: "2026-06-30" } })).body).toMatchObject({ status: 422, field: "until" });
    await at("away", neighbour, { body: { until: "2026-07-05" } });
    expect([await red(), (await at("list", secretary)).body.red]).toEqual([1, 1]);
    expect((await at("list", secretary, { query: { show: "red" } })).body.items).toMatchObject([{ no: "12", near: 0, red: true }]);
    const asked = await at("ask", secretary, { ...params(), body: { person: second.id, instead: buddy } });
    expect(asked.body.buddies).toHaveLength(2);
    await at("accept", secretary, { params: { id: asked.body.buddies[1].id }, body: { witness: "刘组长" } });
    expect((await at("one", secretary, params())).body).toMatchObject({ near: 1, red: false, buddies: [{ name: "何二邻", state: "accepted" }] });
    expect((await stack.rows(`V#${village}`, `BUDDY#${buddy}`))[0]).toMatchObject({ state: "replaced" });
    expect((await at("mine", neighbour)).body).toMatchObject({ helping: [], away: { until: "2026-07-05" } });
    expect(await red()).toBe(0);
  });
  test("no longer sleeping at home counts as away, and coming back counts too", async () => {
    const id = idsOf(village, "10", "何二邻").household;
    const sleep = (sleepsHere: boolean) => secretary.as.call("affairs/households", "sleepingFor", { village, params: { id }, body: { people: [{ person: second.id, sleepsHere }] } });
    await sleep(false);
    await stack.settle();
    expect(await red()).toBe(1);
    await sleep(true);
    await stack.settle();
    expect(await red()).toBe(0);
  });
  test("the day of return brings somebody back by itself", async () => {
    await at("away", second, { body: { until: "2026-07-03" } });
    expect(await red()).toBe(1);
    stack.at("2026-07-03T15:59:00.000Z");
    await stack.later(120_000);
    expect(await red()).toBe(0);
    expect((await at("mine", second)).body.away).toBe(null);
  });
  test("who does not answer is asked no longer, and somebody else can be", async () => {
    const asked = await at("ask", secretary, { ...params(), body: { person: idsOf(village, "1", "王小明").person } });
    expect(asked.body.buddies).toHaveLength(2);
    await stack.later(8 * 86_400_000);
    expect((await at("one", secretary, params())).body.buddies).toHaveLength(1);
  });
  test("ends the moment the household takes its consent back, and is red again; outside the season it is no alarm", async () => {
    await at("consentFor", secretary, { ...params(), body: { given: false, by: "person", witness: "刘组长" } });
    expect((await at("mine", second)).body.helping).toEqual([]);
    expect(await red()).toBe(1);
    stack.at("2026-11-01T02:00:00.000Z");
    expect(await red()).toBe(0);
    expect((await at("list", secretary)).body).toMatchObject({ season: false, red: 0 });
  });
  test("once a year somebody goes through it", async () => {
    expect((await at("checked", secretary, params())).body).toMatchObject({ checkDue: false });
    expect((await at("list", secretary, { query: { show: "check" } })).body.items).toEqual([]);
    stack.at("2027-11-02T02:00:00.000Z");
    expect((await at("list", secretary, { query: { show: "check" } })).body.items).toHaveLength(1);
  });
  test("no event holds a name, a reason or a place", async () => {
    const events = (await stack.rows(`V#${village}`, "EVENT#")).filter((each) => String(each["name"]).startsWith(F));
    expect(events.length).toBeGreaterThan(10);
    expect(JSON.stringify(events)).not.toMatch(/李秀英|周近邻|刘组长|bed-bound|2026-07-05/);
  });
});
