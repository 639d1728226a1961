import { openPage, closeBrowser, sees } from "./core/browser.ts";
import { still } from "./core/still-server.ts";
import { builtPages, COUNTY, DUTY, house, HOUSE_PAGE, SECRETARY, totals, village, VILLAGE, WARNING } from "./alerts/pages.ts";
const OUT = "/tmp/pg2/shots";
const folder = await builtPages("alerts/answers", "alerts/roll-call", "alerts/door-sheets", "alerts/sending");
const BY_LINK = `/v1/alerts/answers/villages/${VILLAGE}/by-link/k7`;
const ROLL = `/v1/alerts/roll-call/villages/${VILLAGE}/${WARNING}`;
const BOARD = `/v1/alerts/roll-call/areas/${COUNTY}/${WARNING}`;
const SHEETS = `/v1/alerts/door-sheets/villages/${VILLAGE}/${WARNING}`;
const SENDING = `/v1/alerts/sending/villages/${VILLAGE}/${WARNING}`;
const line = (no: number, more = {}) => ({ household: `H${no}`, no: String(no), group: "一组", head: "张三", sleepers: 3, vulnerable: [] as string[], phone: `138000000${no < 10 ? "0" : ""}${no}`, state: "not-reached", ...more });
const text = (word: string) => ({ speaker: `${word}的乡亲们，注意了。\n红色山洪预警。\n马上往两边高处走。\n别过沟。\n再说一遍。\n马上往两边高处走。\n别过沟。`, group: `【红色山洪预警】${word}全体\n马上往两边高处走，去村小学。\n电话0737-1234567\nhttps://example.org/v/1` });
const SHEET = { id: "S1", number: "QS-0501-01", warning: WARNING, sweeper: "李网格", groups: ["一组"], printedAt: "2026-04-30T19:20:00.000Z", script: { zh: text("青山村").speaker, en: "People of Qingshan, listen.\nRed flash flood warning.\nClimb to high ground beside the stream now.\nAgain.\nClimb to high ground now." }, headline: { zh: "红色预警：山洪", en: "Red warning: flash flood" }, lines: [line(5, { vulnerable: ["bed-bound", "alone"], phone: null }), line(2, { vulnerable: ["deaf"] }), ...Array.from({ length: 22 }, (_, n) => line(n + 6, n % 5 ? {} : { state: "stayed" }))] };
const server = await still(folder, {
  [`GET /open/affairs/village-home/villages/${VILLAGE}/`]: { village: { id: VILLAGE, names: { zh: "青山村", en: "Qingshan" } }, warning: null, duty: null, today: [], doors: [], overdue: null },
  [`GET ${BY_LINK}`]: HOUSE_PAGE, [`POST ${BY_LINK}`]: { taken: true },
  [`GET /v1/alerts/answers/villages/${VILLAGE}/by-link/over`]: { ...HOUSE_PAGE, over: true },
  [`GET /open/alerts/warnings/villages/${VILLAGE}/${WARNING}/shown`]: { id: WARNING, status: "Exercise", texts: { zh: { headline: "红色预警：山洪" }, en: { headline: "Red warning: flash flood" } } },
  [`GET ${ROLL}`]: { totals: village(VILLAGE, "青山村", "Qingshan"), items: [house(3, { state: "needs-help", helpSince: "2026-04-30T19:20:00.000Z", words: "水到膝盖了，老人走不动", vulnerable: ["bed-bound"] }), house(5, { vulnerable: ["alone", "deaf"], told: "no-phone" }), house(8), house(9, { conflict: { state: "moved", at: "2026-04-30T19:30:00.000Z", channel: "paper" }, state: "stayed", channel: "link", by: "赵六" }), house(12, { state: "moved", open: false, by: "王建国", moved: 3 })], next: null, secondsTo: {} },
  [`POST ${ROLL}/tick`]: { items: [], next: null },
  [`GET ${BOARD}`]: { totals, items: [village("431228103204", "河边村", "Hebian", { helpUntaken: 2, open: 14, vulnerableOpen: 3, onDuty: ["李强"] }), village("431228103206", "下坝村", "Xiaba", { onDuty: [], helpUntaken: 0, vulnerableOpen: 0 }), village(VILLAGE, "青山村", "Qingshan", { helpUntaken: 0, open: 3 })], next: null, unplaced: 2, secondsTo: { half: 720, ninety: null, all: null } },
  [`GET ${BOARD}/report`]: "红色山洪预警 情况续报 03:40\n共41户：已告知40，已答复30。\n河边村：没下落14户",
  [`GET /v1/alerts/warnings/areas/${COUNTY}/${WARNING}`]: { id: WARNING, state: "issued", status: "Exercise", paused: false, texts: { zh: { headline: "红色预警：山洪" }, en: { headline: "Red warning: flash flood" } } },
  [`GET /v1/alerts/answers/areas/${COUNTY}/unplaced`]: { items: [{ id: "U2", from: "138****0002", phone: "13800000002", text: "救命水进屋了", at: "2026-04-30T19:25:00.000Z", help: true, placed: false }, { id: "U1", from: "138****0001", phone: "13800000001", text: "收到", at: "2026-04-30T19:20:00.000Z", help: false, placed: false }], next: null },
  [`GET ${SHEETS}`]: { items: [{ id: "S1", number: "QS-0501-01", sweeper: "李网格", groups: ["一组"], printedAt: "2026-04-30T19:20:00.000Z", printedBy: "王建国", entries: 0 }], next: null }, [`GET ${SHEETS}/S1`]: SHEET,
  [`GET ${SENDING}/script`]: { zh: text("青山村"), en: { speaker: "Qingshan, listen.\nClimb to high ground now.", group: "RED: flash flood, Qingshan" }, link: "", night: true, byHand: [{ channel: "gong", by: "李网格", at: "2026-04-30T19:22:00.000Z", where: "二组晒谷场" }] },
  [`GET ${SENDING}`]: { items: [{ household: "H3", no: "3", channel: "sms", step: "alert", state: "failed", why: "dead", to: "138****0003", parts: 1, attempts: [{ at: "2026-04-30T19:12:00.000Z", outcome: "unreachable" }], extra: 0 }], next: null },
});
const V = `${server.url}/v/${VILLAGE}/alerts`, A = `${server.url}/a/${COUNTY}/alerts`;
const shot = async (name: string, url: string, wait: string, reader: object, act?: (page: Awaited<ReturnType<typeof openPage>>["page"]) => Promise<unknown>, full = true) => {
  const seen = await openPage(url, { ...reader } as never);
  try { await sees(seen.page, wait); await act?.(seen.page); } catch (e) { console.log(name, String(e).slice(0, 300)); }
  if (full) { const h = await seen.page.evaluate(() => document.documentElement.scrollHeight); await seen.page.setViewportSize({ width: seen.page.viewportSize()!.width, height: Math.min(h, 2600) }); }
  await seen.page.screenshot({ path: `${OUT}/${name}.png` });
  if (seen.errors.length) console.log(name, seen.errors);
  await seen.close();
};
const only = process.argv[2] ?? "";
const all: [string, () => Promise<void>][] = [
  ["ans-zh", () => shot("ans-zh", `${server.url}/w/${VILLAGE}/k7`, "全家", {}, undefined, false)],
  ["ans-help", () => shot("ans-help", `${server.url}/w/${VILLAGE}/k7`, "全家", { theme: "dark" }, async (p) => { await p.getByRole("button", { name: "要人帮" }).click(); await sees(p, "求救已经到"); })],
  ["ans-partly", () => shot("ans-partly", `${server.url}/w/${VILLAGE}/k7`, "All of us", { language: "en", size: "24" }, async (p) => { await p.getByRole("button", { name: "All of us left (4)" }).click(); await sees(p, "The village"); await p.locator(".stepper button").first().click(); await p.locator(".card .primary").click(); await sees(p, "missing"); })],
  ["ans-over", () => shot("ans-over", `${server.url}/w/${VILLAGE}/over`, "已经结束", {})],
  ["ans-unknown", () => shot("ans-unknown", `${server.url}/w/${VILLAGE}/zz`, "认不出", { mode: "elder", size: "30", width: 320 })],
  ["roll", () => shot("roll", `${V}/roll-call/${WARNING}`, "8号", { session: SECRETARY }, async (p) => { await p.locator("article").nth(2).getByRole("button").last().click(); await p.getByLabel("选上 5号 李四家").check(); })],
  ["roll-30", () => shot("roll-30", `${V}/roll-call/${WARNING}`, "No. 8", { session: SECRETARY, language: "en", width: 320, size: "30", theme: "dark" })],
  ["roll-wide", () => shot("roll-wide", `${V}/roll-call/${WARNING}`, "8号", { session: SECRETARY, width: 1180, height: 800 })],
  ["county", () => shot("county", `${A}/roll-call/${WARNING}`, "救命水", { session: DUTY }, async (p) => { await p.getByRole("button", { name: "认到一家" }).first().click(); })],
  ["county-wide", () => shot("county-wide", `${A}/roll-call/${WARNING}`, "救命水", { session: DUTY, width: 1180, height: 800 }, async (p) => { await p.getByRole("button", { name: "写一份续报" }).click(); await sees(p, "情况续报 03"); })],
  ["county-30", () => shot("county-30", `${A}/roll-call/${WARNING}`, "told", { session: DUTY, width: 320, size: "30", language: "en" })],
  ["sheet-list", () => shot("sheet-list", `${V}/door-sheets/${WARNING}`, "QS-0501", { session: SECRETARY })],
  ["sheet", () => shot("sheet", `${V}/door-sheets/${WARNING}/S1`, "QS-0501", { session: SECRETARY })],
  ["sheet-print", async () => { const s = await openPage(`${V}/door-sheets/${WARNING}/S1`, { session: SECRETARY }); await sees(s.page, "QS-0501"); await s.page.emulateMedia({ media: "print" }); await s.page.setViewportSize({ width: 720, height: 1040 }); await s.page.screenshot({ path: `${OUT}/sheet-print.png` }); await s.close(); }],
  ["enter", () => shot("enter", `${V}/door-sheets/${WARNING}/S1/enter`, "5号", { session: SECRETARY }, async (p) => { await p.locator("#is-H5").selectOption("refused"); await p.locator("#is-H2").selectOption("moved"); })],
  ["sending", () => shot("sending", `${V}/sending/${WARNING}`, "晒谷场", { session: SECRETARY })],
  ["sending-30", () => shot("sending-30", `${V}/sending/${WARNING}`, "二组", { session: SECRETARY, size: "30", width: 320, theme: "dark" })],
];
for (const [name, act] of all) if (name.startsWith(only)) await act();
await closeBrowser(); await server.close();
