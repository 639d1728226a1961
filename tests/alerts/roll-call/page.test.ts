import { describe, expect, test } from "vitest";
import { openPage, sees, until } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { COUNTY, DUTY, house, owes, RUNNING, SECRETARY, totals, village, VILLAGE, WARNING } from "../pages.ts";

const ROLL = `/v1/alerts/roll-call/villages/${VILLAGE}/${WARNING}`;
const BOARD = `/v1/alerts/roll-call/areas/${COUNTY}/${WARNING}`;
const NO_TIMES = { half: null, ninety: null, all: null };
const HOUSES = [
  house(3, { state: "needs-help", helpSince: "2026-04-30T19:20:00.000Z", words: "水到膝盖了", vulnerable: ["bed-bound"] }),
  house(5, { vulnerable: ["alone", "deaf"], told: "no-phone" }), house(8), house(9, { conflict: { state: "moved", at: "2026-04-30T19:30:00.000Z", channel: "paper" }, state: "stayed", channel: "link" }),
];
const ticks: Record<string, unknown>[] = [];
let untaken = 1;
let refuse = false;
const server = servedPages({
  [`GET /open/alerts/warnings/villages/${VILLAGE}/${WARNING}/shown`]: { ...RUNNING, status: "Exercise" },
  [`GET ${ROLL}`]: () => ({ body: { totals: { ...village(VILLAGE, "青山村", "Qingshan"), helpUntaken: untaken }, items: HOUSES, next: null, secondsTo: NO_TIMES } }),
  [`POST ${ROLL}/tick`]: (body: string) => { ticks.push(JSON.parse(body) as Record<string, unknown>); return refuse && "at" in ticks.at(-1)! ? { status: 422, body: { type: "at-wrong", status: 422, title: "时间不对", field: "at" } } : { body: { items: [], next: null } }; },
  [`POST ${ROLL}/H3/take`]: () => ({ status: 409, body: { type: "already-taken", status: 409, title: "已经有人去了" } }),
  [`POST ${ROLL}/H8/phones`]: { phones: [{ name: "张三", phone: "13800000008" }] },
  [`POST ${ROLL}/H9/settle`]: house(9, { state: "moved", open: false }),
  [`GET ${BOARD}`]: () => ({ body: { totals: { ...totals, helpUntaken: untaken }, items: [village(VILLAGE, "青山村", "Qingshan", { helpUntaken: untaken }), village("431228103206", "下坝村", "Xiaba", { onDuty: [], helpUntaken: 0 })], next: null, unplaced: 2, secondsTo: { half: 720, ninety: null, all: null } } }),
  [`GET ${BOARD}/report`]: "红色山洪预警 情况续报 03:40",
  [`GET /v1/alerts/warnings/areas/${COUNTY}/${WARNING}`]: { id: WARNING, state: "issued", status: "Actual", paused: false, texts: { zh: { headline: "红色预警：山洪" }, en: { headline: "Red warning: flash flood" } } },
  [`GET /v1/alerts/answers/areas/${COUNTY}/unplaced`]: { items: [{ id: "U1", from: "138****0001", phone: "13800000001", text: "收到", at: "2026-04-30T19:20:00.000Z", help: false, placed: false }, { id: "U2", from: "138****0002", phone: "13800000002", text: "救命水进屋了", at: "2026-04-30T19:25:00.000Z", help: true, placed: false }], next: null },
  [`POST /v1/alerts/answers/areas/${COUNTY}/unplaced/U2/place`]: { placed: true },
});
const openVillage = (more = {}) => openPage(`${server.url}/v/${VILLAGE}/alerts/roll-call/${WARNING}`, { session: SECRETARY, ...more });
const openCounty = (more = {}) => openPage(`${server.url}/a/${COUNTY}/alerts/roll-call/${WARNING}`, { session: DUTY, ...more });
const card = (page: Awaited<ReturnType<typeof openVillage>>["page"], title: string) => page.locator("article").filter({ hasText: title });

