import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const V = "circle/family-voices";
const LINE = "01JKLN00000000000000000001";
const SESSION = { person: "p1", name: "刘奶奶", whos: { [VILLAGE]: ["villager", "household"] } };
const note = { id: "01JKNT00000000000000000001", from: "parent", words: "小雨，爸爸想你", media: [], at: "2026-06-10T08:00:00.000Z", heard: false };
const server = servedPages({
  ...CALM, [`GET ${own(V)}`]: { items: [{ id: LINE, child: "刘小雨", parent: "刘军", as: "child", last: { from: "parent", at: note.at }, fresh: true }], next: null },
  [`GET ${own(V, "/children")}`]: { items: [{ person: "01JKND00000000000000000001", name: "刘小雨" }] }, [`GET ${own(V, `/${LINE}/notes`)}`]: { items: [note], next: null },
  [`POST ${own(V, `/${LINE}/heard/${note.id}`)}`]: { done: true },
});

test("a grandmother reads in the largest letters that there is something new", async () => {
  await soundInBoth(`${server.url}${pageAt(V)}`, { zh: "有新的话", en: "something new" }, { session: SESSION });
});
test("she lets the child hear it, and the father can see that; the child answers", async () => {
  const { sent, listening } = await server.catching(`POST ${own(V, `/${LINE}/notes`)}`, { ...note, from: "child" });
  const seen = await openPage(`${listening.url}${pageAt(V, LINE)}`, { session: SESSION });
  await sees(seen.page, "小雨，爸爸想你");
  await sound(seen);
  await seen.page.getByRole("button", { name: "孩子听到了" }).click();
  await sees(seen.page, "听过了");
  await seen.page.getByLabel("也可以写几个字").fill("爸爸快回来");
  await seen.page.getByRole("button", { name: "寄出去" }).click();
  await expect.poll(() => sent).toEqual([{ words: "爸爸快回来", media: [] }]);
  await seen.close();
});
test("an address of a line that is no more says so, instead of opening for ever", async () => {
  const seen = await openPage(`${server.url}${pageAt(V, "01JKLN00000000000000000009")}`, { session: SESSION });
  await sees(seen.page, "还没有留音");
  expect(await seen.page.getByRole("status").count()).toBe(0);
  await seen.close();
});
