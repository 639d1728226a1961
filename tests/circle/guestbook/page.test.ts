import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, HELD, HELLO, OFFICER, ORANGES, SESSION } from "./page-sample.ts";

const BOOK = pageAt("circle/guestbook");
const server = servedPages(ANSWERS);

describe("a stranger", () => {
  test("greets with two presses and without an account, and waits for an answer in the same place", async () => {
    const seen = await openPage(`${server.url}${BOOK}/new`);
    await sees(seen.page, "远来是客");
    await sound(seen);
    await seen.page.getByRole("button", { name: "乡亲们好，我来看看！" }).click();
    await seen.page.getByRole("button", { name: "打个招呼" }).click();
    await sees(seen.page, "正等村里人回话");
    expect(server.asked.filter((each) => each.startsWith("POST")).slice(-2)).toEqual(["POST /v1/platform/sign-in/region/device", `POST ${own("circle/guestbook")}`]);
    await sound(seen);
    await seen.close();
  });
  test("reads what villagers answered, how soon, and who holds an office", async () => {
    const { page, close } = await openPage(`${server.url}${BOOK}`);
    await sees(page, "这两天刚下树");
    await sees(page, "2个回答，2分钟后有人回答");
    expect(await page.getByText("王建国 · 村干部").count()).toBe(1);
    expect(await page.getByRole("button", { name: "答一句" }).count()).toBe(0);
    await close();
  });
  test("finds it readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${BOOK}`, { zh: "打个招呼", en: "Say hello" });
  });
  test("who left a number learns that somebody looks first", async () => {
    const holding = await server.with({ [`POST ${own("circle/guestbook")}`]: HELD });
    const { page, close } = await openPage(`${holding.url}${BOOK}`);
    await page.getByLabel("想说什么").fill("打我电话 13900001111");
    await page.getByRole("button", { name: "打个招呼" }).click();
    await sees(page, "村里看过后就放出来");
    expect(await page.getByText("等村里看一眼").count()).toBeGreaterThan(0);
    await close();
  });
  test("a fourth greeting in the hour is refused in words, and what was written stays", async () => {
    const full = await server.with({ [`POST ${own("circle/guestbook")}`]: refusal(429, "too-many", "写得太快了，请过一会儿再写") });
    const { page, close } = await openPage(`${full.url}${BOOK}`);
    await page.getByLabel("想说什么").fill("你们好");
    await page.getByRole("button", { name: "打个招呼" }).click();
    await sees(page, "请过一会儿再写");
    expect(await page.getByLabel("想说什么").inputValue()).toBe("你们好");
    await close();
  });
});

describe("a village", () => {
  test("a villager answers where the greeting stands", async () => {
    const seen = await openPage(`${server.url}${BOOK}`, { session: SESSION });
    await seen.page.getByRole("button", { name: "答一句" }).first().click();
    await seen.page.getByLabel("您的回答").fill("欢迎来！");
    await sound(seen);
    await seen.page.getByRole("button", { name: "回答", exact: true }).click();
    await sees(seen.page, "欢迎来！");
    expect(server.asked).toContain(`POST ${own("circle/guestbook", `/${HELLO.id}/answer`)}`);
    await seen.close();
  });
  test("an office looks at what was held and lets it be shown", async () => {
    const seen = await openPage(`${server.url}${BOOK}`, { session: OFFICER });
    await seen.page.getByRole("link", { name: "1条留言等您看一眼" }).click();
    await sees(seen.page, "有号码");
    await sound(seen);
    await seen.page.getByRole("button", { name: "放出来" }).click();
    await sees(seen.page, "已经放出来");
    expect(server.asked).toContain(`POST ${own("circle/guestbook", `/${HELD.id}/release`)}`);
    await seen.close();
  });
  test("one greeting has an address of its own", async () => {
    const seen = await openPage(`${server.url}${BOOK}/${ORANGES.id}`);
    await sees(seen.page, "我家也有，个头大");
    await sound(seen);
    expect(await seen.page.getByRole("link", { name: "看全部留言" }).getAttribute("href")).toBe(BOOK);
    await seen.close();
  });
});
