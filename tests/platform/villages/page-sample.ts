import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own } from "../pages.ts";

const [V, O, L] = ["platform/villages", "platform/offices", "platform/event-log"];
const list = (...items: unknown[]) => ({ items, next: null });
const habit = (setting: string, title: string, kind: string, value: unknown, says: string, usual: unknown, more: object = {}) => ({
  setting, label: { zh: "村里", en: "Village" }, title: { zh: title, en: setting }, why: { zh: "有道理", en: "For a reason" }, kind, choices: [], value, says: { zh: says, en: String(value) }, usual, usualSays: { zh: "通常那样", en: "the usual" }, own: value !== usual, small: false, mayLoosen: [{ zh: "村支书", en: "village Party secretary" }], loosenedAt: null, ...more,
});
const SECOND_PERSON = [{ value: "nobody", says: { zh: "一个人就行", en: "one person is enough" } }, { value: "one other", says: { zh: "要另一个人同意", en: "another person must agree" } }];
const HABITS = { small: true, off: [], items: [
  habit("affairs/households.answerWithin", "改资料的申请，多久答复", "span", 2_592_000_000, "30天", 1_209_600_000), habit("circle/guestbook.visitorsWords", "客人的话什么时候看得到", "choice", "at once", "马上看得到", "at once", { choices: [{ value: "at once", says: { zh: "马上看得到", en: "at once" } }] }),
  habit("alerts/warnings.announceDrills", "演练提前一天告诉大家", "flag", true, "是", true), habit("affairs/notices.secondMustRead", "必看公告和短信公告要不要另一个人同意", "choice", "nobody", "一个人就行", "one other", { choices: SECOND_PERSON, loosenedAt: "2026-04-01T00:00:00.000Z" }),
] };
export const PREVIEW = {
  lines: 412, good: 410, bad: [{ line: 7, field: "phone", reason: "phone-malformed", text: "第7行：手机号不对" }, { line: 31, field: "name", reason: "required", text: "第31行：姓名没有填" }], moreBad: 0, newHouseholds: 131, newPeople: 410,
  shared: [{ phone: "138****1001", households: 12 }], ignored: ["备注"],
  sample: [{ line: 2, house: "1", group: "一组", order: 1, name: "张三", head: true, bornIn: 1960, phone: "138****1001", sleepsHere: true, vulnerable: [], language: "zh" }],
};
const IMPORT = "01JMPT00000000000000000001";
const holder = (person: string, name: string, more: object = {}) => ({ person, name, since: "2025-01-01T00:00:00.000Z", until: null, alone: false, actingFor: null, ...more });
const post = (office: string, zh: string, en: string, ...holders: unknown[]) => ({ office, titles: { zh, en }, holders });
export const POSTS = [post("secretary", "村支书", "Village Party secretary", holder("p2", "王建国")), post("accountant", "会计", "Accountant", holder("01JPRSN0000000000000000005", "李会计", { alone: true, until: "2027-12-31T15:59:00.000Z" })), post("doctor", "村医", "Village doctor")];
export const GIVING = { id: "01JGVE00000000000000000001", office: "doctor", person: "p6", name: "陈大夫", from: null, until: null, state: "asked", askedBy: "p9", version: 1 };
const happened = (what: string, office: string | null, at: string) => ({ what, at, office });
const LINKS = [{ n: 12, hash: "9f2ab1c4d5e6f7081920", at: "2026-04-30T02:00:00.000Z", count: 5, holds: true }];
export const CHAIN = { links: LINKS, broken: false, checkedAt: "2026-04-30T00:00:00.000Z", faults: [] };

export const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
export const OFFICER = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "household", "office:secretary", "office:supervisor"] } };
export const SECOND = { person: "p0", name: "唐宁", whos: { region: ["operator"] } };
export const ANSWERS: Answers = {
  ...CALM, [`GET ${open(V, "/settings")}`]: HABITS, [`PUT ${own(V, "/settings")}`]: { setting: "x", loosened: true }, [`GET ${open(V, "/facts")}`]: { id: VILLAGE, names: { zh: "青山村", en: "Qingshan" }, residents: 152, households: 41, languages: ["zh"], helpPhone: "0737-1234567", off: [], doors: ["circle/guestbook"] },
  [`PUT ${own(V, "/functions")}`]: { done: true }, [`POST ${own(V, "/roll/preview")}`]: PREVIEW, [`POST ${own(V, "/roll")}`]: { import: IMPORT, repeated: false, ...PREVIEW }, [`GET ${own(V, `/imports/${IMPORT}`)}`]: { id: IMPORT, at: "2026-05-01T00:00:00.000Z", ...PREVIEW, parts: 5, takenIn: 5 },
  "GET /open/affairs/village-home/region/villages": { items: [{ id: VILLAGE, names: { zh: "青山村", en: "Qingshan" }, township: { zh: "桥头镇", en: "Qiaotou" } }] }, [`POST /v1/${V}/region/villages`]: { village: "431228103206", secretary: "p7" }, [`POST /v1/${V}/region/counties`]: { county: "431228" },
  [`GET ${open(O)}`]: { offices: POSTS, helpPhone: "0737-1234567" }, [`GET ${own(O, "/waiting")}`]: list(GIVING), [`GET ${own(O, "/handovers")}`]: list({ office: "accountant", titles: { zh: "会计", en: "Accountant" }, from: "孙丽萍", to: "李会计", at: "2026-04-01T00:00:00.000Z", open: [{ text: { zh: "公告“停水”等着发", en: "Notice “停水” waits to go out" }, where: "affairs/notices/x", due: null }], more: 0 }), [`POST ${own(O, `/${GIVING.id}/confirm`)}`]: { ...GIVING, state: "given" }, [`POST ${own(O, "/doctor/holders")}`]: { state: "asked", giving: GIVING.id, person: "p6", alone: false },
  [`GET ${own("circle/members")}`]: list({ person: "p6", name: "陈大夫", group: "二组", state: "verified", paper: false, household: null, since: "2025-01-01T00:00:00.000Z" }), [`POST ${own(O, "/accountant/end")}`]: { done: true },
  [`GET ${open(L)}`]: list(happened("affairs/notices/published", "office:secretary", "2026-04-30T02:00:00.000Z"), happened("market/stalls/opened", null, "2026-04-29T02:00:00.000Z")), [`GET ${open(L, "/chain")}`]: CHAIN,
  [`GET ${own(L, "/me")}`]: list({ ...happened("affairs/households/looked", "office:grid-worker", "2026-04-30T02:00:00.000Z"), id: "e1", mine: false, channel: "web" }), [`GET ${own(L, "/all")}`]: list({ ...happened("platform/offices/given", "county:director", "2026-04-30T02:00:00.000Z"), id: "e2", by: "p3", name: "周主任", channel: "web", sealed: false }),
};
