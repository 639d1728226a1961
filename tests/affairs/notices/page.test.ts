import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, DRAFT, OFFICER, ROAD, SESSION, WATER } from "./page-sample.ts";

const NOTICES = pageAt("affairs/notices");
const route = (...rest: readonly string[]): string => own("affairs/notices", `/${rest.join("/")}`);
const drafts: string[] = [];
const server = servedPages({ ...ANSWERS, [`POST ${route()}`]: (body: string) => { drafts.push(body); return { body: { ...DRAFT, mine: true } }; } });

describe("a household", () => {
  test("finds first what waits for its answer, reads it large, and says \"I know\" once", async () => {
    const seen = await openPage(`${server.url}${NOTICES}`, { session: SESSION });
    await sees(seen.page, WATER.title);
    expect(await seen.page.locator(".list .line").first().innerText()).toContain(WATER.title);
    await sound(seen);
    await seen.page.getByRole("link", { name: WATER.title }).click();
    await seen.page.getByRole("button", { name: "知道了" }).click();
    await sees(seen.page, "我家已经知道");
    expect(server.asked).toContain(`POST ${route(WATER.id, "know")}`);
    await sound(seen);
    await seen.close();
  });
  test("reads a notice in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${NOTICES}/${WATER.id}`, { zh: "县水厂检修管道", en: "I know" }, { session: SESSION });
  });
  test("prints one sheet: the notice, without buttons", async () => {
    const { page, close } = await openPage(`${server.url}${NOTICES}/${WATER.id}`, { session: SESSION });
    await sees(page, WATER.title);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".notice h1").evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize))).toBeGreaterThan(36);
    await close();
  });
});

test("a guest reads what is for everybody, also what was withdrawn and why", async () => {
  const { page, close } = await openPage(`${server.url}${NOTICES}`);
  await sees(page, ROAD.title);
  expect(await page.getByRole("link", { name: "写公告" }).count()).toBe(0);
  await page.getByRole("link", { name: "以前的公告" }).click();
  await sees(page, "已撤回：日子写错了");
  await close();
});

test("a notice says that its picture is on its way, and its voice can be heard and read", async () => {
  const [voice, photo] = ["01JMEDA0000000000000000000", "01JMEDA0000000000000000001"];
  const about = (id: string) => `GET ${own("platform/media", `/${id}`)}`;
  const spoken = await server.with({ [`GET ${route(WATER.id, "mine")}`]: { ...WATER, known: false, media: [{ id: voice, kind: "voice" }, { id: photo, kind: "photo" }] },
    [about(voice)]: { id: voice, kind: "voice", state: "ready", why: null, width: null, height: null, seconds: 7, version: 2, transcript: { text: "明天上午停水，今晚把水缸接满。", by: "李小妹", at: "2026-05-01T00:00:00.000Z" } },
  });
  const seen = await openPage(`${spoken.url}${NOTICES}/${WATER.id}`, { session: SESSION, size: "30", mode: "elder", width: 320, height: 568 });
  await sees(seen.page, "图在路上");
  await sees(seen.page, "今晚把水缸接满。");
  expect([await seen.page.getByText(/李小妹写下来的/).count(), await seen.page.getByRole("button", { name: "听 0:07" }).count()]).toEqual([1, 1]);
  await sound(seen, 60);
  await seen.close();
});

describe("an office", () => {
  test("writes, sees the SMS counted while writing, and reads the draft before it goes out", async () => {
    const seen = await openPage(`${server.url}${NOTICES}/new`, { session: OFFICER });
    await seen.page.getByLabel("标题").fill("打谷场轮流用");
    await seen.page.getByLabel("内容").fill("今年打谷场按组轮流用。");
    await seen.page.getByText("短信", { exact: true }).click();
    await sees(seen.page, "1条短信");
    await seen.page.getByLabel("短信一行").fill("字".repeat(80));
    await sees(seen.page, "2条短信");
    await seen.page.getByText("几个小组").click();
    await seen.page.getByText("二组").click();
    await seen.page.getByRole("button", { name: "三天" }).click();
    await sound(seen);
    await seen.page.getByRole("button", { name: "存下" }).click();
    await sees(seen.page, "发布");
    expect(JSON.parse(drafts[0]!)).toMatchObject({ title: "打谷场轮流用", audience: { to: "groups", groups: ["二组"] }, channels: ["page", "sms"], until: expect.stringMatching(/T15:59:00\.000Z$/) });
    await seen.close();
  });
  test("a notice everybody must read is not kept without its last day", async () => {
    const { page, close } = await openPage(`${server.url}${NOTICES}/new`, { session: OFFICER });
    await page.getByLabel("标题").fill("停水");
    await page.getByLabel("内容").fill("明天停水。");
    await page.getByText("每户必看", { exact: true }).click();
    await page.getByRole("button", { name: "存下" }).click();
    await sees(page, "每户必看的公告要写到哪一天");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("lastDay");
    await close();
  });
  test("is asked to speak again when it was too short, and to say or write something at all", async () => {
    drafts.length = 0;
    const seen = await openPage(`${server.url}${NOTICES}/new`, { session: OFFICER, size: "30", width: 320 });
    await seen.page.getByLabel("标题").fill("停水");
    await seen.page.getByRole("button", { name: "不打字，说一段" }).click();
    await seen.page.getByRole("button", { name: "说完了" }).click();
    await sees(seen.page, "太短了");
    await seen.page.getByRole("button", { name: "存下" }).click();
    await sees(seen.page, "请写几句，或者说一段");
    await sound(seen);
    expect(drafts).toEqual([]);
    await seen.close();
  });
  test("sees what an SMS costs, and why the own draft needs another", async () => {
    const strict = await server.with({ [`POST ${route(DRAFT.id, "publish")}`]: refusal(409, "own-draft", "自己写的要请另一个人同意") });
    const seen = await openPage(`${strict.url}${NOTICES}/${DRAFT.id}`, { session: OFFICER });
    await sees(seen.page, "2条短信，每部手机多付¥0.05");
    await sees(seen.page, "最多 41 户，合计 ¥4.1");
    await sound(seen);
    await seen.page.getByRole("button", { name: "发布" }).click();
    await sees(seen.page, "自己写的要请另一个人同意");
    expect(strict.asked).toContain(`POST ${route(DRAFT.id, "publish")}`);
    await seen.close();
  });
  test("sees which houses have no word yet and marks the one just visited", async () => {
    const seen = await openPage(`${server.url}${NOTICES}/${WATER.id}`, { session: OFFICER });
    await sees(seen.page, "还没回音");
    await sound(seen);
    await seen.page.getByRole("button", { name: "上门说过了" }).click();
    await sees(seen.page, "上门当面说过");
    await expect.poll(() => server.asked.some((each) => each.startsWith(`POST ${route(WATER.id, "know")}/`))).toBe(true);
    await seen.close();
  });
});

test("a villager on whom the lot fell reads the draft and says it should go out", async () => {
  const listening = await server.with({ [`GET ${route("drawn")}`]: { items: [{ ...ROAD, state: "draft", title: "周六打疫苗", publishedAt: null, answerBy: "2026-05-02T02:00:00.000Z" }] }, [`POST ${route(ROAD.id, "agree")}`]: DRAFT });
  const seen = await openPage(`${listening.url}${NOTICES}`, { session: SESSION });
  await sees(seen.page, "抽签抽到了您");
  await sound(seen);
  await seen.page.getByRole("button", { name: "该发", exact: true }).click();
  await expect.poll(() => listening.asked).toContain(`POST ${route(ROAD.id, "agree")}`);
  await seen.close();
});
