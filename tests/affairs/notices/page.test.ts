import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeBrowser, openPage, sees } from "../../core/browser.ts";
import { still } from "../../core/still-server.ts";
import type { Still } from "../../core/still-server.ts";
import { builtPages, own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, DRAFT, OFFICER, ROAD, SESSION, WATER } from "./page-sample.ts";

const NOTICES = pageAt("affairs/notices");
const route = (...rest: readonly string[]): string => own("affairs/notices", `/${rest.join("/")}`);
let folder: string;
let server: Still;
let drafts: string[];
beforeAll(async () => {
  folder = await builtPages("affairs/notices");
  drafts = [];
  server = await still(folder, { ...ANSWERS, [`POST ${route()}`]: (body: string) => { drafts.push(body); return { body: { ...DRAFT, mine: true } }; } });
});
afterAll(async () => {
  await Promise.all([closeBrowser(), server.close()]);
  rmSync(folder, { recursive: true });
});

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
  test("sees what an SMS costs, and why the own draft needs another", async () => {
    const strict = await still(folder, { ...ANSWERS, [`POST ${route(DRAFT.id, "publish")}`]: refusal(409, "own-draft", "自己写的要请另一个人同意") });
    const seen = await openPage(`${strict.url}${NOTICES}/${DRAFT.id}`, { session: OFFICER });
    await sees(seen.page, "2条短信，每部手机多付¥0.05");
    await sound(seen);
    await seen.page.getByRole("button", { name: "发布" }).click();
    await sees(seen.page, "自己写的要请另一个人同意");
    expect(strict.asked).toContain(`POST ${route(DRAFT.id, "publish")}`);
    await seen.close();
    await strict.close();
  });
  test("sees which houses have no word yet and marks the one just visited", async () => {
    const seen = await openPage(`${server.url}${NOTICES}/${WATER.id}`, { session: OFFICER });
    await sees(seen.page, "还没回音");
    await sound(seen);
    await seen.page.getByRole("button", { name: "上门说过了" }).click();
    await sees(seen.page, "干部上门说过");
    expect(server.asked.some((each) => each.startsWith(`POST ${route(WATER.id, "know")}/`))).toBe(true);
    await seen.close();
  });
});
