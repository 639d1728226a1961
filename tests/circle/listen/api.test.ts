import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { Alert } from "../../../functions/alerts/warnings/rows.ts";
import { Roll } from "../../../functions/alerts/roll-call/rows.ts";
import { handler } from "../../../functions/circle/listen/handlers.ts";
import { handler as languages } from "../../../functions/platform/languages/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

const [L, N, P] = ["circle/listen", "affairs/notices", "platform/languages"];
const HOUSE = "01HHH0NE000000000000000001";
let stack: TestStack;
let a: string;
let b: string;
let secretary: { id: string; as: As };
let zhang: { id: string; as: As };
beforeAll(async () => {
  stack = await openStack([handler, notices, languages]);
  [a, b] = [await stack.village(undefined, { residents: 40, settings: { "affairs/notices.secondMustRead": "nobody" } }), await stack.village()];
  secretary = await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] });
  zhang = await stack.person({ village: a, name: "张海燕", member: { household: HOUSE } });
});
afterAll(() => stack.stop());

const publish = async (title: string, kind: "plain" | "must-read" = "plain"): Promise<string> => {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const { body } = await secretary.as.call(N, "draft", { village: a, body: { kind, title, text: `请记得${title}`, ...(kind === "must-read" ? { audience: { to: "village" }, until } : {}) } });
  const passed = await secretary.as.call(N, "publish", { village: a, params: { id: body.id }, body: {} });
  expect(passed.body.state).toBe("published");
  return body.id;
};
const warn = async (village: string, id: string, colour: "yellow" | "red"): Promise<void> => {
  const text = (what: string) => ({ headline: `${colour} ${what}`, what, sms: what, speaker: what, group: what });
  const now = stack.now();
  await stack.store(Alert, { id, state: "issued", status: "Test", kind: "order", hazard: "flood", colour, ask: colour === "red" ? "leave" : "stay-alert", groups: null, mark: null, texts: { zh: text("马上去学校"), en: text("Go to the school now") }, place: { zh: "村小学", en: "the school" }, source: null, issuedAt: now.toISOString(), expires: new Date(now.getTime() + 3_600_000).toISOString(), overAt: null, how: null, reason: null, clearWords: null, single: false, replaces: null, drafter: secretary.id }, { village });
};
const keys = (answer: { body: { items: { key: string }[] } }): string[] => answer.body.items.map(({ key }) => key);
const voice = (thing: string, language = "local") => ({ thing, language, media: [{ id: `01VVV${String(++voice.n).padStart(21, "0")}`, kind: "voice" }] });
voice.n = 0;

describe("the day, read aloud", () => {
  it("tells the worst first and what the house must hear before the rest; a household that heard it to the end is marked as knowing", async () => {
    const [plain, must] = [await publish("明天停水"), await publish("每户登记", "must-read")];
    expect(keys(await stack.visitor.call(L, "today", { village: a, open: true }))).toEqual([`notice:${must}`, `notice:${plain}`]);
    await warn(a, "01WARN00000000000000000001", "yellow");
    await warn(a, "01WARN00000000000000000002", "red");
    const mine = await zhang.as.call(L, "mine", { village: a });
    expect(keys(mine).slice(0, 4)).toEqual(["warning:01WARN00000000000000000002", "warning:01WARN00000000000000000001", `notice:${must}`, `notice:${plain}`]);
    expect(mine.body.items[2]).toMatchObject({ kind: "must-read", heard: false, text: { zh: "请记得每户登记" } });
    expect((await zhang.as.call(N, "know", { village: a, params: { id: must }, body: { heard: true } })).status).toBe(200);
    expect((await zhang.as.call(L, "mine", { village: a })).body.items.find((each: { key: string }) => each.key === `notice:${must}`).heard).toBe(true);
    expect((await stack.rows(`V#${a}`, "KNOW#"))[0]).toMatchObject({ heard: true, household: HOUSE });
    const script = await stack.visitor.call(L, "script", { village: a, language: "zh" });
    expect(script.text.split("\n")).toEqual(expect.arrayContaining(["第1件：马上去学校", "再说一遍：马上去学校", "第4件：明天停水。请记得明天停水"]));
  });
  it("keeps what concerns a house to its own people's own phone", async () => {
    const since = stack.now().toISOString();
    await stack.store(Roll, {
      warning: "01WARN00000000000000000002", household: HOUSE, no: "河边7号", group: "1", order: 1, head: "张", sleepers: 4, vulnerable: [], hazard: "flood", colour: "red", ask: "leave", state: "not-reached", open: true, since, startedAt: since,
      moved: 0, seen: false, rank: 0, byHelper: false, by: null, channel: null, saidAt: null, taker: null, helpSince: null, helpLevel: 0, words: null, witness: null, conflict: null, dueAt: null, dueClock: null,
    }, { village: a });
    expect(keys(await zhang.as.call(L, "mine", { village: a })).slice(0, 2)).toEqual(["warning:01WARN00000000000000000002", "house:01WARN00000000000000000002"]);
    const seen = await stack.visitor.call(L, "today", { village: a });
    expect(seen.text).not.toContain("河边7号");
    expect((await stack.visitor.call(L, "mine", { village: a })).status).toBe(401);
    expect((await (await stack.person({ village: b })).as.call(L, "mine", { village: a })).status).toBe(404);
  });
});

