import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "circle/lost-found";
const session = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager"] } };
const officer = { person: "p2", name: "陈书记", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const LOST = {
  id: "01JLST000000000000000000AA", kind: "person", age: "child", what: "豆豆", words: "6岁，红棉袄，短头发", media: [], lastPlace: "村小学门口", lastAt: null, at: "2026-05-01T00:00:00.000Z", by: "李秀英", mine: false,
  state: "seen", confirmed: null, sightings: [{ id: "01JLST000000000000000000AB", place: "水库边的路上", words: "一个人往东走", media: [], at: "2026-05-01T00:20:00.000Z", name: "周木匠" }], seen: 1, sightingsHidden: false, reason: null, version: 2,
};
const COW = { ...LOST, id: "01JLST000000000000000000AC", kind: "animal", age: null, what: "黄牛，左耳缺一块", words: "", sightings: [], seen: 0, state: "open", lastPlace: "河滩" };
const server = servedPages({
  ...CALM, [`GET ${own(F)}`]: { items: [COW, LOST], next: null }, [`GET ${own(F, `/${LOST.id}`)}`]: LOST,
  [`POST ${own(F, `/${LOST.id}/see`)}`]: LOST, [`POST ${own(F, `/${LOST.id}/confirm`)}`]: { ...LOST, confirmed: { office: "office:secretary", at: LOST.at } },
});
const plain = servedPages(CALM, "plain-village");

describe("a village that looks for a child", () => {
  test("finds the child above the cow, marked not yet confirmed, in the largest letters too", async () => {
    await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "还没有核实", en: "not yet confirmed" }, { session });
    const { page, close } = await openPage(`${server.url}${pageAt(F)}`, { session });
    await sees(page, "豆豆");
    expect(await page.locator(".list .line").first().innerText()).toContain("豆豆");
    await close();
  });
  test("a neighbour reads where it was last seen and says so in place when they see it", async () => {
    const { sent, listening } = await server.catching(`POST ${own(F, `/${LOST.id}/see`)}`, LOST);
    const seen = await openPage(`${listening.url}${pageAt(F, LOST.id)}`, { session });
    await sees(seen.page, "水库边的路上");
    await sound(seen);
    expect(await seen.page.getByRole("button", { name: "我核实过" }).count()).toBe(0);
    await seen.page.getByRole("button", { name: "我好像看见了" }).click();
    await seen.page.getByLabel("在哪里看见的").fill("桥头");
    await seen.page.getByRole("button", { name: "告诉大家" }).click();
    await sees(seen.page, "谢谢，已经送到了");
    expect(sent).toEqual([{ place: "桥头", media: [] }]);
    await seen.close();
  });
  test("a cadre confirms with one press", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, LOST.id)}`, { session: officer });
    await seen.page.getByRole("button", { name: "我核实过" }).click();
    await expect.poll(() => server.asked).toContain(`POST ${own(F, `/${LOST.id}/confirm`)}`);
    await seen.close();
  });
  test("whoever misses somebody has the police of this region one press away", async () => {
    for (const [at, number] of [[server, "110"], [plain, "112"]] as const) {
      const seen = await openPage(`${at.url}${pageAt(F, "new")}`, { session });
      await seen.page.getByText("人", { exact: true }).click();
      expect(await seen.page.getByRole("link", { name: `打${number}` }).getAttribute("href")).toBe(`tel:${number}`);
      await sees(seen.page, `先打${number}`);
      await sound(seen);
      await seen.close();
    }
  });
});
