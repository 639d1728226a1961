import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as doorCodes } from "../../functions/affairs/door-codes/handlers.ts";
import { handler as households } from "../../functions/affairs/households/handlers.ts";
import { handler as houses } from "../../functions/affairs/houses/handlers.ts";
import { handler as notices } from "../../functions/affairs/notices/handlers.ts";
import { handler as contacts } from "../../functions/alerts/contacts/handlers.ts";
import { handler as vulnerable } from "../../functions/alerts/vulnerable/handlers.ts";
import { handler as links } from "../../functions/cadres/linked-households/handlers.ts";
import { handler as members } from "../../functions/circle/members/handlers.ts";
import { Person } from "../../functions/core/access-rows.ts";
import { handler as exporting } from "../../functions/platform/exports/handlers.ts";
import { handler as offices } from "../../functions/platform/offices/handlers.ts";
import { handler as privacy } from "../../functions/platform/privacy/handlers.ts";
import { handler as villages } from "../../functions/platform/villages/handlers.ts";
import { handler as proxies } from "../../functions/services/proxies/handlers.ts";
import { idsOf, importRoll } from "../affairs/households/roll.ts";
import type { Json } from "./json.ts";
import { openStack, type As, type TestStack } from "./stack.ts";

/** Forty people in fourteen houses, a secretary and one committee member, and no other post filled: not in the township, not in the county. */
let stack: TestStack;
let [a, b] = ["", ""];
const as: Record<string, As> = {};
const DAY = 86_400_000;
const HOUSES = Array.from({ length: 14 }, (_, i) => String(i + 1));
const house = (no: string) => idsOf(a, no, `住户${no}甲`);

const must = async (who: As, feature: string, route: string, given: { params?: Record<string, string>; body?: unknown; query?: Record<string, string> } = {}): Promise<Json> => {
  const answer = await who.call(feature, route, { village: a, ...given });
  if (answer.status !== 200) throw new Error(`${feature} ${route}: ${answer.status} ${answer.text}`);
  await stack.settle();
  return answer.body;
};
const signedIn = async (name: string, person: string): Promise<void> => {
  await stack.store(Person, { id: person, name: "", language: "zh", village: a, devices: { "device-of-the-test": { since: stack.now().toISOString(), family: "test", label: "" } } }, {});
  as[name] = stack.as(person, a);
};

beforeAll(async () => {
  stack = await openStack([doorCodes, households, houses, notices, contacts, vulnerable, links, members, exporting, offices, privacy, villages, proxies]);
  stack.at("2026-06-10T08:00:00.000Z");
  [a, b] = [await stack.village(undefined, { residents: 40, households: 14 }), await stack.village()];
  await importRoll(stack, a, HOUSES.flatMap((no) => ["甲", "乙", "丙"].slice(0, Number(no) <= 12 ? 3 : 2).map((each, i) => ({
    house: no, name: `住户${no}${each}`, head: i === 0, bornIn: i === 2 ? 2012 : 1975, phone: i === 0 && no !== "5" ? `138000300${no.padStart(2, "0")}` : null,
    ...(no === "5" && i === 0 ? { vulnerable: ["alone" as const, "no-phone" as const] } : {}),
  }))));
  for (const no of HOUSES) await signedIn(`house ${no}`, house(no).person);
  const household = (no: string) => ({ village: a, member: { household: house(no).household } });
  as["secretary"] = (await stack.person({ ...household("1"), name: "陈书记", offices: ["office:secretary"] })).as;
  as["committee"] = (await stack.person({ ...household("2"), name: "李委员", offices: ["office:committee"] })).as;
  as["stranger"] = (await stack.person({ village: b })).as;
});
afterAll(() => stack.stop());

