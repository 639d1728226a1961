import type * as z from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Village } from "../../../functions/core/access-rows.ts";
import { HOME_ROUTES } from "../../../web/core/home/routes.ts";
import type * as page from "../../../web/core/home/shape.ts";
import { contract } from "../../../shared/affairs/village-home/contract.ts";
import type { TestCounty } from "../../alerts/county.ts";
import type { TestStack } from "../../core/stack.ts";
import { commandsOf, HOME, openHome } from "./village.ts";

let county: TestCounty;
let stack: TestStack;
let [a, b] = ["", ""];
beforeAll(async () => {
  county = await openHome();
  ({ stack, a, b } = county);
  stack.at("2026-05-01T01:00:00.000Z");
});
afterAll(() => stack.stop());

const home = async (village = a) => (await stack.visitor.call(HOME, "home", { village, open: true })).body;
const publish = async (body: object, village = a): Promise<string> => {
  const secretary = village === a ? county.secretary : county.foreigner;
  const { id } = (await secretary.call("affairs/notices", "draft", { village, body })).body;
  expect((await secretary.call("affairs/notices", "publish", { village, params: { id }, body: {} })).body.state).toBe("published");
  await stack.settle();
  return id;
};
let guests = 0;
const greet = async (words: string, more: object = {}) => (await stack.guest(undefined, `10.0.0.${++guests}`).call("circle/guestbook", "leave", { village: a, body: { words, ...more } })).body.id as string;
const change = async (village: string, facts: Partial<Village>) => stack.store(Village, { ...(await stack.rows(`V#${village}`, "VILLAGE#"))[0], ...facts } as Village, { village });

describe("the home's answers", () => {
  it("are what the page reads", () => {
    const own = (answer: z.output<typeof contract.routes.home.returns>): Omit<page.PublicHome, "season" | "off"> => answer;
    const mine = (answer: z.output<typeof contract.routes.mine.returns>): Omit<page.MyHome, "waiting"> => answer;
    expect([own, mine]).toHaveLength(2);
    expect(contract.routes).toMatchObject({ home: { method: "GET", path: "/" }, mine: { path: "/mine" }, villages: { path: HOME_ROUTES.villages.path, at: "region" } });
  });
});

describe("a stranger", () => {
  it("sees the village's name, its doors, its counts and who is on duty, before anything has happened there", async () => {
    const seen = await home();
    expect(seen).toMatchObject({ village: { id: a }, warning: null, duty: { name: "王书记", phone: "0737-1234567" }, today: [], doors: ["affairs/notices", "circle/guestbook"], overdue: null, off: [], profile: null, season: null });
    expect(seen.counts).toMatchObject({ residents: 400, households: 100 });
    expect(seen.officers).toEqual([{ office: "secretary", name: "王书记" }]);
  });
  it("sees a notice and a greeting once each, the newest of its kind first, and nothing of another village", async () => {
    await publish({ kind: "plain", title: "旧公告", text: "x" });
    stack.at("2026-05-01T02:00:00.000Z");
    const notice = await publish({ kind: "plain", title: "明早停水", text: "请存水" });
    await publish({ kind: "plain", title: "别村的事", text: "x" }, b);
    stack.at("2026-05-01T03:00:00.000Z");
    const greeting = await greet("脐橙还有吗？", { hometown: "上海" });
    await stack.settle();
    expect((await home()).today).toEqual([
      { kind: "guest", id: greeting, title: { zh: "上海来的客人：脐橙还有吗？", en: "A guest from 上海: 脐橙还有吗？" }, at: "2026-05-01T03:00:00.000Z", where: `circle/guestbook/${greeting}` },
      { kind: "notice", id: notice, title: "明早停水", at: "2026-05-01T02:00:00.000Z", where: `affairs/notices/${notice}` },
    ]);
    expect((await home(b)).today.map((each: { title: string }) => each.title)).toEqual(["别村的事"]);
  });
  it("no longer sees what was taken away", async () => {
    const before = await home();
    const [guest, notice] = [before.today[0].id, before.today[1].id];
    await county.secretary.call("circle/guestbook", "remove", { village: a, params: { id: guest }, body: { reason: "写错地方" } });
    await county.secretary.call("affairs/notices", "withdraw", { village: a, params: { id: notice }, body: { reason: "不停了" } });
    await stack.settle();
    expect((await home()).today.map((each: { title: string }) => each.title)).toEqual(["旧公告"]);
  });
  it("is not shown what a greeting that waits for a look says", async () => {
    await greet("便宜橙子 www.example.com");
    await stack.settle();
    expect(JSON.stringify(await home())).not.toContain("example");
  });
  it("reads that a guest has waited too long and a rule was loosened; an answer takes the first away", async () => {
    const at = stack.now();
    await change(a, { settings: { "circle/guestbook.answerWithin": 3_600_000 } });
    const id = await greet("有人吗？");
    await county.secretary.call("platform/villages", "choose", { village: a, body: { setting: "affairs/notices.secondMustRead", value: "one other" } });
    await county.secretary.call("platform/villages", "choose", { village: a, body: { setting: "affairs/notices.secondMustRead", value: "nobody" } });
    await stack.settle();
    stack.at(new Date(at.getTime() + 5 * 3_600_000));
    const late = (await home()).overdue;
    expect(late.zh).toBe("有客人等了5小时还没人回话。5月1日放宽了一条规矩，公开90天。");
    const villager = await stack.person({ village: a, name: "李秀英" });
    expect((await villager.as.call("circle/guestbook", "answer", { village: a, params: { id }, body: { words: "在呢" } })).status).toBe(200);
    await stack.settle();
    expect((await home()).overdue.zh).toBe("5月1日放宽了一条规矩，公开90天。");
  });
  it("finds nothing of what the village switched off: no door, no news, no delay", async () => {
    await change(a, { off: ["circle/guestbook"], doors: ["circle/guestbook", "affairs/notices"] });
    const seen = await home();
    expect(seen).toMatchObject({ off: ["circle/guestbook"], doors: ["affairs/notices"] });
    expect(seen.today.map((each: { kind: string }) => each.kind)).toEqual(["notice"]);
    await change(a, { off: [], doors: [] });
  });
  it("costs the same few reads however much there is", async () => {
    const empty = await stack.village();
    await home(empty);
    await home();
    // Names of posts, summary, profile, running warnings; the village itself was read a moment ago.
    expect(await commandsOf(stack, () => home())).toEqual(["BatchGet", "BatchGet", "Query", "Query"]);
    expect(await commandsOf(stack, () => home(empty))).toEqual(["BatchGet", "Query", "Query"]);
  });
  it("finds an unknown village nowhere", async () => {
    expect((await stack.visitor.call(HOME, "home", { village: "431228999999", open: true })).status).toBe(404);
  });
});

