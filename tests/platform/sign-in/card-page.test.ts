import { describe, expect, test } from "vitest";
import { openPage, sees, until } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";
import { ANSWERS, at, SESSION } from "./page-sample.ts";

const CARD = pageAt("platform/sign-in", "card");
const HOUSE = "01JHSE00000000000000000007";
const card = (state: string) => ({ id: "01JCRD00000000000000000001", person: "p2", name: "张老根", kind: "card", state, at: "2026-04-30T02:00:00.000Z", version: 1 });
let set = false;
const all = {
  ...ANSWERS,
  [`POST ${at("/card/warnings")}`]: { items: [{ link: `${VILLAGE}/K7`, headline: { zh: "山洪红色预警", en: "Flash flood" }, colour: "red" }] },
  [`POST ${at("/card/figures")}`]: () => { set = true; return { body: { done: true } }; },
  [`POST ${at("/card/enter")}`]: () => set ? { body: { person: "p2", name: "张老根", village: VILLAGE, household: HOUSE, until: new Date(Date.now() + 900_000).toISOString() } } : { status: 409, body: { type: "figures-not-set", status: 409, title: "还没选四位数字" } },
  [`POST ${at("/card/leave")}`]: { done: true },
  [`GET ${own("platform/sign-in", "/cards")}`]: { items: [card("active")], next: null }, [`GET ${own("platform/sign-in", `/households/${HOUSE}/cards`)}`]: { items: [], next: null },
  [`POST ${own("platform/sign-in", "/cards")}`]: { card: card("issued"), code: "ABCDE-FGHJK" },
  [`POST ${own("affairs/households", `/${HOUSE}/look`)}`]: { id: HOUSE, people: [{ person: "p2", name: "张老根" }] },
  [`GET ${own("platform/sign-in", "/numbers")}`]: { items: [{ id: "01JDBT00000000000000000001", phone: "138****1001", at: "2026-04-30T02:00:00.000Z", state: "open", people: [{ person: "p2", name: "张老根", household: HOUSE }] }], next: null },
  [`POST ${at("/refresh")}`]: { done: true },
};
const server = servedPages(all);

