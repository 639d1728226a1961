import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { ROAD } from "../../affairs/notices/page-sample.ts";
import { open, own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";

const F = "platform/paper";
const SECRETARY = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const FOOT = { code: "7K2M9QAB", fingerprint: "4T7Q 9WKD 2MXA", edition: 3, at: "2026-05-01T02:00:00.000Z", address: `https://we.example/v/${VILLAGE}/platform/paper/7K2M9QAB` };
const SHEET = { verdict: "current", fingerprint: FOOT.fingerprint, edition: 3, printedFirst: "2026-04-30T02:00:00.000Z", since: "2026-04-30T02:00:00.000Z", now: null, prints: 4, title: ROAD.title, where: "affairs/notices/x" };
const POCKET = { village: { id: VILLAGE, names: { zh: "青山村", en: "Qingshan" }, }, onDuty: "王建国", helpPhone: "0737-1234567", emergencyPhone: "119", answers: ["sms", "link"], address: `https://we.example/v/${VILLAGE}` };
const check = (code: string): string => `GET ${own(F, `/${code}`)}`;
const printed: string[] = [];
const server = servedPages({
  ...CALM, [`GET ${open(F, "/pocket")}`]: POCKET, [check("7K2M9QAB")]: SHEET, [check("0K0D2222")]: { ...SHEET, verdict: "older", now: { edition: 5, since: "2026-05-01T02:00:00.000Z" } },
  [check("H1DD3N00")]: { ...SHEET, verdict: "withdrawn", title: null, where: null }, [`POST ${own(F)}`]: (body: string) => { printed.push(body); return { body: FOOT }; },
  [`GET ${own(F, "/log")}`]: { items: [{ id: "01JPPR00000000000000000001", code: FOOT.code, of: "affairs/notices", thing: "x", edition: 3, at: FOOT.at, name: "王建国", office: "office:secretary" }], next: null },
  [`GET ${open("affairs/notices", `/${ROAD.id}`)}`]: ROAD,
});
/** Presses a print button; the printer itself is the page's own stand-in, so that no dialog opens. */
const press = async (page: Awaited<ReturnType<typeof openPage>>["page"], label = "打印"): Promise<void> => {
  await page.evaluate(() => { globalThis.print = () => { document.body.dataset["printed"] = "yes"; }; });
  await page.getByRole("button", { name: new RegExp(`^${label}`) }).click();
  await expect.poll(() => page.evaluate(() => document.body.dataset["printed"])).toBe("yes");
};

describe("somebody before the wall", () => {
  test("types the code as it looks to them, and is told that the sheet is out of date and which one stands now", async () => {
    const seen = await openPage(`${server.url}${pageAt(F)}`);
    await seen.page.getByLabel("纸上的编号").fill("okod");
    await seen.page.getByRole("button", { name: "核对", exact: true }).click();
    await sees(seen.page, "编号是8位字母和数字");
    await seen.page.getByLabel("纸上的编号").fill("okod 2222");
    await sound(seen);
    await seen.page.getByRole("button", { name: "核对", exact: true }).click();
    await sees(seen.page, "旧了");
    await sees(seen.page, "纸上是第3版，现在是第5版");
    await sound(seen);
    await seen.close();
  });
  test("sees the fingerprint to compare with, and what was withdrawn without what it said", async () => {
    const { page, close } = await openPage(`${server.url}${pageAt(F, "7K2M9QAB")}`);
    await sees(page, "4T7Q 9WKD 2MXA");
    expect(await page.getByRole("link", { name: "看现在的" }).count()).toBe(1);
    await page.goto(`${server.url}${pageAt(F, "H1DD3N00")}`);
    await sees(page, "已撤回");
    expect([await page.getByText(ROAD.title).count(), await page.getByRole("link", { name: "看现在的" }).count()]).toEqual([0, 0]);
    await close();
  });
  test("is told plainly when the code is not known here", async () => {
    await soundInBoth(`${server.url}${pageAt(F, "NNNNNNNN")}`, { zh: "本村没有这个编号", en: "not known here" });
  });
});

describe("a page that is printed", () => {
  test("asks for its code only then, and carries it in its foot: a notice", async () => {
    printed.length = 0;
    const seen = await openPage(`${server.url}${pageAt("affairs/notices", ROAD.id)}`);
    await sees(seen.page, ROAD.title);
    expect(printed).toEqual([]);
    await press(seen.page);
    expect(JSON.parse(printed[0]!)).toEqual({ of: "affairs/notices", thing: ROAD.id });
    await seen.page.emulateMedia({ media: "print" });
    const foot = seen.page.locator(".notice .twin");
    expect(await foot.innerText()).toMatch(/7K2M 9QAB[^]*4T7Q 9WKD 2MXA[^]*第3版 · 2026-05-01 10:00/);
    expect(await foot.locator("svg").boundingBox()).toMatchObject({ width: expect.closeTo(90.7, 0) as number });
    expect(seen.errors).toEqual([]);
    await seen.close();
  });
  test("prints without a code when no answer comes, and says so on the paper", async () => {
    const without = await server.with({ [`GET ${open("affairs/notices", `/${ROAD.id}`)}`]: ROAD, [`POST ${own(F)}`]: refusal(503, "busy", "现在人多") });
    const { page, close } = await openPage(`${without.url}${pageAt("affairs/notices", ROAD.id)}`);
    await sees(page, ROAD.title);
    await press(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".twin").innerText()).toContain("这张纸没有编号");
    await close();
  });
});

describe("for the wall and the pocket", () => {
  test("the wall sheet has the order of the home: the warning, whom to call, what is on", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, "wall")}`);
    await sees(seen.page, "0737-1234567");
    await sound(seen);
    await press(seen.page);
    expect(await seen.page.locator(".wall .twin").count()).toBe(1);
    const text = await seen.page.locator(".wall").innerText();
    expect(text.indexOf("今天没有预警")).toBeGreaterThan(-1);
    expect(text.indexOf("0737-1234567")).toBeGreaterThan(text.indexOf("今天没有预警"));
    await seen.close();
  });
  test.each([["zh", "马上走", "打印"], ["en", "leave at once", "Print"]] as const)("four pocket cards stand whole on one A4 sheet, each with the words, the numbers and the code (%s)", async (language, says, label) => {
    const seen = await openPage(`${server.url}${pageAt(F, "card")}`, { language });
    await sees(seen.page, says);
    await sound(seen);
    await press(seen.page, label);
    await seen.page.emulateMedia({ media: "print" });
    const boxes = await seen.page.locator(".pocket").evaluateAll((all) => all.map((each) => { const box = each.getBoundingClientRect(); return [Math.round(box.width), Math.round(box.height), each.scrollHeight <= each.clientHeight + 1]; }));
    expect(boxes).toEqual([1, 2, 3, 4].map(() => [397, 559, true]));
    for (const card of await seen.page.locator(".pocket").all()) expect(await card.innerText()).toMatch(/0737-1234567[^]*119[^]*2 4[^]*7K2M 9QAB/);
    await seen.close();
  });
  test("an office reads who printed what", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, "log")}`, { session: SECRETARY });
    await sees(seen.page, "王建国");
    await sound(seen);
    await seen.close();
  });
});