describe("a neighbour's voice", () => {
  it("takes the place of the phone's once an office has listened, and is named; taken back it is gone", async () => {
    const id = await publish("修路");
    const offered = await zhang.as.call(L, "offer", { village: a, body: voice(`notice:${id}`) });
    expect(offered.body).toMatchObject({ state: "offered", by: "张海燕", title: "修路" });
    const heard = async () => (await stack.visitor.call(L, "today", { village: a })).body.items.find((each: { key: string }) => each.key === `notice:${id}`).voices;
    expect(await heard()).toEqual([]);
    expect((await zhang.as.call(L, "accept", { village: a, params: { id: offered.body.id }, body: {} })).status).toBe(403);
    expect((await secretary.as.call(L, "accept", { village: a, params: { id: offered.body.id }, body: {} })).body.state).toBe("accepted");
    expect(await heard()).toMatchObject([{ language: "local", by: "张海燕" }]);
    const other = await stack.person({ village: a, name: "李四四" });
    expect((await other.as.call(L, "withdraw", { village: a, params: { id: offered.body.id }, body: {} })).status).toBe(404);
    await zhang.as.call(L, "withdraw", { village: a, params: { id: offered.body.id }, body: {} });
    expect(await heard()).toEqual([]);
  });
  it("of every flood warning, recorded on a calm day, is heard in the next one; a language nobody speaks here, a thing that is not, a picture are refused", async () => {
    expect((await secretary.as.call(L, "offer", { village: a, body: voice("template:flood:red") })).body.state).toBe("accepted");
    await warn(a, "01WARN00000000000000000003", "red");
    expect((await stack.visitor.call(L, "today", { village: a })).body.items[0].voices).toMatchObject([{ by: "王建国" }]);
    expect((await zhang.as.call(L, "offer", { village: a, body: voice("template:flood:red", "hmn") })).body.type).toBe("unknown-language");
    expect((await zhang.as.call(L, "offer", { village: a, body: voice("template:dragons:red") })).body.type).toBe("nothing-to-say");
    expect((await zhang.as.call(L, "offer", { village: a, body: voice("notice:01N0T1CE000000000000000000") })).status).toBe(404);
    expect((await zhang.as.call(L, "offer", { village: a, body: { ...voice("template:flood:red"), media: [{ id: "01VVV000000000000000000099", kind: "photo" }] } })).status).toBe(422);
  });
  it("waits for nobody where no office could listen first: it is heard after a day, and said so", async () => {
    stack.at("2026-07-01T08:00:00.000Z");
    const village = await stack.village(undefined, { residents: 40 });
    const someone = await stack.person({ village, name: "孙五五" });
    const { body } = await someone.as.call(L, "offer", { village, body: voice("template:flood:red") });
    await stack.later(25 * 3_600_000);
    expect((await someone.as.call(L, "voices", { village })).body.items).toMatchObject([{ id: body.id, state: "accepted", unheard: true }]);
    stack.at(null);
  });
});

it("a warning is told in the village's own language from the sentence translated before", async () => {
  expect((await secretary.as.call(P, "add", { village: a, body: { code: "hmn", name: "Hmoob" } })).status).toBe(200);
  expect((await secretary.as.call(P, "bring", { village: a, params: { code: "hmn" }, body: { words: { "alerts/templates": { "screen.flood.leave": "Mus rau {place}!" } } } })).status).toBe(200);
  await warn(a, "01WARN00000000000000000004", "red");
  expect((await stack.visitor.call(L, "today", { village: a })).body.items[0].more).toEqual({ hmn: "Mus rau 村小学!" });
});
