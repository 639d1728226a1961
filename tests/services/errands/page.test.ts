import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "services/errands";
const session = { person: "p1", name: "张奶奶", whos: { [VILLAGE]: ["villager"] } };
const TRIP = {
  id: "01JERR000000000000000000AA", kind: "trip", what: "", words: "下午回来", media: [], from: "", to: "镇上", goesAt: "2026-05-10T00:00:00.000Z", care: "none", by: "小周", mine: false, carrying: false, at: "2026-05-01T00:00:00.000Z", state: "offered",
  carrier: null, sender: null, receiver: null, handed: null, code: null, version: 1,
};
const PILLS = { ...TRIP, id: "01JERR000000000000000000AB", kind: "fetch", what: "降压药", goesAt: null, care: "medicine", by: "张奶奶", mine: true, state: "taken", carrier: "小周", sender: "镇卫生院", receiver: "张奶奶", code: "4071" };
const server = servedPages({
  ...CALM, [`GET ${own(F)}`]: { items: [TRIP, PILLS], next: null }, [`GET ${own(F, "/point")}`]: { place: "小卖部", hours: "下午2点到6点", version: 1 }, [`GET ${own(F, `/${TRIP.id}`)}`]: TRIP, [`GET ${own(F, `/${PILLS.id}`)}`]: PILLS,
});

describe("errands", () => {
  test("stand in the largest letters: who goes to town, what is on its way, where parcels lie", async () => {
    await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "小周去镇上", en: "小周 goes to 镇上" }, { session });
  });
  test("who waits for medicines reads the code to say at the door, and both names", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, PILLS.id)}`, { session });
    await sees(seen.page, "4071");
    await sees(seen.page, "镇卫生院");
    await sound(seen);
    await seen.close();
  });
  test("a traveller is asked to bring medicines: both names are asked for", async () => {
    const { sent, listening } = await server.catching(`POST ${own(F, `/${TRIP.id}/give`)}`, TRIP);
    const seen = await openPage(`${listening.url}${pageAt(F, TRIP.id)}`, { session });
    await seen.page.getByLabel("捎什么").fill("降压药");
    await seen.page.getByText("药", { exact: true }).click();
    await seen.page.getByLabel("谁给的").fill("镇卫生院");
    await seen.page.getByLabel("谁收").fill("张奶奶");
    await sound(seen);
    await seen.page.getByRole("button", { name: "请他捎" }).click();
    await expect.poll(() => sent).toEqual([{ media: [], care: "medicine", what: "降压药", sender: "镇卫生院", receiver: "张奶奶" }]);
    await seen.close();
  });
});
