import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";
import { ANSWERS, OFFICER, PREVIEW, SECOND, SESSION } from "./page-sample.ts";

const HOW = pageAt("platform/villages");
const route = (path: string): string => own("platform/villages", path);

const server = servedPages(ANSWERS);

describe("how our village does it", () => {
  test("is read by everybody, what was loosened first", async () => {
    const seen = await openPage(`${server.url}${HOW}`, { session: SESSION });
    await sees(seen.page, "4月1日放宽了，公开90天");
    expect(await seen.page.locator("main .card").first().innerText()).toContain("必看公告");
    expect(await seen.page.getByText("30天").count()).toBe(1);
    expect(await seen.page.getByRole("button", { name: /^改/ }).count()).toBe(0);
    await sound(seen);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${HOW}`, { zh: "小村用简单的办法", en: "A small village" });
  });
  test("a secretary settles a habit in days, and learns when it is looser than before", async () => {
    const { sent, listening } = await server.catching(`PUT ${route("/settings")}`, { setting: "x", loosened: true });
    const seen = await openPage(`${listening.url}${HOW}`, { session: OFFICER });
    await seen.page.getByRole("button", { name: "改 改资料的申请" }).click();
    await seen.page.getByRole("button", { name: "多一个" }).click();
    await sound(seen);
    await seen.page.getByRole("button", { name: "定下" }).click();
    await sees(seen.page, "这是放宽");
    expect(sent).toEqual([{ setting: "affairs/households.answerWithin", value: 31 * 86_400_000 }]);
    await seen.close();
  });
});

describe("the roll", () => {
  const choose = async (url: string, text: Buffer) => {
    const seen = await openPage(`${url}${HOW}/roll`, { session: OFFICER });
    await seen.page.locator("input[type=file]").setInputFiles({ name: "名册.csv", mimeType: "text/csv", buffer: text });
    return seen;
  };
  test("is looked at before it is taken in, and wrong lines are named", async () => {
    const seen = await choose(server.url, Buffer.from("门牌,姓名\n1,张三\n"));
    await sees(seen.page, "第7行：手机号不对");
    await sees(seen.page, "不认识的列，没有用：备注");
    await sound(seen);
    await seen.page.getByRole("button", { name: "收进来" }).click();
    await sees(seen.page, "都收好了");
    expect(server.asked).toContain(`POST ${route("/roll")}`);
    await seen.close();
  });
  test("as a Chinese spreadsheet saves it is read too", async () => {
    const sent: { csv: string }[] = [];
    const listening = await server.with({ [`POST ${route("/roll/preview")}`]: (body: string) => { sent.push(JSON.parse(body) as { csv: string }); return { body: PREVIEW }; } });
    const { page, close } = await choose(listening.url, Buffer.from([0xc3, 0xc5, 0xc5, 0xc6, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a]));
    await sees(page, "第7行");
    expect(sent[0]!.csv).toBe("门牌,姓名\n");
    await close();
  });
  test("without a column for names is refused in words, and another can be chosen", async () => {
    const strict = await server.with({ [`POST ${route("/roll/preview")}`]: refusal(422, "wrong-field", "没有找到“姓名”这一列", { field: "csv" }) });
    const { page, close } = await choose(strict.url, Buffer.from("门牌\n1\n"));
    await sees(page, "没有找到“姓名”这一列");
    expect(await page.locator("input[type=file]").count()).toBe(1);
    await close();
  });
});

describe("the operator", () => {
  test("opens a village with its secretary and goes on to its roll", async () => {
    const seen = await openPage(`${server.url}/r/platform/villages`, { session: SECOND });
    await seen.page.getByRole("link", { name: "开一个村" }).click();
    await seen.page.getByRole("button", { name: "开通" }).click();
    await sees(seen.page, "这里要填一下");
    for (const [label, value] of [["行政区划代码", "431228103206"], ["中文名", "河边村"], ["英文名", "Hebian"], ["村支书姓名", "李强"], ["村支书手机号", "13800002001"]] as const) await seen.page.getByLabel(label).fill(value);
    await sound(seen);
    await seen.page.getByRole("button", { name: "开通" }).click();
    await sees(seen.page, "河边村开通了");
    expect(await seen.page.getByRole("link", { name: "去收名册" }).getAttribute("href")).toBe("/v/431228103206/platform/villages/roll");
    await seen.close();
  });
  test("a secretary chooses at most six doors and what is on", async () => {
    const { sent, listening } = await server.catching(`PUT ${route("/functions")}`, { done: true });
    const seen = await openPage(`${listening.url}${HOW}/functions`, { session: OFFICER });
    await seen.page.getByRole("group", { name: "开着的功能" }).getByLabel("客人留言").uncheck();
    await sound(seen);
    await seen.page.getByRole("button", { name: "定下" }).click();
    await expect.poll(() => sent).toEqual([{ off: ["circle/guestbook"], doors: [] }]);
    await seen.close();
  });
});
