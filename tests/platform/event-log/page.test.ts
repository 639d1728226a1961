import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { open, pageAt, sound, soundInBoth } from "../pages.ts";
import { ANSWERS, CHAIN, OFFICER, SESSION } from "../villages/page-sample.ts";

const LOG = pageAt("platform/event-log");

const server = servedPages(ANSWERS);

describe("the record", () => {
  test("tells everybody what changed, and that nobody touched it", async () => {
    const seen = await openPage(`${server.url}${LOG}`);
    await sees(seen.page, "发布了公告");
    await sees(seen.page, "没有断");
    expect(await seen.page.getByText("由村支书").count()).toBe(1);
    await sound(seen);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${LOG}`, { zh: "发布了公告", en: "A notice was published" }, { session: SESSION });
  });
  test("tells me who opened my household's record", async () => {
    const { page, close } = await openPage(`${server.url}${LOG}`, { session: SESSION });
    await page.getByRole("link", { name: "和我有关的" }).click();
    await sees(page, "有人打开了一户的资料");
    expect(await page.getByText("由网格员").count()).toBe(1);
    await close();
  });
  test("shows a break in red and in words", async () => {
    const broken = await server.with({ [`GET ${open("platform/event-log", "/chain")}`]: { ...CHAIN, broken: true, faults: [{ row: "EVENT#1", what: "changed" }] } });
    const seen = await openPage(`${broken.url}${LOG}`);
    await seen.page.getByRole("alert").getByText("断了：有人动过记录").waitFor();
    expect(await seen.page.locator(".card.bad").count()).toBe(1);
    await sound(seen);
    await seen.close();
  });
  test("names who did it only to those whose post is to look", async () => {
    const { page, close } = await openPage(`${server.url}${LOG}/all`, { session: OFFICER });
    await sees(page, "周主任 · 县负责人");
    expect(await page.getByText("刚写下，还没连上").count()).toBe(1);
    await close();
  });
});