describe("a village of forty with two filled posts waits for nobody who is not there", () => {
  it("publishes a notice that must be read, and counts who knows", async () => {
    const body = { kind: "must-read", title: "周六打疫苗", text: "上午九点,村小学。", audience: { to: "village" }, until: "2026-06-13T10:00:00.000Z" };
    const draft = await must(as["committee"]!, "affairs/notices", "draft", { body });
    expect(await must(as["secretary"]!, "affairs/notices", "publish", { params: { id: draft.id }, body: {} })).toMatchObject({ state: "published", alone: false });
  });
  it("takes in a newcomer on a neighbour's word and one post's", async () => {
    const newcomer = (await stack.person({ village: a, member: false })).as;
    const claim = await must(newcomer, "circle/members", "claim", { body: { name: "新来的", house: "7" } });
    await must(as["house 8"]!, "circle/members", "vouch", { params: { id: claim.id }, body: {} });
    await must(as["house 9"]!, "circle/members", "vouch", { params: { id: claim.id }, body: {} });
    expect(await must(as["committee"]!, "circle/members", "verify", { params: { id: claim.id }, body: { household: house("7").household } })).toMatchObject({ state: "verified" });
  });
  it("gives a post by the one giver there is, and says so", async () => {
    const given = await must(as["secretary"]!, "platform/offices", "give", { params: { office: "group-leader" }, body: { person: house("9").person } });
    expect(given).toMatchObject({ state: "given", alone: true });
    await must(as["secretary"]!, "platform/offices", "end", { params: { office: "group-leader" }, body: { person: house("9").person, reason: "试一试" } });
  });
  it("lets a daughter act for an elder without a phone, witnessed by the committee", async () => {
    const daughter = (await stack.person({ village: null, member: false })).as;
    const asked = await must(daughter, "services/proxies", "ask", { body: { elder: "住户5甲", house: "5", name: "李娟", relation: "daughter", scopes: ["affairs/households"], until: "2026-07-10", way: "witness" } });
    expect(await must(as["committee"]!, "services/proxies", "witness", { params: { id: asked.id }, body: { how: "there" } })).toMatchObject({ state: "active" });
    expect((await daughter.call("affairs/households", "mine", { village: a, headers: { "x-acting-for": house("5").person } })).body.no).toBe("5");
    expect((await daughter.call("affairs/households", "mine", { village: a })).status).toBe(404);
  });
  it("puts a household right, its own secretary's too, by the other post", async () => {
    for (const [who, judge] of [["house 6", "secretary"], ["secretary", "committee"]] as const) {
      const asked = await must(as[who]!, "affairs/households", "propose", { body: { change: { what: "hazards", codes: ["river"] }, why: "河涨过" } });
      expect(await must(as[judge]!, "affairs/households", "accept", { params: { id: asked.id }, body: {} })).toMatchObject({ state: "accepted" });
    }
  });
  it("finds a buddy for the one who lives alone, and somebody who looks after the house", async () => {
    const { household } = house("5");
    await must(as["committee"]!, "alerts/vulnerable", "consentFor", { params: { household }, body: { given: true, by: "person", witness: "李委员" } });
    const { buddies } = await must(as["committee"]!, "alerts/vulnerable", "ask", { params: { household }, body: { person: house("6").person } });
    expect(await must(as["house 6"]!, "alerts/vulnerable", "accept", { params: { id: buddies[0].id }, body: {} })).toMatchObject({ state: "accepted" });
    const line = await must(as["secretary"]!, "cadres/linked-households", "propose", { body: { household, person: house("4").person } });
    expect(await must(as["house 4"]!, "cadres/linked-households", "accept", { params: { id: line.next.id }, body: {} })).toMatchObject({ state: "accepted" });
  });
  it("inspects a house, marks the river and hangs up a door plate", async () => {
    const { items } = await must(as["committee"]!, "affairs/houses", "list");
    const { id } = items.find((each: { no: string }) => each.no === "11");
    expect(await must(as["committee"]!, "affairs/houses", "inspect", { params: { id }, body: { grade: "C", inspector: "镇上王工", on: "2026-06-09" } })).toMatchObject({ grade: "C" });
    expect((await must(as["committee"]!, "affairs/door-codes", "issue", { body: { houses: [id] } })).issued).toBe(1);
  });
  it("writes down a consent of somebody without a phone, and shows who looked", async () => {
    await must(as["committee"]!, "platform/privacy", "sayFor", { params: { person: house("5").person, purpose: "survey" }, body: { given: false, how: "voice", proof: "当面说的" } });
    await must(as["secretary"]!, "affairs/households", "look", { params: { id: house("6").household }, body: { purpose: "warning" } });
    expect((await must(as["house 6"]!, "platform/privacy", "looks")).items).toMatchObject([{ office: "office:secretary", purpose: "warning" }]);
  });
  it("changes a habit, and the loosening stands where everybody reads it", async () => {
    expect(await must(as["secretary"]!, "platform/villages", "choose", { body: { setting: "affairs/households.answerWithin", value: 40 * DAY } })).toMatchObject({ loosened: true });
    const { items, small } = await must(stack.visitor, "platform/villages", "settings");
    expect(small).toBe(true);
    expect(items.find((each: { setting: string }) => each.setting === "affairs/households.answerWithin")).toMatchObject({ value: 40 * DAY });
  });
  it("copies itself whole by its two posts", async () => {
    const asked = await must(as["secretary"]!, "platform/exports", "askCopy", { body: {} });
    await must(as["committee"]!, "platform/exports", "agree", { params: { id: asked.id }, body: {} });
    expect(await must(as["secretary"]!, "platform/exports", "copy", { params: { id: asked.id } })).toMatchObject({ state: "ready" });
  });
  it("forgets one of its people after seven days, with nobody further asked", async () => {
    await must(as["committee"]!, "platform/exports", "askErasureFor", { body: { person: house("14").person, why: "asked-in-person" } });
    await stack.later(8 * DAY);
    await stack.later(DAY);
    const left = (await stack.rows(`V#${a}`)).filter((row) => !String(row["sk"]).startsWith("EVENT#") && JSON.stringify(row).includes("住户14甲"));
    expect(left.map((row) => row["sk"])).toEqual([]);
  });
});
