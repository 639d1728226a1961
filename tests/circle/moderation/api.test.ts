import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { handler } from "../../../functions/circle/moderation/handlers.ts";
import { County } from "../../../functions/core/access-rows.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const [G, M] = ["circle/guestbook", "circle/moderation"];
const HOUR = 3_600_000;
let stack: TestStack;
let a: string;
let b: string;
let n = 0;
beforeAll(async () => { stack = await openStack([handler, guestbook]); [a, b] = [await stack.village(), await stack.village()]; });
afterAll(() => stack.stop());

type Someone = { id: string; as: As };
const house = (): string => `01HH${String(++n).padStart(22, "0")}`;
const villager = (village = a, household: string | null = house(), name = "李大山"): Promise<Someone> => stack.person({ village, name, member: { household } });
/** A guest's words that everybody reads. */
const said = async (words: string, village = a): Promise<{ id: string; guest: As }> => {
  const guest = stack.guest(undefined, `10.7.${++n}.1`);
  const { body } = await guest.call(G, "leave", { village, body: { words } });
  return { id: body.id, guest };
};
const report = (who: As, thing: string, rule: string, village = a, more: object = {}) => who.call(M, "report", { village, body: { feature: G, thing, rule, ...more } });
const onWall = async (id: string, village = a): Promise<boolean> => (await stack.visitor.call(G, "wall", { village, query: { limit: "50" } })).body.items.some((each: { id: string }) => each.id === id);
const verdict = (who: As, id: string, move: string, body: object, village = a) => who.call(M, move, { village, params: { id }, body });
const REMOVE = { verdict: "remove", rule: "insult", reason: "骂人了" };

