import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";

const F = "affairs/door-codes";
const CODE = "abcd2345";
const HOUSE = "01JHSE00000000000000000007";
const SEEN = { as: "stranger", no: "7", villageNames: { zh: "青山村", en: "Qingshan" }, phone: "0737-1234567", emergency: "119", warnings: [], mayReport: false, house: null, summary: null };
const WARNED = { ...SEEN, mayReport: true, warnings: [{ id: "01JWRN00000000000000000001", colour: "red", hazard: "flood", drill: false, headline: { zh: "红色洪水预警", en: "Red flood warning" }, what: { zh: "马上去村小学", en: "Go to the school now" } }] };
const DUTY = { ...SEEN, as: "duty", house: HOUSE, summary: { group: "1", names: ["张海燕", "张老根"], sleeping: 2, vulnerable: ["bed-bound"], marks: ["river"], state: "ok" } };
const PLATE = { id: HOUSE, no: "7", group: "1", state: "issued", issuedAt: "2026-05-01T00:00:00.000Z", version: 1 };
const CADRE = { person: "p9", name: "李大姐", whos: { [VILLAGE]: ["villager", "office:grid-worker"] } };
const printed = (no: string, group: string) => ({ house: `${HOUSE.slice(0, -2)}${no.padStart(2, "0")}`, no, group, order: Number(no), state: "issued", code: CODE, address: `https://village.example/v/${VILLAGE}/affairs/door-codes/${CODE}` });
const ANSWERS: Answers = {
  ...CALM, [`POST ${own(F, "/scan")}`]: SEEN, [`GET ${own(F, "/mine")}`]: { plate: PLATE }, [`GET ${own(F)}`]: { items: [{ house: HOUSE, no: "7", group: "1", order: 1, plate: null, scans: 3 }], next: null },
  [`GET ${own(F, "/reports")}`]: { items: [], next: null }, [`GET ${own(F, "/sheet")}`]: { items: ["1", "2", "3", "4", "5"].map((no) => printed(no, Number(no) < 4 ? "1" : "2")), next: null },
  [`GET /open/platform/villages/villages/${VILLAGE}/facts`]: { id: VILLAGE, names: { zh: "青山村", en: "Qingshan" }, households: 41, residents: 152 },
};
const server = servedPages(ANSWERS);
const answering = (answer: unknown, more: Answers = {}) => server.with({ [`POST ${own(F, "/scan")}`]: answer, ...more });

describe("whoever scans a plate", () => {
  test("reads the house number and a greeting, in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${pageAt(F, CODE)}`, { zh: "您好！这里是青山村 7 号", en: "Welcome. This is Qingshan, no. 7" });
  });
  test("may say while a warning lasts that help is needed, and is told to call", async () => {
    const sent: unknown[] = [];
    const warned = await answering(WARNED, { [`POST ${own(F, "/report")}`]: (body: string) => { sent.push(JSON.parse(body)); return { body: { taken: true, emergency: "119" } }; } });
    const seen = await openPage(`${warned.url}${pageAt(F, CODE)}`);
    await sees(seen.page, "马上去村小学");
    await sound(seen);
    await seen.page.getByRole("button", { name: "这家要帮忙" }).click();
    await seen.page.getByRole("group").getByRole("button", { name: "这家要帮忙" }).click();
    await sees(seen.page, "报上去了");
    expect(sent).toEqual([{ code: CODE, fact: "help" }]);
    expect(await seen.page.getByRole("link", { name: /119/ }).count()).toBeGreaterThan(0);
    await seen.close();
    await warned.close();
  });
  test("with an old or unknown code is sent to the village office", async () => {
    const unknown = await answering(refusal(404, "not-found", "没有找到"));
    const seen = await openPage(`${unknown.url}${pageAt(F, "zzzzzzzz")}`);
    await sees(seen.page, "请问村里的办事人");
    await sound(seen);
    await seen.close();
    await unknown.close();
  });
});
describe("an office", () => {
  test("with duty here reads the household in short, and that the household is told", async () => {
    const duty = await answering(DUTY);
    const seen = await openPage(`${duty.url}${pageAt(F, CODE)}`, { session: CADRE });
    await sees(seen.page, "张老根");
    await sees(seen.page, "这家人会看到您看过");
    await sound(seen);
    await seen.close();
    await duty.close();
  });
  test("makes codes for the houses without one", async () => {
    const sent: unknown[] = [];
    const making = await server.with({ [`POST ${own(F)}`]: (body: string) => { sent.push(JSON.parse(body)); return { body: { issued: 1 } }; } });
    const seen = await openPage(`${making.url}${pageAt(F, "all")}`, { session: CADRE });
    await sees(seen.page, "没有码");
    await sound(seen);
    await seen.page.getByRole("button", { name: "给没有码的 1 户做码" }).click();
    await sees(seen.page, "做好了 1 个");
    expect(sent).toEqual([{ houses: [HOUSE] }]);
    await seen.close();
  });
  test("prints a group's plates, four on a sheet of A4, with nobody's name", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, "print")}`, { session: CADRE });
    await sees(seen.page, "帮忙电话");
    await sound(seen);
    expect(await seen.page.locator(".plate").count()).toBe(5);
    expect((await seen.page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
    await seen.page.getByText("2组", { exact: true }).first().click();
    expect(await seen.page.locator(".plate .number").allTextContents()).toEqual(["4", "5"]);
    expect(await seen.page.locator(".plate svg path").nth(1).getAttribute("d")).toMatch(/^M4 4h7v1h-7z/);
    await seen.close();
  });
});
