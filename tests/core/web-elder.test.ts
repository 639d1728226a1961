import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axe, openPage, sees, sideways, smallTargets, until } from "./browser.ts";
import type { Reader } from "./browser.ts";
import { servedPages } from "./served.ts";
import type { Answers } from "./still-server.ts";
import { CALM, HOME, MINE, VILLAGE, VILLAGER } from "./web-sample.ts";

const LETTERS = `/v1/cadres/letters/villages/${VILLAGE}/`;
const PATH = `/v/${VILLAGE}/cadres/letters`;
const ELDER: Reader = { mode: "elder", size: "30", width: 320, height: 568, session: VILLAGER };
let sent: { key: string; body: { title?: string } }[];
const answers: Answers = {
  ...CALM,
  [`POST ${LETTERS}`]: (body: string, headers: Readonly<Record<string, unknown>>) => { sent.push({ key: String(headers["idempotency-key"]), body: JSON.parse(body) as { title: string } }); return { body: { id: "01J" } }; },
  [`POST ${LETTERS}a/pictures`]: () => { sent.push({ key: "", body: {} }); return { body: { done: true } }; },
};
const server = servedPages(answers, "frame");
const open = async (reader: Reader = ELDER, path = PATH) => { sent = []; return openPage(server.url + path, reader); };
/** Lets the page's own time pass: its ten seconds are counted by the browser. */
const pass = (page: Page, seconds: number): Promise<void> => page.clock.runFor(seconds * 1_000);
const fill = async (page: Page, title: string): Promise<void> => {
  await sees(page, "第 1 问，共 2 问");
  await page.getByLabel("题目").fill(title);
  await page.getByRole("button", { name: "下一问" }).click();
  await sees(page, "第 2 问，共 2 问");
  await page.getByLabel("细说").fill("请看看");
};

describe("a form in elder mode", () => {
  test("asks one question a page, says how many there are, and keeps the words on the way back", async () => {
    const { page, errors, close } = await open();
    await sees(page, "第 1 问，共 2 问");
    expect(await page.getByLabel("细说").isVisible()).toBe(false);
    expect([await sideways(page), await smallTargets(page, 60), await axe(page)]).toEqual([0, [], []]);
    await page.getByRole("button", { name: "下一问" }).click();
    await sees(page, "这里要填一下");
    expect(await page.getByText("第 1 问，共 2 问").count()).toBe(1);
    await fill(page, "桥边护栏松了");
    await page.getByRole("button", { name: "上一问" }).click();
    await sees(page, "第 1 问，共 2 问");
    expect(await page.getByLabel("题目").inputValue()).toBe("桥边护栏松了");
    await page.keyboard.press("Tab");
    await page.getByLabel("题目").press("Enter");
    await sees(page, "第 2 问，共 2 问");
    expect(await page.getByLabel("细说").inputValue()).toBe("请看看");
    expect([errors, sent]).toEqual([[], []]);
    await close();
  });
  test("can be taken back for ten seconds, and goes out by itself after them", async () => {
    const { page, close } = await open();
    await page.clock.install();
    await page.reload();
    await fill(page, "路灯坏了");
    await page.getByRole("button", { name: "寄出" }).click();
    await sees(page, "路灯坏了：10秒后寄出");
    const back = page.getByRole("button", { name: /^撤回/ });
    expect((await back.boundingBox())!.height).toBeGreaterThanOrEqual(60);
    await back.click();
    await until(page, () => !document.querySelector(".held") && !document.body.innerText.includes("只在这部手机上"), "it went on counting");
    await pass(page, 15);
    expect(sent).toEqual([]);
    await page.reload();
    await fill(page, "路灯又坏了");
    await page.getByRole("button", { name: "寄出" }).click();
    await sees(page, "路灯又坏了：10秒后寄出");
    await pass(page, 8);
    expect(sent).toEqual([]);
    await pass(page, 4);
    await until(page, () => !document.body.innerText.includes("只在这部手机上"), "it stayed on the phone");
    expect(sent.map(({ body }) => body.title)).toEqual(["路灯又坏了"]);
    await close();
  });
  test("loses nothing when the page is closed within the ten seconds", async () => {
    const { page, close } = await open();
    await page.clock.install();
    await page.reload();
    await fill(page, "水渠堵了");
    await page.getByRole("button", { name: "寄出" }).click();
    await sees(page, "水渠堵了：10秒后寄出");
    await page.goto(`${server.url}/v/${VILLAGE}/me`);
    await sees(page, "水渠堵了");
    expect(sent).toEqual([]);
    await pass(page, 15);
    await until(page, () => !document.body.innerText.includes("水渠堵了"), "it stayed on the phone");
    expect(sent.map(({ body }) => body.title)).toEqual(["水渠堵了"]);
    await close();
  });
  test("an answer pressed on home can be taken back too", async () => {
    const { page, close } = await open(ELDER, `/v/${VILLAGE}`);
    await sees(page, MINE.waiting[0]!.text!["zh" as never]);
    await page.getByRole("button", { name: "收到了", exact: true }).click();
    await page.getByRole("button", { name: /^撤回/ }).click();
    await sees(page, "已经撤回");
    expect(sent).toEqual([]);
    await close();
  });
});

describe("elder mode", () => {
  test("is switched on by the link of a plate or a card, and stays", async () => {
    const { page, close } = await open({ session: VILLAGER }, `/v/${VILLAGE}?elder`);
    await sees(page, "听一听");
    await page.goto(`${server.url}/v/${VILLAGE}`);
    await sees(page, "听一听");
    expect(await page.evaluate(() => [document.documentElement.dataset["mode"], document.documentElement.dataset["size"]])).toEqual(["elder", "24"]);
    await close();
  });
  for (const size of ["18", "24", "30"] as const) test(`has the way to help on the first screen at ${size} px, whatever question waits`, async () => {
    const { page, close } = await open({ ...ELDER, size, width: 360, height: 740 }, `/v/${VILLAGE}`);
    await sees(page, MINE.waiting[0]!.text!["zh" as never]);
    const help = (await page.locator(".big.danger").boundingBox())!;
    expect(help.y + help.height).toBeLessThanOrEqual(740);
    await close();
  });
  test("has one line of news on each of its four buttons", async () => {
    const { page, close } = await open(ELDER, `/v/${VILLAGE}`);
    await sees(page, `今天有${HOME.today.length}件事`);
    expect(await page.locator(".big").evaluateAll((all) => all.map((each) => each.children.length))).toEqual([2, 2, 2, 2]);
    expect(await axe(page)).toEqual([]);
    await close();
  });
});
