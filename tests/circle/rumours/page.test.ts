import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const R = "circle/rumours";
const id = "01JRVM0000000000000000000A";
const at = new Date(Date.now() - 7_200_000).toISOString();
const DAM = { id, state: "asked", words: "听说水库要塌了，真的吗", media: [], at, askers: 3, verifier: { name: "王建国", office: "secretary" }, answer: null, version: 2 };
const BARE = { name: "王建国", office: "secretary", words: "没有的事", media: [], papers: [], at, bare: true };
const VILLAGER = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager"] } };
const SECRETARY = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const server = servedPages({ ...CALM, [`GET ${open(R)}`]: { items: [{ ...DAM, state: "answered", answer: BARE }], next: null }, [`GET ${open(R, `/${id}`)}`]: DAM, [`POST ${own(R)}`]: { ...DAM, joined: true } });

describe("rumours", () => {
  test("are read with what the village says of them, in the largest letters and both languages", async () => {
    await soundInBoth(`${server.url}${pageAt(R)}`, { zh: "没有凭据", en: "without evidence" });
  });
  test("asked again join the question that stands, and say who looks into it", async () => {
    const seen = await openPage(`${server.url}${pageAt(R, "new")}`, { session: VILLAGER });
    await seen.page.getByLabel("听到了什么").fill("水库是不是要塌了");
    await seen.page.getByRole("button", { name: "问村里" }).click();
    await sees(seen.page, "有人问过一样的");
    await sees(seen.page, "王建国正在查");
    await sound(seen);
    await seen.close();
  });
  test("are answered by an office with the paper it rests on", async () => {
    const { sent, listening } = await server.catching(`POST ${own(R, `/${id}/answer`)}`, DAM);
    const seen = await openPage(`${listening.url}${pageAt(R, id)}`, { session: SECRETARY });
    await seen.page.getByRole("button", { name: "写回答" }).click();
    await seen.page.getByLabel("查到的是什么").fill("上周才检查过");
    await seen.page.getByLabel("凭什么").fill("水库检查报告");
    await seen.page.getByLabel("在哪儿能看到").fill("公开栏第三张");
    await sound(seen);
    await seen.page.getByRole("button", { name: "答给大家" }).click();
    await sees(seen.page, "写回答");
    expect(sent).toEqual([{ media: [], words: "上周才检查过", papers: [{ title: "水库检查报告", where: "公开栏第三张" }] }]);
    await seen.close();
  });
});
