import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";
import { ANSWERS, HOUSE, SESSION } from "./page-sample.ts";

const L = "cadres/linked-households";
const PAGE = pageAt(L);
const PARTY = /党|支部|Party|branch/;
const server = servedPages(ANSWERS);
const plain = servedPages(ANSWERS, "plain-village");

test("a household reads that no one is near, and may ask for another person", async () => {
  const seen = await openPage(`${server.url}${PAGE}`, { session: SESSION });
  await sees(seen.page, "王德明 不在村里：现在身边没有人，村里会安排");
  expect(await seen.page.getByRole("heading", { level: 1 }).textContent()).toBe("党员联户");
  await sound(seen);
  await seen.page.getByRole("button", { name: "请换个人" }).click();
  await seen.page.getByRole("group").getByRole("button", { name: "请换个人" }).click();
  await expect.poll(() => server.asked).toContain(`POST ${own(L, "/l1/ask")}`);
  await seen.close();
});
test("is readable in the largest letters on the narrowest phone", async () => {
  await soundInBoth(`${server.url}${PAGE}`, { zh: "我照看的人家", en: "Households I look after" }, { session: SESSION });
});
test("the sheet for the wall has doors and names", async () => {
  const seen = await openPage(`${server.url}${PAGE}/wall`, { session: SESSION });
  await sees(seen.page, "2组 10号");
  expect(await seen.page.getByText("待安排").count()).toBe(1);
  await sound(seen);
  await seen.close();
});
test("the branch sees whom to cover, and asks somebody by name", async () => {
  const { sent, listening } = await server.catching(`POST ${own(L)}`, {});
  const seen = await openPage(`${listening.url}${PAGE}/board`, { session: SESSION });
  await sees(seen.page, "王德明 不在村里：身边没有人");
  await sound(seen);
  await seen.page.getByRole("link", { name: /2组 9号/ }).click();
  await seen.page.getByLabel("按名字找").fill("邓长根");
  await seen.page.getByRole("button", { name: "找", exact: true }).click();
  await seen.page.getByRole("button", { name: "请 邓长根" }).click();
  await expect.poll(() => sent).toEqual([{ household: HOUSE, person: "p7" }]);
  await seen.close();
});
test("where there is no Party, neighbours look after households and no page speaks of one", async () => {
  for (const language of ["zh", "en"] as const) {
    for (const [at, says] of [["", { zh: "邻里联户", en: "Neighbours who look after households" }], ["/board", { zh: "由村里安排", en: "arranged by the village" }], ["/wall", { zh: "谁照看哪户", en: "Who looks after which door" }]] as const) {
      const { page, close } = await openPage(`${plain.url}${PAGE}${at}`, { session: SESSION, language });
      await sees(page, says[language]);
      expect(await page.locator("main").textContent()).not.toMatch(PARTY);
      await close();
    }
  }
});
