import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, FIX, HOUSE, OFFICER, SESSION, SHUT } from "./page-sample.ts";

const HOUSES = pageAt("affairs/households");
const route = (path: string): string => own("affairs/households", path);

const server = servedPages(ANSWERS);

describe("one's own household", () => {
  test("says with one tick who does not sleep at home tonight", async () => {
    const { sent, listening } = await server.catching(`PUT ${route("/mine/sleeping")}`, ANSWERS[`GET ${route("/mine")}`]);
    const seen = await openPage(`${listening.url}${HOUSES}`, { session: SESSION });
    await sees(seen.page, "晚上在家住 2 人");
    await sound(seen);
    await seen.page.getByLabel(/张老根/).uncheck();
    await sees(seen.page, "晚上在家住 1 人");
    await seen.page.getByRole("button", { name: "记下" }).click();
    await sees(seen.page, "记下了：1 人在家睡");
    expect(sent).toEqual([{ people: [{ person: "p1", sleepsHere: true }, { person: "p2", sleepsHere: false }, { person: "p3", sleepsHere: false }] }]);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${HOUSES}`, { zh: "今晚谁在家睡", en: "Who sleeps at home tonight" }, { session: SESSION });
  });
  test("in elder mode has one thing a page: what is held stands on its own", async () => {
    const seen = await openPage(`${server.url}${HOUSES}/held`, { session: SESSION, mode: "elder", size: "30", width: 320, height: 568 });
    await sees(seen.page, "村里记的就是这些");
    expect(await seen.page.getByText("1941年生").count()).toBe(1);
    await sound(seen, 60);
    await seen.close();
  });
  test("sees who looked and what for, and why a change was not made", async () => {
    const { page, close } = await openPage(`${server.url}${HOUSES}`, { session: SESSION });
    await sees(page, "没有改：户口本没有改");
    await page.getByRole("link", { name: "谁看过我家的资料" }).click();
    await sees(page, "网格员 李大姐");
    expect(await page.getByText("为了上门看望").count()).toBe(1);
    await close();
  });
  test("asks for a year of birth to be put right", async () => {
    const { sent, listening } = await server.catching(`POST ${route("/corrections")}`, FIX);
    const seen = await openPage(`${listening.url}${HOUSES}/correct`, { session: SESSION });
    await seen.page.getByText("改出生年").click();
    await seen.page.getByText("张小宇").click();
    await seen.page.getByLabel("哪年生的").fill("2005");
    await sound(seen);
    await seen.page.getByRole("button", { name: "请村里改" }).click();
    await sees(seen.page, "今晚谁在家睡");
    expect(sent).toEqual([{ change: { what: "born", person: "p3", bornIn: 2005 } }]);
    await seen.close();
  });
});

describe("an office", () => {
  test("opens a household's record only after saying what for", async () => {
    const { sent, listening } = await server.catching(`POST ${route(`/${HOUSE}/look`)}`, SHUT);
    const seen = await openPage(`${listening.url}${HOUSES}/all`, { session: OFFICER });
    await sees(seen.page, "1人要照顾");
    await sound(seen);
    await seen.page.getByRole("link", { name: /门牌 7/ }).click();
    await sees(seen.page, "这家人会看到");
    expect(await seen.page.getByText("张老根").count()).toBe(0);
    await seen.page.getByText("上门看望").click();
    await seen.page.getByRole("button", { name: "打开" }).click();
    await sees(seen.page, "张老根");
    expect(sent).toEqual([{ purpose: "care" }]);
    expect(await seen.page.getByText("卧床").count()).toBe(0);
    await seen.page.getByRole("button", { name: "看需要照顾的情况" }).click();
    await seen.page.getByLabel("写一句为了什么").fill("送药");
    await seen.page.getByRole("button", { name: "看需要照顾的情况" }).click();
    await sees(seen.page, "卧床");
    await sound(seen);
    await seen.close();
  });
  test("says how it made sure of what a household asked for", async () => {
    const seen = await openPage(`${server.url}${HOUSES}/corrections`, { session: OFFICER });
    await seen.page.getByRole("button", { name: "核对过了" }).click();
    await seen.page.getByText("上门看过", { exact: true }).click();
    await sees(seen.page, "已经核对过，等着改 · 上门看过");
    await sound(seen);
    await seen.close();
  });
  test("asks that a son founds a household of his own: who goes, where, and who leads", async () => {
    const { sent, listening } = await server.catching(`POST ${route(`/${HOUSE}/corrections`)}`, FIX);
    const seen = await openPage(`${listening.url}${HOUSES}/${HOUSE}`, { session: OFFICER, width: 320 });
    await seen.page.getByText("核对资料").click();
    await seen.page.getByRole("button", { name: "打开" }).click();
    await seen.page.getByText("分家", { exact: true }).click();
    await seen.page.getByRole("group", { name: "哪些人？" }).getByText("张海燕").click();
    await seen.page.getByRole("group", { name: "哪些人？" }).getByText("张小宇").click();
    await seen.page.getByLabel("新门牌").fill("7b");
    await seen.page.getByRole("group", { name: "新家谁当户主？" }).getByText("张海燕").click();
    await seen.page.getByLabel("怎么知道的").fill("上门问过");
    await sound(seen);
    await seen.page.getByRole("button", { name: "请村里改" }).click();
    await expect.poll(() => sent).toEqual([{ change: { what: "split", people: ["p1", "p3"], no: "7b", group: "一组", lead: "p1" }, why: "上门问过" }]);
    await seen.close();
  });
  test("changes with one press what a household asked for", async () => {
    const { page, close } = await openPage(`${server.url}${HOUSES}/corrections`, { session: OFFICER });
    await page.getByRole("button", { name: "改过来" }).click();
    await sees(page, "已经改好");
    expect(server.asked).toContain(`POST ${route(`/${FIX.id}/accept`)}`);
    await close();
  });
});
