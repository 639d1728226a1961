import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, sound, soundInBoth } from "../pages.ts";

const SEARCH = "platform/search";
const N = "affairs/notices";
const hit = (title: string, words: string, id: string) => ({ feature: N, title, words, where: `${N}/01JNTCE000000000000000000${id}`, at: "2026-04-30T02:00:00.000Z" });
const FOUND = { items: [hit("明早停水", "水库放水，八点到十二点停水。", "1")], narrow: false, next: null, places: [N] };
const ANSWERS: Answers = { ...CALM, [`GET ${open(SEARCH, "/recent")}`]: { items: [hit("明早停水", "水库放水", "1"), hit("三组修渠", "星期六一起修", "2")] }, [`POST ${own(SEARCH)}`]: FOUND };
const site = servedPages(ANSWERS);
const box = (server: { readonly url: string } = site, sought = ""): string => `${server.url}/v/${VILLAGE}/all${sought ? `?q=${encodeURIComponent(sought)}` : ""}`;

describe("the box", () => {
  test("suggests what is new, and finds by pinyin what the village published and the function it belongs to", async () => {
    const seen = await openPage(box());
    await sees(seen.page, "三组修渠");
    await seen.page.locator("#seek").fill("gonggao tingshui");
    await sees(seen.page, "您是不是要找");
    await sees(seen.page, "明早停水");
    await sees(seen.page, "八点到十二点停水");
    expect(await seen.page.locator(`a[href$="${FOUND.items[0]!.where}"]`).count()).toBe(1);
    expect(seen.page.url()).toContain("?q=gonggao");
    await sound(seen);
    await seen.close();
  });
  test("still finds functions, and what this phone has seen, when the village does not answer", async () => {
    const silent = await site.with({ [`POST ${own(SEARCH)}`]: () => ({ status: 503, body: { type: "busy", status: 503, title: "忙" } }) });
    const seen = await openPage(box(silent, "修渠"));
    await sees(seen.page, "只在这部手机见过的里面找");
    await sees(seen.page, "星期六一起修");
    await seen.page.locator("#seek").fill("公告");
    await sees(seen.page, "公告");
    expect(await seen.page.locator(`a[href$="/${N}"]`).count()).toBe(1);
    await seen.close();
  });
  test("says so when nothing fits, with what is new instead", async () => {
    const empty = await site.with({ [`POST ${own(SEARCH)}`]: { items: [], narrow: false, next: null, places: [] } });
    const seen = await openPage(box(empty, "飞机票"));
    await sees(seen.page, "没有找到");
    await sees(seen.page, "三组修渠");
    expect(empty.asked).toContain(`POST ${own(SEARCH)}`);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone, and leads here from its own address", async () => {
    await soundInBoth(`${site.url}/v/${VILLAGE}/${SEARCH}?q=ts`, { zh: "明早停水", en: "Did you mean" });
  });
});