describe("reported words", () => {
  let panel: Someone[];
  beforeAll(async () => {
    panel = [];
    for (const name of ["甲一一", "乙二二", "丙三三"]) panel.push(await stack.person({ village: a, name, offices: ["office:supervisor"] }));
    // Enough posts and people to live by the large habits: three look.
    for (const office of ["accountant", "committee", "women"]) await stack.person({ village: a, name: `人${office}`, offices: [`office:${office}`] });
  });

  it("stay while four houses report them, and are hidden at the fifth report; one person counts once", async () => {
    const { id } = await said("你们这里的人真没用");
    const people = [await villager(), await villager(), await villager(), await villager()];
    for (const each of people) expect((await report(each.as, id, "insult")).body).toMatchObject({ state: "reported", hidden: false });
    expect((await report(people[0]!.as, id, "insult")).body.hidden).toBe(false);
    expect(await onWall(id)).toBe(true);
    expect((await report((await villager()).as, id, "insult")).body).toMatchObject({ state: "hidden", hidden: true });
    expect(await onWall(id)).toBe(false);
    expect((await stack.visitor.call(G, "one", { village: a, params: { id } })).status).toBe(404);
  });
  it("are hidden at once when a villager says they threaten somebody; by guests alone never", async () => {
    const { id } = await said("晚上来打人");
    for (let i = 0; i < 6; i++) expect((await report(stack.guest(undefined, `10.8.${i}.1`), id, "threat")).body.hidden).toBe(false);
    expect((await report((await villager()).as, id, "threat")).body.hidden).toBe(true);
  });
  it("that name an office are hidden by no number of reports, only by one who sits", async () => {
    const { id } = await said("村委都是骗子");
    for (let i = 0; i < 6; i++) expect((await report((await villager()).as, id, i === 0 ? "threat" : "insult")).body.hidden).toBe(false);
    expect(await onWall(id)).toBe(true);
    const found = (await panel[1]!.as.call(M, "waiting", { village: a })).body.items.find((each: { thing: string }) => each.thing === id);
    expect(found).toMatchObject({ officeNamed: true, reports: 6, maySit: true, by: "panel" });
    expect((await verdict(panel[1]!.as, found.id, "hide", {})).body).toMatchObject({ state: "hidden", hidden: true });
    expect(await onWall(id)).toBe(false);
  });
  it("are not judged by who is named in them; two of three are too few, so two villagers are drawn", async () => {
    const { id } = await said("甲一一是个骗子");
    const told = (await report((await villager()).as, id, "insult")).body;
    expect(told.state).toBe("drawn");
    expect((await panel[0]!.as.call(M, "one", { village: a, params: { id: told.id } })).status).toBe(404);
    expect((await verdict(panel[0]!.as, told.id, "say", { verdict: "keep" })).body.type).toBe("nobody-drawn");
  });

  it("are judged by two of three: removed by a named rule with a reason, which the log, the writer and the reporter read, never the words", async () => {
    const { id, guest } = await said("滚开,一群懒汉");
    const reporter = await villager();
    const { body: told } = await report(reporter.as, id, "insult", a, { note: "骂人的" });
    const shown = await panel[0]!.as.call(M, "one", { village: a, params: { id: told.id } });
    expect(shown.body).toMatchObject({ words: "滚开,一群懒汉", notes: ["骂人的"], reports: 1, houses: 1, seats: 3 });
    expect(shown.text).not.toContain(reporter.id);
    for (const missing of [{ verdict: "remove" }, { verdict: "remove", rule: "insult" }, { verdict: "remove", reason: "x" }]) expect((await verdict(panel[0]!.as, told.id, "vote", missing)).status).toBe(422);
    expect((await verdict(panel[0]!.as, told.id, "vote", REMOVE)).body).toMatchObject({ state: "reported", votes: 1 });
    expect((await verdict(panel[0]!.as, told.id, "vote", REMOVE)).body).toMatchObject({ status: 409, type: "judged-already" });
    expect((await verdict(panel[1]!.as, told.id, "vote", REMOVE)).body).toMatchObject({ state: "removed", rule: "insult", how: "panel" });
    expect(await onWall(id)).toBe(false);
    const log = await stack.visitor.call(M, "log", { village: a });
    expect(log.body.items[0]).toMatchObject({ did: "removed", rule: "insult", reason: "骂人了", how: "panel" });
    expect(log.text).not.toContain("懒汉");
    expect((await reporter.as.call(M, "mine", { village: a })).body.items[0]).toMatchObject({ verdict: "remove", rule: "insult", mayAppeal: false });
    expect((await guest.call(M, "ownWords", { village: a })).body.items[0]).toMatchObject({ id: told.id, rule: "insult", reason: "骂人了", mayAppeal: true });
  });
  it("once kept are not reported anew, and reporters alone may appeal; others cannot, strangers see nothing", async () => {
    const { id, guest } = await said("今年的橘子不甜");
    const reporter = await villager();
    const { body: told } = await report(reporter.as, id, "insult");
    for (const each of panel.slice(0, 2)) await verdict(each.as, told.id, "vote", { verdict: "keep" });
    expect((await report((await villager()).as, id, "threat")).body).toMatchObject({ state: "kept", hidden: false });
    expect(await onWall(id)).toBe(true);
    expect((await guest.call(M, "appeal", { village: a, params: { id: told.id }, body: { reason: "x" } })).body.type).toBe("not-yours-to-appeal");
    expect((await (await villager()).as.call(M, "appeal", { village: a, params: { id: told.id }, body: { reason: "x" } })).status).toBe(404);
    expect((await (await villager(b)).as.call(M, "one", { village: a, params: { id: told.id } })).status).toBe(404);
  });
  it("of one's own are not reported, nor words that do not stand there, nor those of another village", async () => {
    const { id, guest } = await said("大家好");
    expect((await report(guest, id, "insult")).body.type).toBe("own-words");
    expect((await report((await villager(b)).as, id, "insult", b)).status).toBe(404);
    expect((await report((await villager()).as, id, "criticism")).status).toBe(422);
    expect((await (await villager()).as.call(M, "report", { village: a, body: { feature: "affairs/notices", thing: id, rule: "insult" } })).status).toBe(404);
  });
});

