import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as answers } from "../../../functions/alerts/answers/handlers.ts";
import { Village } from "../../../functions/core/access-rows.ts";
import { idsOf } from "../households/roll.ts";
import type { TestCounty } from "../../alerts/county.ts";
import { openCounty } from "../../alerts/county.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler } from "../../../functions/affairs/village-home/handlers.ts";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import type { As, TestStack } from "../../core/stack.ts";
import { commandsOf, HOME } from "./village.ts";

let county: TestCounty;
let stack: TestStack;
let [a, b] = ["", ""];
let villager: As;
let committee: As;
beforeAll(async () => {
  county = await openCounty([handler, notices, guestbook, answers]);
  ({ stack, a, b } = county);
  stack.at("2026-05-01T01:00:00.000Z");
  villager = (await stack.person({ village: a, name: "李大山", member: { household: idsOf(a, "1", "").household, group: "1" } })).as;
  committee = (await stack.person({ village: a, name: "李委员", offices: ["office:committee"] })).as;
});
afterAll(() => stack.stop());

const mine = async (as: As = villager, village = a) => (await as.call(HOME, "mine", { village })).body;
const texts = (lines: { text: { zh: string } }[]): string[] => lines.map(({ text }) => text.zh);

describe("a villager on a calm day", () => {
  it("sees who lives at home, and nothing that waits", async () => {
    const seen = await mine();
    expect(seen).toMatchObject({ waiting: [], desk: [], warning: null });
    expect(texts(seen.people)).toEqual(expect.arrayContaining(["王秀兰：住在家里", "李小山：住在家里"]));
  });
  it("is asked for an \"I know\" by the house, at most three at a time, and no longer once the house has said it", async () => {
    const ids: string[] = [];
    for (const title of ["打疫苗", "开会", "交钱", "修路"]) {
      const { id } = (await committee.call("affairs/notices", "draft", { village: a, body: { kind: "must-read", title, text: "x", audience: { to: "village" }, until: "2026-06-01T00:00:00.000Z" } })).body;
      await county.secretary.call("affairs/notices", "publish", { village: a, params: { id }, body: {} });
      ids.push(id);
    }
    await stack.settle();
    const { waiting } = await mine();
    expect(texts(waiting)).toEqual(["必看公告：修路", "必看公告：交钱", "必看公告：开会"]);
    const [thing] = waiting;
    expect(thing).toMatchObject({ feature: "affairs/notices", id: ids[3], where: `affairs/notices/${ids[3]}`, actions: [{ label: { zh: "知道了", en: "I know" }, route: "know", params: { id: ids[3] }, body: {} }] });
    const { route, params, body } = thing.actions[0];
    expect((await villager.call(thing.feature, route, { village: a, params, body })).status).toBe(200);
    expect(texts((await mine()).waiting)).toEqual(["必看公告：交钱", "必看公告：开会", "必看公告：打疫苗"]);
    for (const id of ids.slice(0, 3)) await villager.call("affairs/notices", "know", { village: a, params: { id }, body: {} });
    expect((await mine()).waiting).toEqual([]);
  });
});

