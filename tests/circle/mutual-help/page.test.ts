import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "circle/mutual-help";
const session = { person: "p1", name: "张奶奶", whos: { [VILLAGE]: ["villager"] } };
const offer = (n: number, name: string) => ({ id: `01JHLP00000000000000000A0${n}`, name, words: "下午三点来", media: [], at: "2026-05-01T01:00:00.000Z", mine: false, accepted: false });
const ASK = {
  id: "01JHLP000000000000000000AA", what: "抬个柜子", words: "一个人抬不动", media: [], when: "today", by: "张奶奶", group: "1", mine: true, at: "2026-05-01T00:00:00.000Z", state: "offered", offers: [offer(1, "周木匠"), offer(2, "李老师")], hours: null, thanks: "", address: "大樟树旁第三家", version: 3,
};
const server = servedPages({ ...CALM, [`GET ${own(F)}`]: { items: [ASK], next: null }, [`GET ${own(F, `/${ASK.id}`)}`]: ASK });

describe("a helping hand", () => {
  test("is asked for in the largest letters, one question a page", async () => {
    await soundInBoth(`${server.url}${pageAt(F, "new")}`, { zh: "要帮什么", en: "What is it" }, { session });
  });
  test("the one who asked accepts one of those who offered", async () => {
    const { sent, listening } = await server.catching(`POST ${own(F, `/${ASK.id}/accept`)}`, { ...ASK, state: "agreed" });
    const seen = await openPage(`${listening.url}${pageAt(F, ASK.id)}`, { session });
    await sees(seen.page, "地址：大樟树旁第三家");
    await sound(seen);
    await seen.page.getByRole("button", { name: "请他来" }).first().click();
    await expect.poll(() => sent).toEqual([{ offer: ASK.offers[0]!.id }]);
    await seen.close();
  });
  test("a neighbour offers with a sentence, and reads no house before", async () => {
    const theirs = await server.with({ [`GET ${own(F, `/${ASK.id}`)}`]: { ...ASK, mine: false, address: null }, [`POST ${own(F, `/${ASK.id}/offer`)}`]: { ...ASK, mine: false, address: null } });
    const seen = await openPage(`${theirs.url}${pageAt(F, ASK.id)}`, { session });
    await seen.page.getByRole("button", { name: "我来帮" }).click();
    await seen.page.getByLabel("几时来").fill("马上到");
    await sound(seen);
    expect(await seen.page.getByText("大樟树").count()).toBe(0);
    await seen.close();
  });
});
