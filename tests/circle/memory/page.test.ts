import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const M = "circle/memory";
const ID = "01JMEM00000000000000000001";
const LI = { person: "p1", name: "李秀英", whos: { [VILLAGE]: ["villager", "household"] } };
const DAM = {
  id: ID, state: "described", kind: "story", title: "一九七五年修水库", words: "那年冬天，全村人挑土。", media: [], year: 1975, about: "nobody", audience: "village", brought: "public", name: "张桂花", at: "2026-05-01T01:00:00.000Z", mine: true, version: 2,
  parts: [{ id: "01JPART0000000000000000001", name: "李有田", words: "我挑了三个月。", media: [], at: "2026-05-01T03:00:00.000Z" }],
};
const ANSWERS: Answers = {
  ...CALM, [`GET ${open(M)}`]: { items: [DAM], next: null }, [`GET ${own(M, "/village")}`]: { items: [DAM], next: null }, [`GET ${own(M, `/${ID}`)}`]: DAM, [`POST ${own(M, `/${ID}/show`)}`]: { ...DAM, state: "shown", audience: "public", version: 3 }, [`POST ${own(M)}`]: DAM,
};
const site = servedPages(ANSWERS);

describe("the village's memory", () => {
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${site.url}${pageAt(M)}`, { zh: "1975年前后", en: "about 1975" });
  });
  test("shows what people say, and its giver decides who sees it", async () => {
    const seen = await openPage(`${site.url}${pageAt(M, ID)}`, { session: LI });
    await sees(seen.page, "我挑了三个月");
    await sound(seen);
    await seen.page.getByRole("button", { name: "外面的人也能看" }).click();
    await expect.poll(() => site.asked).toContain(`POST ${own(M, `/${ID}/show`)}`);
    await seen.close();
  });
  test("asks how a living person agreed before their story is given, and a picture where one is to be recognised", async () => {
    const { sent, listening } = await site.catching(`POST ${own(M)}`, DAM);
    const seen = await openPage(`${listening.url}${pageAt(M, "new")}`, { session: LI });
    await seen.page.getByLabel("叫什么").fill("老王借钱");
    await seen.page.getByRole("button", { name: "放上去" }).click();
    await sees(seen.page, "请放一张照片");
    await seen.page.getByLabel("老故事").click();
    await seen.page.getByLabel("说一说").fill("那年他借了五块钱。");
    await seen.page.getByLabel("还在世的人").click();
    await seen.page.getByLabel("他答应了吗").fill("当面问过");
    await sound(seen);
    await seen.page.getByRole("button", { name: "放上去" }).click();
    await sees(seen.page, "看全部");
    expect(sent).toEqual([{ kind: "story", title: "老王借钱", words: "那年他借了五块钱。", media: [], audience: "village", about: "living", consent: "当面问过" }]);
    await seen.close();
  });
});