describe("a red night", () => {
  let warning = "";
  beforeAll(async () => { warning = await county.warn(); });

  it("gives the house its own way to answer, with how many sleep there", async () => {
    const { warning: mineToo, people } = await mine();
    expect(mineToo).toMatchObject({ id: warning, colour: "red", hazard: { zh: "山洪" }, sleepers: 3, household: idsOf(a, "1", "").household });
    expect(texts(people)[0]).toBe("我家（1号）还没有下落");
    const code = mineToo.link.replace(`${a}/`, "");
    expect((await stack.visitor.call("alerts/answers", "page", { village: a, params: { code } })).body).toMatchObject({ warning, no: "1", sleepers: 3 });
    await stack.visitor.call("alerts/answers", "byLink", { village: a, params: { code }, body: { fact: "left", people: 3 } });
    await stack.settle();
    expect(texts((await mine()).people)[0]).toBe("我家（1号）都有下落了");
  });
  it("says to everybody what to do, and to no stranger whose house is empty", async () => {
    const seen = await stack.visitor.call(HOME, "home", { village: a, open: true });
    expect(seen.body.warning).toMatchObject({ id: warning, colour: "red", hazard: { zh: "山洪", en: "flash flood" } });
    expect(seen.body.warning.what.zh).toContain("演练");
    expect(seen.text).not.toMatch(/link|sleepers|household":/);
  });
  it("leaves a house of another village in peace", async () => {
    const other = (await stack.person({ village: b, member: { household: idsOf(b, "1", "").household } })).as;
    expect(await mine(other, b)).toMatchObject({ warning: null });
    expect((await stack.visitor.call(HOME, "home", { village: b, open: true })).body.warning).toBeNull();
    expect((await other.call(HOME, "mine", { village: a })).status).toBe(404);
  });
  it("gives a villager of no house, and one of a house that is not meant, no answer of another's", async () => {
    const none = (await stack.person({ village: a, member: { household: null } })).as;
    expect(await mine(none)).toMatchObject({ warning: null, people: [], waiting: [] });
    const elsewhere = (await stack.person({ village: a, member: { household: idsOf(a, "99", "").household } })).as;
    expect((await mine(elsewhere)).warning).toBeNull();
  });
  it("puts households still open on the desk of who walks the doors, and drafts on the writer's; nobody else has a desk", async () => {
    await committee.call("affairs/notices", "draft", { village: a, body: { kind: "plain", title: "停电", text: "x" } });
    await stack.guest().call("circle/guestbook", "leave", { village: a, body: { words: "看 www.example.com" } });
    await stack.settle();
    const { desk } = await mine(county.secretary);
    expect(desk[0]).toMatchObject({ text: { zh: "山洪预警：还有3户没有下落", en: "Warning of flash flood: households still open: 3" }, where: `alerts/roll-call/${warning}`, overdue: false });
    expect(texts(desk).slice(1).sort()).toEqual(["一条客人留言等您看", "公告“停电”等着发"]);
    const leader = (await stack.person({ village: a, offices: ["office:group-leader"] })).as;
    expect(texts((await mine(leader)).desk)).toEqual(["山洪预警：还有3户没有下落"]);
    expect((await mine()).desk).toEqual([]);
  });
  it("puts a call for help nobody has taken on top of every desk", async () => {
    const third = (await stack.person({ village: a, member: { household: idsOf(a, "3", "").household } })).as;
    await third.call("alerts/answers", "mine", { village: a, params: { warning }, body: { fact: "help" } });
    await stack.settle();
    expect((await mine(county.secretary)).desk[0]).toMatchObject({ text: { zh: "山洪预警：1个求助没人接" }, overdue: true });
  });
  it("gives a house the worst warning that means it, not a worse one for other groups", async () => {
    stack.at("2026-05-01T01:10:00.000Z");
    const other = await county.warn({ hazard: "landslide", parts: [{ village: a, groups: ["9"] }] });
    expect((await stack.visitor.call(HOME, "home", { village: a, open: true })).body.warning.id).toBe(other);
    expect((await mine()).warning.id).toBe(warning);
  });
  it("costs a number of reads that does not grow", async () => {
    const sent = await commandsOf(stack, () => mine(county.secretary));
    expect(sent.length).toBeLessThanOrEqual(9);
    const own = await commandsOf(stack, () => mine());
    expect(own.length).toBeLessThanOrEqual(12);
  });
});

describe("a post", () => {
  it("opens the desk of a secretary who stands on no roll", async () => {
    const outsider = (await stack.person({ village: a, member: false, offices: ["office:secretary"] })).as;
    expect((await mine(outsider)).desk.length).toBeGreaterThan(0);
  });
  it("that has ended closes it: 403 for who is no villager, an empty desk for who is one", async () => {
    const [stranger, neighbour] = [await stack.person({ village: a, member: false }), await stack.person({ village: a })];
    const row = (await stack.rows(`V#${a}`, "VILLAGE#"))[0] as unknown as Village;
    await stack.store(Village, { ...row, ended: { secretary: [stranger.id, neighbour.id] } }, { village: a });
    expect((await stranger.as.call(HOME, "mine", { village: a })).body).toMatchObject({ status: 403, type: "office-ended" });
    expect((await mine(neighbour.as)).desk).toEqual([]);
  });
  it("is needed where no one signed in: a stranger is asked to sign in", async () => {
    expect((await stack.guest().call(HOME, "mine", { village: a })).status).toBe(401);
  });
});
