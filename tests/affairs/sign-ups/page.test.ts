import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "affairs/sign-ups";
const session = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager"] } };
const line = (n: number, name: string, count: number, more: object = {}) => ({ id: `01JSGN00000000000000000A0${n}`, name, count, note: "", helper: null, mine: false, waiting: false, ...more });
const LIST = {
  id: "01JSGN000000000000000000AA", title: "谁家订鸡苗", words: "周五一早到村口", media: [], unit: "只", closesAt: "2026-05-20T00:00:00.000Z", limit: 40, closesWhenFull: false, groups: [], by: "陈大姐", mine: false, at: "2026-05-01T00:00:00.000Z",
  state: "open", lines: [line(1, "王婶", 20, { note: "要母鸡" }), line(2, "周爷爷", 15, { helper: "王婶" }), line(3, "李老师", 10, { waiting: true })], total: 35, waiting: 1, version: 4,
};
const server = servedPages({ ...CALM, [`GET ${own(F)}`]: { items: [LIST], next: null }, [`GET ${own(F, `/${LIST.id}`)}`]: LIST });

describe("a quick list", () => {
  test("is read in the largest letters: who, how many, who wrote it down, who waits", async () => {
    await soundInBoth(`${server.url}${pageAt(F, LIST.id)}`, { zh: "王婶代写", en: "written by 王婶" }, { session });
  });
  test("a helper adds a line for somebody without a phone, and the list prints without buttons", async () => {
    const { sent, listening } = await server.catching(`POST ${own(F, `/${LIST.id}/join`)}`, LIST);
    const seen = await openPage(`${listening.url}${pageAt(F, LIST.id)}`, { session });
    await seen.page.getByLabel(/谁要/).fill("张奶奶");
    await seen.page.getByLabel(/几只/).fill("5");
    await sound(seen);
    await seen.page.getByRole("button", { name: "接上" }).click();
    await expect.poll(() => sent).toEqual([{ name: "张奶奶", count: 5 }]);
    await seen.page.emulateMedia({ media: "print" });
    expect(await seen.page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    await seen.close();
  });
  test("nobody has opened one yet: the page invites to", async () => {
    const empty = await server.with({ [`GET ${own(F)}`]: { items: [], next: null } });
    const seen = await openPage(`${empty.url}${pageAt(F)}`, { session });
    await sees(seen.page, "谁要订鸡苗");
    await sound(seen);
    await seen.close();
  });
});
