import { describe, expect, test } from "vitest";
import { axe, openPage, sees, sideways, smallTargets, until } from "./browser.ts";
import type { Reader } from "./browser.ts";
import { servedPages } from "./served.ts";
import { ALARM, CALM, HOME, MINE, VILLAGE, VILLAGER } from "./web-sample.ts";

const calm = servedPages(CALM, "frame");
const alarm = servedPages(ALARM, "frame");
const LANGUAGES = ["zh", "en"] as const;
const SIZES = ["18", "24", "30"] as const;

/** Opens, waits for a text, and holds the page to what every page owes its readers. */
const look = async (url: string, text: string, reader: Reader, least = 44) => {
  const seen = await openPage(url, reader);
  await sees(seen.page, text);
  await until(seen.page, () => !document.querySelector("[role=status].hush"), "it went on loading");
  expect(await sideways(seen.page), "pushed sideways").toBe(0);
  expect(await smallTargets(seen.page, least)).toEqual([]);
  expect(await axe(seen.page)).toEqual([]);
  expect(seen.errors).toEqual([]);
  return seen;
};

describe("home", () => {
  for (const language of LANGUAGES) {
    for (const size of SIZES) {
      test(`a villager reads it in ${language} at ${size} px on a phone 320 wide`, async () => {
        const { page, close } = await look(`${calm.url}/v/${VILLAGE}`, MINE.waiting[0]!.text![language as never], { language, size, width: 320, height: 568, session: VILLAGER });
        expect(await page.locator("h1").count()).toBe(1);
        await close();
      });
    }
  }
  test("a villager reads it in the dark", async () => {
    const { close } = await look(`${calm.url}/v/${VILLAGE}`, "今天没有预警", { theme: "dark", session: VILLAGER });
    await close();
  });
  test("a guest is greeted, and sees nothing that waits for a villager", async () => {
    const { page, close } = await look(`${calm.url}/v/${VILLAGE}`, "您是客人", {});
    expect(await page.getByText("等您的事").count()).toBe(0);
    await close();
  });
  test("what waits is answered in place and says so", async () => {
    const server = await calm.with({ [`POST /v1/cadres/letters/villages/${VILLAGE}/a/pictures`]: { done: true } });
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}`, { session: VILLAGER });
    await page.getByRole("button", { name: "收到了", exact: true }).click();
    await sees(page, "记下了");
    expect(server.asked).toContain(`POST /v1/cadres/letters/villages/${VILLAGE}/a/pictures`);
    await close();
  });
  test("an elder has four large choices and no tabs", async () => {
    const { page, close } = await look(`${calm.url}/v/${VILLAGE}`, "听一听", { mode: "elder", size: "24", width: 320, session: VILLAGER }, 60);
    expect(await page.locator(".big").count()).toBe(4);
    expect(await page.locator(".tabs").count()).toBe(0);
    await close();
  });
  test("another language is there even where its words come last", async () => {
    const { page, close } = await openPage(`${calm.url}/v/${VILLAGE}`, {});
    await sees(page, "今天没有预警");
    await page.route("**/assets/index-en*", async (route) => { await new Promise((resolve) => { setTimeout(resolve, 700); }); await route.continue(); });
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByText("English", { exact: true }).click();
    await sees(page, "No warning today");
    expect(await page.getByText("°").count()).toBe(0);
    await close();
  });
  test("the language is changed in the menu and stays", async () => {
    const { page, close } = await openPage(`${calm.url}/v/${VILLAGE}`, {});
    await sees(page, "今天没有预警");
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByText("English", { exact: true }).click();
    await sees(page, "No warning today");
    await page.reload();
    await sees(page, "No warning today");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await close();
  });
});

describe("a red warning", () => {
  for (const language of LANGUAGES) {
    for (const [width, height] of [[360, 740], [320, 568]] as const) {
      test(`shows its first three answers without scrolling at 30 px on ${width} × ${height}, in ${language}`, async () => {
        const { page, close } = await look(`${alarm.url}/w/${VILLAGE}/K7`, language === "zh" ? "全家都走了" : "All of us left", { language, size: "30", width, height });
        const third = await page.locator(".answers .button").nth(2).boundingBox();
        expect(third!.y + third!.height).toBeLessThanOrEqual(height);
        await close();
      });
    }
  }
  test("takes the whole screen of a guest's home, with a telephone", async () => {
    const { page, close } = await look(`${alarm.url}/v/${VILLAGE}`, "要人帮：打电话", {});
    expect(await page.locator(".tabs").count()).toBe(0);
    await close();
  });
  test("is answered with one press, and the number can be set right", async () => {
    const { page, close } = await openPage(`${alarm.url}/w/${VILLAGE}/K7`, { size: "30" });
    await page.getByRole("button", { name: "全家都走了（4人）" }).click();
    await sees(page, "村里已经知道");
    await page.getByRole("button", { name: "少一个" }).click();
    await page.getByRole("button", { name: "改成 3 人" }).click();
    await sees(page, "全家都走了，3人");
    expect(alarm.asked.filter((each) => each.startsWith("POST"))).toHaveLength(2);
    await close();
  });
});

describe("finding the way", () => {
  test("from home a letter is three taps away", async () => {
    const { page, close } = await openPage(`${calm.url}/v/${VILLAGE}`, {});
    await sees(page, "今天没有预警");
    await page.getByRole("link", { name: "办事" }).click();
    await page.getByRole("link", { name: "说一说" }).click();
    await page.getByRole("link", { name: "给书记写信" }).click();
    await sees(page, "细说");
    expect(new URL(page.url()).pathname).toBe(`/v/${VILLAGE}/cadres/letters`);
    await close();
  });
  test("everything is found by the words people use for it", async () => {
    const { page, close } = await look(`${calm.url}/v/${VILLAGE}/all`, "全部功能", {});
    await page.locator("#seek").fill("反映");
    await sees(page, "给书记写信");
    await page.locator("#seek").fill("飞机");
    await sees(page, "没有找到");
    await close();
  });
  test("what the village switched off says so", async () => {
    const server = await calm.with({ [`GET /open/affairs/village-home/villages/${VILLAGE}/`]: { ...HOME, off: ["cadres/letters"] } });
    const { page, close } = await openPage(`${server.url}/v/${VILLAGE}`, {});
    await sees(page, "今天没有预警");
    await page.goto(`${server.url}/v/${VILLAGE}/cadres/letters`);
    await sees(page, "本村没有开这一项");
    expect(await page.getByLabel("题目").count()).toBe(0);
    await close();
  });
  test("a form with something missing goes to the first wrong field and says why", async () => {
    const { page, close } = await openPage(`${calm.url}/v/${VILLAGE}/cadres/letters`, {});
    await page.getByRole("button", { name: "寄出" }).click();
    await sees(page, "这里要填一下");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("title");
    expect(await page.evaluate(() => document.getElementById(document.activeElement?.getAttribute("aria-describedby") ?? "")?.textContent)).toBe("这里要填一下");
    expect(await axe(page)).toEqual([]);
    await close();
  });
  test("a link to a page on a new phone still says which village it is", async () => {
    const { page, close } = await openPage(`${calm.url}/v/${VILLAGE}/cadres/letters`, {});
    await sees(page, "青山村");
    expect(await page.locator(".where").innerText()).toBe("青山村");
    await close();
  });
  test("a draft is still there after the page was closed", async () => {
    const { page, close } = await openPage(`${calm.url}/v/${VILLAGE}/cadres/letters`, {});
    await page.getByLabel("题目").fill("桥边护栏松了");
    await page.reload();
    await sees(page, "细说");
    expect(await page.getByLabel("题目").inputValue()).toBe("桥边护栏松了");
    await close();
  });
});
