import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { VILLAGE } from "../../core/web-sample.ts";
import { pageAt, refusal, sound, soundInBoth } from "../pages.ts";
import { ANSWERS, at, ENTERED, SESSION } from "./page-sample.ts";

const SIGN_IN = pageAt("platform/sign-in");
const BACK = `${SIGN_IN}?back=${encodeURIComponent(pageAt("platform/sign-in", "after"))}`;

const server = servedPages(ANSWERS);
/** Asks for a code as a villager would. */
const asked = async (url: string) => {
  const seen = await openPage(url);
  await seen.page.getByLabel("手机号").fill("138 0000 1001");
  await seen.page.getByRole("button", { name: "发验证码" }).click();
  await sees(seen.page, "短信里的6位数字");
  return seen;
};

describe("signing in", () => {
  test("a villager types a number, then the six figures, and is back where the act was", async () => {
    const seen = await asked(`${server.url}${BACK}`);
    await sound(seen);
    const code = seen.page.getByLabel("6位验证码");
    expect(await code.getAttribute("autocomplete")).toBe("one-time-code");
    expect(await seen.page.locator(".six i").count()).toBe(6);
    await code.fill("123456");
    await seen.page.waitForURL(`**${pageAt("platform/sign-in", "after")}`);
    expect(await seen.page.evaluate(() => localStorage.getItem("wecountry.session"))).toContain("张海燕");
    await seen.close();
  });
  test("reads well in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${SIGN_IN}`, { zh: "您的手机号是多少", en: "What is your mobile number" });
  });
  test("a phone that dropped the page while the message was read still asks for the code", async () => {
    const { page, close } = await asked(`${server.url}${SIGN_IN}`);
    await page.reload();
    await sees(page, "短信里的6位数字");
    expect(await page.getByLabel("6位验证码").isVisible()).toBe(true);
    await close();
  });
  test("a wrong code says how many tries are left and empties the boxes", async () => {
    const wrong = await server.with({ [`POST ${at("/enter")}`]: refusal(401, "wrong-code", "验证码不对，还可以试4次") });
    const { page, close } = await asked(`${wrong.url}${SIGN_IN}`);
    await page.getByLabel("6位验证码").fill("000000");
    await sees(page, "还可以试4次");
    expect(await page.getByLabel("6位验证码").inputValue()).toBe("");
    await close();
  });
  test("after five wrong codes there is a number to call", async () => {
    const resting = await server.with({ [`POST ${at("/enter")}`]: refusal(429, "resting", "错了五次，先歇一歇", { detail: { minutes: 15, phone: "0737-7654321" } }) });
    const seen = await asked(`${resting.url}${SIGN_IN}`);
    await seen.page.getByLabel("6位验证码").fill("000000");
    await sees(seen.page, "先歇一歇");
    expect(await seen.page.getByRole("link", { name: "打电话 0737-7654321" }).getAttribute("href")).toBe("tel:0737-7654321");
    await sound(seen);
    await seen.close();
  });
  test("where a family shares a number, it asks who it is", async () => {
    const two = await server.with({ [`POST ${at("/enter")}`]: (body: string) => ({ body: body.includes("p2") ? ENTERED : { choose: [{ person: "p1", name: "张海燕" }, { person: "p2", name: "张老根" }] } }) });
    const { page, close } = await asked(`${two.url}${BACK}`);
    await page.getByLabel("6位验证码").fill("123456");
    await sees(page, "您是哪一位");
    await page.getByRole("button", { name: "张老根" }).click();
    await page.waitForURL(`**${pageAt("platform/sign-in", "after")}`);
    expect(two.asked.filter((each) => each === `POST ${at("/enter")}`)).toHaveLength(2);
    await close();
  });
  test("a link from outside cannot lead a person elsewhere afterwards", async () => {
    const { page, close } = await asked(`${server.url}${SIGN_IN}?back=${encodeURIComponent("//example.org/x")}`);
    await page.getByLabel("6位验证码").fill("123456");
    await page.waitForURL(`${server.url}/v/${VILLAGE}`);
    expect(new URL(page.url()).pathname).toBe(`/v/${VILLAGE}`);
    await close();
  });
});

describe("one's own phones", () => {
  test("a lost phone is signed out, and this one leaves when asked twice", async () => {
    const seen = await openPage(`${server.url}${SIGN_IN}`, { session: SESSION });
    await sees(seen.page, "张海燕，您好");
    await sound(seen);
    await seen.page.getByRole("button", { name: "让这部手机退出" }).click();
    await seen.page.getByRole("group").getByRole("button", { name: "让这部手机退出" }).click();
    await sees(seen.page, "那部手机已经退出");
    expect(server.asked).toContain(`POST ${at("/devices/lost/forget")}`);
    await seen.page.getByRole("button", { name: "退出登录" }).click();
    await seen.page.getByRole("group").getByRole("button", { name: "退出登录" }).click();
    await seen.page.waitForURL(`**/v/${VILLAGE}`);
    expect(await seen.page.evaluate(() => localStorage.getItem("wecountry.session"))).toBeNull();
    await seen.close();
  });
});
