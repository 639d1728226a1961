import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const S = "affairs/snaps";
const id = "01JSNAP000000000000000000A";
const PIPE = {
  id, state: "received", words: "水管裂了，一直流", place: "老井边上", house: "", spot: null, media: [], name: "", at: new Date(Date.now() - 7_200_000).toISOString(), promised: null, department: null, departmentHeld: false, fixed: null,
  followers: 2, joinedTo: null, reason: null, version: 1, mine: false, following: false,
};
const SECRETARY = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const server = servedPages({ ...CALM, [`GET ${open(S)}`]: { items: [PIPE], next: null }, [`GET ${own(S, "/all")}`]: { items: [PIPE], next: null }, [`GET ${own(S, `/${id}`)}`]: PIPE, [`POST ${own(S, `/${id}/pass`)}`]: { ...PIPE, state: "passed", department: "water" } });

describe("reports", () => {
  test("are read with their place in the largest letters, in both languages", async () => {
    await soundInBoth(`${server.url}${pageAt(S)}`, { zh: "老井边上", en: "Received" });
  });
  test("are made by a guest in one sentence, without pictures; nothing said at all is asked for", async () => {
    const { sent, listening } = await server.catching(`POST ${own(S)}`, { ...PIPE, mine: true });
    const seen = await openPage(`${listening.url}${pageAt(S, "new")}`);
    await sees(seen.page, "客人也能报");
    expect(await seen.page.getByText("拍照").count()).toBe(0);
    await seen.page.getByRole("button", { name: "报上去" }).click();
    await sees(seen.page, "这里要填一下");
    await seen.page.getByLabel("在哪儿").fill("老井边上");
    await sound(seen);
    await seen.page.getByRole("button", { name: "报上去" }).click();
    await sees(seen.page, "水管裂了");
    await expect.poll(() => sent).toEqual([{ media: [], showName: false, place: "老井边上" }]);
    await seen.close();
  });
  test("are passed on by an office to a department by its own name", async () => {
    const seen = await openPage(`${server.url}${pageAt(S, id)}`, { session: SECRETARY });
    await sees(seen.page, "收下");
    await sound(seen);
    await seen.page.getByRole("button", { name: "不归我们，转出去" }).click();
    await seen.page.getByLabel("转给谁").selectOption({ label: "水利局" });
    await seen.page.getByRole("button", { name: "不归我们，转出去" }).click();
    await sees(seen.page, "收下");
    expect(server.asked).toContain(`POST ${own(S, `/${id}/pass`)}`);
    await seen.close();
  });
});