describe("a household card on a helper's phone", () => {
  test("shows the house's warning by the letters alone, takes the figures, speaks for its bearer, and gives the phone back with one press", async () => {
    set = false;
    const seen = await openPage(`${server.url}${CARD}#ABCDEFGHJK`, { session: SESSION });
    const { page } = seen;
    await page.evaluate(() => localStorage.setItem("draft:a:b", "the helper's own"));
    expect(await page.getByLabel("卡上的10个字母").inputValue()).toBe("ABCDEFGHJK");
    await page.getByLabel("卡上的10个字母").focus();
    await page.getByLabel("您选的四位数字").fill("2468");
    await sees(page, "山洪红色预警");
    await sound(seen);
    await page.getByRole("button", { name: "用卡登录" }).click();
    await sees(page, "选您的四位数字");
    await page.getByLabel("卡上的10个字母").fill("ABCDE-FGHJK");
    await page.getByLabel("您选的四位数字").fill("2468");
    await page.getByRole("button", { name: "就用这四位" }).click();
    await sees(page, "现在可以用卡登录");
    await page.getByLabel("您选的四位数字").fill("2468");
    await page.getByRole("button", { name: "用卡登录" }).click();
    await sees(page, "张老根的为村卡");
    expect(await page.evaluate(() => localStorage.getItem("draft:a:b"))).toBeNull();
    expect(await page.evaluate(() => localStorage.getItem("wecountry.session"))).toContain("张海燕");
    await page.getByRole("button", { name: "办完了，收卡" }).click();
    await until(page, () => localStorage.getItem("wecountry.card") === null);
    // The page begins anew for the helper.
    await page.getByText("张老根的为村卡").waitFor({ state: "detached" });
    await until(page, () => document.readyState === "complete" && localStorage.getItem("draft:a:b") === "the helper's own", "the helper's own draft did not come back");
    expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain("2468");
    expect(server.asked).toContain(`POST ${at("/card/leave")}`);
    await seen.close();
  });
  test("that is over is never renewed: what its bearer was about to send is not sent by the helper", async () => {
    const over = await server.with({ [`GET ${own("platform/sign-in", "/cards")}`]: refusal(401, "session-ended", "登录已过期") });
    const until_ = new Date(Date.now() + 60_000).toISOString();
    const { page, close } = await openPage(`${over.url}${pageAt("platform/sign-in", "cards")}`, { session: SESSION, keeps: { "wecountry.card": JSON.stringify({ person: "p2", name: "张老根", village: VILLAGE, until: until_, whos: { [VILLAGE]: ["villager", "household"] } }) } });
    await page.waitForURL(`${over.url}/**`);
    await until(page, () => localStorage.getItem("wecountry.card") === null || location.pathname === "/");
    expect(over.asked).not.toContain(`POST ${at("/refresh")}`);
    expect(over.asked.filter((each) => each.endsWith("/cards"))).toHaveLength(1);
    await close();
  });
  test("is printed by a cadre with a square code, and read in the largest letters", async () => {
    const seen = await openPage(`${server.url}${pageAt("platform/sign-in", "cards", HOUSE)}`, { session: { ...SESSION, whos: { [VILLAGE]: ["villager", "office:grid-worker"] } } });
    await seen.page.getByText("张老根").click();
    await seen.page.getByRole("button", { name: "印一张卡" }).click();
    await sees(seen.page, "ABCDE-FGHJK");
    expect(await seen.page.getByRole("img", { name: "卡上的方块码" }).locator("path").getAttribute("d")).toMatch(/^M4 4h7/);
    await sound(seen);
    await seen.close();
    await soundInBoth(`${server.url}${CARD}`, { zh: "用为村卡登录", en: "Sign in with a card" });
    await soundInBoth(`${server.url}${pageAt("platform/sign-in", "cards")}`, { zh: "家里的为村卡", en: "household’s cards" }, { session: SESSION });
    await soundInBoth(`${server.url}${pageAt("platform/sign-in", "numbers")}`, { zh: "换了主人的手机号", en: "Numbers with a new owner" }, { session: SESSION });
  });
});

describe("two tabs whose session has ended", () => {
  test("renew it one after the other: no refresh token is shown twice, and the phone stays signed in", async () => {
    let good = 1;
    let stolen = 0;
    let busy = 0;
    const both = await server.with({
      [`GET ${own("platform/sign-in", "/cards")}`]: (_: string, headers: { cookie?: string }) => (good > 1 && headers.cookie?.includes("session=new") ? { body: { items: [card("active")], next: null } } : { status: 401, body: { type: "session-ended", status: 401, title: "" } }),
      // As the server does: a token shown a second time ends everything.
      [`POST ${at("/refresh")}`]: async (_: string, headers: { cookie?: string }) => {
        const token = /refresh=(\d+)/.exec(headers.cookie ?? "")?.[1] ?? "1";
        busy += 1;
        await new Promise((resolve) => { setTimeout(resolve, 150); });
        if (Number(token) !== good) { stolen += 1; return { status: 401, body: { type: "session-ended", status: 401, title: "" } }; }
        good += 1;
        return { body: { done: true }, cookies: [`refresh=${good}; Path=/`, "session=new; Path=/"] };
      },
    });
    const one = await openPage(`${both.url}/`, { session: SESSION });
    const two = await one.page.context().newPage();
    const address = `${both.url}${pageAt("platform/sign-in", "cards")}`;
    await Promise.all([one.page.goto(address), two.goto(address)]);
    await Promise.all([sees(one.page, "张老根"), sees(two, "张老根")]);
    expect([stolen, good > 1, busy >= 1]).toEqual([0, true, true]);
    await one.close();
  });
});