describe("the board of a village", () => {
  for (const [language, first] of [["zh", "3号 赵六家"], ["en", "No. 3, 赵六"]] as const) {
    test(`is read and ticked with one thumb at 30 px, 320 wide, in ${language}; nothing selects all`, async () => {
      const seen = await openVillage({ language, width: 320, size: "30", height: 568 });
      await sees(seen.page, first);
      await card(seen.page, language === "zh" ? "8号" : "No. 8").getByRole("button").last().click();
      await owes(seen);
      expect(await seen.page.locator("article h3").first().innerText()).toContain(first);
      expect(await seen.page.getByText(/全选|select all/iu).count()).toBe(0);
      await seen.close();
    });
  }
  test("takes a house off with one tap, with the number and the time it was seen", async () => {
    const seen = await openVillage();
    await card(seen.page, "8号").getByRole("button", { name: "都走了（3人）" }).click();
    await sees(seen.page, "记下了：都走了");
    expect(await seen.page.getByText("演练").count()).toBe(1);
    expect(ticks.at(-1)).toMatchObject({ households: ["H8"], is: "moved", people: 3, channel: "helper" });
    expect(String(ticks.at(-1)!["at"])).toMatch(/^\d{4}-/);
    await seen.close();
  });
  test("asks for a witness where somebody will not leave", async () => {
    const seen = await openVillage({ theme: "dark" });
    await card(seen.page, "8号").getByRole("button", { name: "别的情况" }).click();
    await seen.page.getByRole("button", { name: "不肯走" }).click();
    const before = ticks.length;
    await seen.page.getByRole("button", { name: "记下", exact: true }).click();
    await sees(seen.page, "请写上姓名");
    expect(ticks).toHaveLength(before);
    await owes(seen);
    await seen.page.getByLabel("见证人").fill("陈会计");
    await seen.page.getByRole("button", { name: "记下", exact: true }).click();
    await sees(seen.page, "记下了：不肯走");
    expect(ticks.at(-1)).toMatchObject({ is: "refused", witness: "陈会计" });
    await seen.close();
  });
  test("ticks several named houses at once", async () => {
    const seen = await openVillage();
    await seen.page.getByLabel("选上 5号 李四家").check();
    await seen.page.getByLabel("选上 8号 张三家").check();
    await sees(seen.page, "选了 2 户");
    await owes(seen);
    await seen.page.locator(".picked").getByRole("button", { name: "看到平安" }).click();
    await sees(seen.page, "记下了：看到平安");
    expect(ticks.at(-1)).toMatchObject({ households: ["H5", "H8"], is: "safe" });
    await seen.close();
  });
  test("without a network says that the tick is on this phone only, and sends it later", async () => {
    const seen = await openVillage();
    await sees(seen.page, "8号");
    await seen.page.context().setOffline(true);
    await card(seen.page, "8号").getByRole("button", { name: "看到平安" }).click();
    await sees(seen.page, "只在这部手机上");
    const before = ticks.length;
    await seen.page.context().setOffline(false);
    await sees(seen.page, "记下了：看到平安");
    expect(ticks).toHaveLength(before + 1);
    await seen.close();
  });
  test("loses no tick to a phone whose clock is wrong", async () => {
    refuse = true;
    const seen = await openVillage();
    await card(seen.page, "5号").getByRole("button", { name: "看到平安" }).click();
    await until(seen.page, () => document.body.innerText.includes("记下了：看到平安"), "the tick was lost");
    await expect.poll(() => "at" in (ticks.at(-1) ?? { at: "" }), { timeout: 8_000 }).toBe(false);
    refuse = false;
    await seen.close();
  });
  test("says who has taken a call already, shows numbers only when asked, and lets a person settle paper against online", async () => {
    const seen = await openVillage();
    await card(seen.page, "3号").getByRole("button", { name: "我去这一家" }).click();
    await sees(seen.page, "已经有人去了");
    expect(await seen.page.getByText("13800000008").count()).toBe(0);
    await card(seen.page, "8号").getByRole("button", { name: "别的情况" }).click();
    await sees(seen.page, "这家人会看到您查了电话");
    await seen.page.getByRole("button", { name: "看电话" }).click();
    await sees(seen.page, "13800000008");
    await sees(seen.page, "网上：有人没走");
    await seen.page.getByRole("button", { name: "以纸上为准" }).click();
    await expect.poll(() => server.asked).toContain(`POST ${ROLL}/H9/settle`);
    await seen.close();
  });
});

describe("the board of a county", () => {
  test("shows the worst first on a phone at 30 px, 320 wide", async () => {
    const seen = await openCounty({ language: "en", width: 320, size: "30", height: 568 });
    await sees(seen.page, "calls for help untaken");
    await owes(seen);
    await seen.close();
  });
  test("says of a place not yet in real use that it is a test, of a drill that it is a drill, of the real thing neither", async () => {
    for (const [status, mark] of [["Test", "测试"], ["Exercise", "演练"], ["Actual", ""]]) {
      const route = `GET /v1/alerts/warnings/areas/${COUNTY}/${WARNING}`;
      const listening = await server.with({ [route]: { id: WARNING, state: "issued", status, paused: false, texts: { zh: { headline: "红色预警：山洪" }, en: { headline: "Red warning: flash flood" } } } });
      const seen = await openPage(`${listening.url}/a/${COUNTY}/alerts/roll-call/${WARNING}`, { session: DUTY });
      await sees(seen.page, "红色预警：山洪");
      expect((await seen.page.locator("h1 .badge").allInnerTexts()).join()).toBe(mark);
      await seen.close();
    }
  });
  test("refreshes by itself and announces only the calls for help", async () => {
    const seen = await openCounty({ width: 1180, height: 800 });
    await sees(seen.page, "求救没人接");
    await owes(seen);
    expect(await seen.page.locator("[aria-live]").allInnerTexts()).toEqual(["1 户求救没人接"]);
    untaken = 4;
    await sees(seen.page, "4 户求救没人接");
    untaken = 1;
    expect(await seen.page.getByText("12 分钟").count()).toBe(1);
    await seen.close();
  });
  test("finds the house of a message, a call for help on top, and writes the report", async () => {
    const seen = await openCounty();
    await sees(seen.page, "救命水进屋了");
    expect(await seen.page.locator(".card b").first().innerText()).toBe("救命水进屋了");
    await seen.page.getByRole("button", { name: "认到一家" }).first().click();
    await seen.page.getByLabel("哪个村？").selectOption(VILLAGE);
    await seen.page.getByLabel("门牌号或户主").fill("8");
    await seen.page.getByRole("button", { name: "8号 张三家" }).click();
    await seen.page.getByRole("button", { name: "写一份续报" }).click();
    await sees(seen.page, "情况续报 03:40");
    expect(server.asked).toContain(`POST /v1/alerts/answers/areas/${COUNTY}/unplaced/U2/place`);
    await seen.close();
  });
});