describe("a small village", () => {
  it("lets one supervisor judge; the writer appeals to the township, whose word is final and opens the words again", async () => {
    const village = await stack.village(undefined, { residents: 40 });
    const supervisor = await stack.person({ village, name: "周一一", offices: ["office:supervisor"] });
    const officer = await stack.person({ village: null, name: "陈二二" });
    const [row] = await stack.rows(`A#${stack.county}`, "COUNTY#");
    await stack.store(County, { ...row, townships: { "431228103": { names: { zh: "河口乡", en: "Hekou" }, offices: { director: [officer.id] } } } } as unknown as County, { area: stack.county });
    const { id, guest } = await said("这个摊子的鸡蛋是臭的", village);
    const told = (await report((await villager(village)).as, id, "insult", village)).body;
    expect((await verdict(officer.as, told.id, "rule", REMOVE, village)).status).toBe(409);
    expect((await verdict(supervisor.as, told.id, "vote", REMOVE, village)).body).toMatchObject({ state: "removed", how: "single" });
    expect((await guest.call(M, "appeal", { village, params: { id: told.id }, body: { reason: "是真的" } })).body).toMatchObject({ state: "appealed", by: "township" });
    expect((await supervisor.as.call(M, "rule", { village, params: { id: told.id }, body: { verdict: "keep" } })).status).toBe(403);
    expect((await verdict(officer.as, told.id, "rule", { verdict: "keep", reason: "说的是事实" }, village)).body).toMatchObject({ state: "final", verdict: "keep", how: "township" });
    expect(await onWall(id, village)).toBe(true);
    expect((await stack.visitor.call(M, "log", { village })).body.items.map((each: { did: string }) => each.did)).toEqual(["overturned", "appealed", "removed"]);
    await stack.store(County, { ...row } as unknown as County, { area: stack.county });
  });
  it("of two supervisors only the one who is not named judges", async () => {
    const village = await stack.village(undefined, { residents: 40 });
    const named = await stack.person({ village, name: "钱六六", offices: ["office:supervisor"] });
    const other = await stack.person({ village, name: "孙七七", offices: ["office:supervisor"] });
    const { id } = await said("钱六六拿了人家的鸡", village);
    const told = (await report((await villager(village)).as, id, "insult", village)).body;
    expect((await verdict(named.as, told.id, "vote", REMOVE, village)).body).toMatchObject({ status: 403, type: "may-not-sit" });
    expect((await verdict(named.as, told.id, "hide", {}, village)).body.type).toBe("may-not-sit");
    expect((await verdict(other.as, told.id, "vote", { verdict: "keep" }, village)).body).toMatchObject({ state: "kept" });
  });
  it("without a supervisor and a township draws two villagers: both must agree, who would rather not is followed by the next", async () => {
    const village = await stack.village(undefined, { residents: 40 });
    const { id } = await said("骗钱的来了", village);
    const reporter = await villager(village);
    const people = [await villager(village), await villager(village), await villager(village)];
    const told = (await report(reporter.as, id, "fraud", village)).body;
    const drawn = async (): Promise<Someone[]> => { const all = await Promise.all(people.map(async (each) => ((await each.as.call(M, "waiting", { village })).body.items.length > 0 ? [each] : []))); return all.flat(); };
    const first = await drawn();
    expect(first).toHaveLength(2);
    expect((await reporter.as.call(M, "waiting", { village })).body.items).toEqual([]);
    await verdict(first[0]!.as, told.id, "not-me", {}, village);
    const next = await drawn();
    expect(next).toHaveLength(2);
    expect(next.map(({ id: person }) => person)).not.toContain(first[0]!.id);
    expect((await verdict(next[0]!.as, told.id, "say", { ...REMOVE, rule: "fraud" }, village)).body).toMatchObject({ state: "drawn" });
    expect(await onWall(id, village)).toBe(true);
    expect((await verdict(next[1]!.as, told.id, "say", { ...REMOVE, rule: "fraud" }, village)).body).toMatchObject({ state: "removed", how: "lot" });
    expect(await drawn()).toEqual([]);
  });
  it("waits for nobody who is not there: hidden words come back by themselves, marked that nobody could judge", async () => {
    stack.at("2026-06-01T08:00:00.000Z");
    const village = await stack.village(undefined, { residents: 40 });
    const { id } = await said("明天来收拾你", village);
    const reporter = await villager(village);
    expect((await report(reporter.as, id, "threat", village)).body.hidden).toBe(true);
    await stack.later(73 * HOUR);
    expect(await onWall(id, village)).toBe(true);
    expect((await reporter.as.call(M, "mine", { village })).body.items[0]).toMatchObject({ state: "kept", how: "nobody", mayAppeal: true });
    await stack.later(8 * 24 * HOUR);
    expect((await reporter.as.call(M, "mine", { village })).body.items[0]).toMatchObject({ state: "final", verdict: "keep", mayAppeal: false });
    stack.at(null);
  });
});

describe("nothing of it says who reported", () => {
  it("neither the events nor the case as anybody else reads it", async () => {
    const { id, guest } = await said("再说一句");
    const reporter = await villager();
    const { body } = await report(reporter.as, id, "advert");
    const events = (await stack.rows(`V#${a}`, "EVENT#")).filter((each) => JSON.stringify(each).includes(body.id));
    expect(events.length).toBeGreaterThan(0);
    expect(events.map((each) => JSON.stringify(each["data"])).join()).not.toContain("再说");
    expect((await guest.call(M, "ownWords", { village: a })).body.items).toEqual([]);
  });
});