describe("the village's own words", () => {
  const body = { about: { zh: "山里的村子", en: "A village in the hills" }, specialities: [{ zh: "脐橙", en: "navel oranges" }], season: { line: { zh: "脐橙下树了", en: "Oranges are picked" }, until: "2026-05-02" } };
  it("are the secretary's and the committee's to write, and the season's line goes with its day", async () => {
    const villager = await stack.person({ village: a });
    expect((await villager.as.call(HOME, "profile", { village: a, body })).body.type).toBe("role-missing");
    expect((await county.foreigner.call(HOME, "profile", { village: a, body })).status).toBe(404);
    expect((await county.secretary.call(HOME, "profile", { village: a, body })).body).toMatchObject({ about: body.about, version: 1 });
    expect(await home()).toMatchObject({ profile: { about: body.about, specialities: body.specialities }, season: body.season.line });
    const today = stack.now();
    stack.at("2026-05-02T15:59:00.000Z");
    expect((await home()).season).toEqual(body.season.line);
    stack.at("2026-05-02T16:01:00.000Z");
    expect((await home()).season).toBeNull();
    stack.at(today);
  });
  it("tell the later of two writers that the other was quicker", async () => {
    expect((await county.secretary.call(HOME, "profile", { village: a, body: { ...body, season: null }, ifMatch: 1 })).body.version).toBe(2);
    expect((await county.secretary.call(HOME, "profile", { village: a, body, ifMatch: 1 })).body).toMatchObject({ status: 409, type: "stale-version", version: 2 });
    expect((await stack.visitor.call(HOME, "shownProfile", { village: a, open: true })).body).toMatchObject({ version: 2, season: null });
  });
  it("hold no identity number", async () => {
    expect((await county.secretary.call(HOME, "profile", { village: a, body: { ...body, about: { zh: "11010519491231002X", en: "x" } } })).body).toMatchObject({ status: 422, field: "about.zh" });
  });
});

describe("the region's list", () => {
  it("gets a village the moment it opens, with its township's name", async () => {
    const operator = await stack.person({ offices: ["operator"] });
    const names = { zh: "白水村", en: "Baishui" };
    expect((await operator.as.call("platform/villages", "open", { body: { id: "431228103999", names, secretary: { name: "周书记", phone: "13900003333" } } })).status).toBe(200);
    await stack.settle();
    const { body } = await stack.visitor.call(HOME, "villages", { open: true });
    expect(body).toEqual({ items: [{ id: "431228103999", names, township: { zh: "河口乡", en: "Hekou" } }], next: null });
  });
});

