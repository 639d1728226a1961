import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const R = "circle/replies";
const HEAD = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const HELD = { id: "01JREPY0000000000000000009", words: "收土鸡，打我电话 13900001111", media: [], at: "2026-05-01T03:00:00.000Z", name: "老陈", visitor: true, office: null, author: false, mine: false, state: "held", where: "circle/posts/01JPXST0000000000000000001", heldFor: ["number"], reason: null, version: 1 };
const ANSWERS: Answers = {
  ...CALM, [`GET ${own(R, "/mine")}`]: { items: [{ ...HELD, words: "真好看", mine: true, state: "said", heldFor: [] }], next: null }, [`GET ${own(R, "/held")}`]: { items: [HELD], next: null }, [`POST ${own(R, `/${HELD.id}/remove`)}`]: { ...HELD, state: "removed" },
  [`GET ${own(R, `/${HELD.id}`)}`]: { ...HELD, state: "said" },
};
const site = servedPages(ANSWERS);

describe("replies by themselves", () => {
  test("what I said is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${site.url}${pageAt(R)}`, { zh: "真好看", en: "真好看" }, { session: HEAD });
  });
  test("an office looks at a guest's reply with a number in it, and takes it down with a reason", async () => {
    const seen = await openPage(`${site.url}${pageAt(R, "held")}`, { session: HEAD });
    await sees(seen.page, "有号码");
    await sound(seen);
    await seen.page.getByRole("button", { name: "拿掉" }).click();
    await seen.page.getByLabel("为什么拿掉").fill("广告");
    await seen.page.getByRole("button", { name: "拿掉" }).click();
    await sees(seen.page, "已拿掉");
    expect(site.asked).toContain(`POST ${own(R, `/${HELD.id}/remove`)}`);
    await seen.close();
  });
  test("one has an address of its own, which leads to what it is about", async () => {
    const seen = await openPage(`${site.url}${pageAt(R, HELD.id)}`);
    await sees(seen.page, "收土鸡");
    await sound(seen);
    expect(await seen.page.getByRole("link", { name: "看说的是什么" }).getAttribute("href")).toBe(pageAt("circle/posts", "01JPXST0000000000000000001"));
    await seen.close();
  });
});
