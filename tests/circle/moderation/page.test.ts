import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";

const M = "circle/moderation";
const [CASE, THING] = ["01JCASE0000000000000000001", "01JTH1NG000000000000000001"];
const AT = new Date(Date.now() - 3_600_000).toISOString();
const TOLD = { id: CASE, feature: "circle/guestbook", thing: THING, part: null, where: `circle/guestbook/${THING}`, state: "reported", verdict: null, rule: null, reason: null, how: null, hidden: false, ground: "insult", at: AT, mayAppeal: false, appealBy: null, version: 1 };
const VIEW = { ...TOLD, until: AT, reports: 6, houses: 4, visitors: 1, grounds: [{ rule: "insult", n: 6 }], officeNamed: true, by: "panel", seats: 3, votes: 1, maySit: true, appeal: null, answerBy: null, words: "村委都是骗子", media: [], notes: ["骂人的"] };
const LOG = { items: [{ id: CASE, at: AT, feature: "circle/guestbook", did: "removed", rule: "insult", reason: "骂了邻居", how: "panel" }], next: null };
const ANSWERS = {
  [`GET ${open(M, "/log")}`]: LOG, [`GET ${own(M, "/about")}`]: { words: "滚开,一群懒汉", media: [] }, [`POST ${own(M)}`]: { ...TOLD, hidden: true, state: "hidden" },
  [`GET ${own(M, "/mine")}`]: { items: [{ ...TOLD, state: "kept", verdict: "keep", how: "panel", mayAppeal: true, appealBy: new Date(Date.now() + 86_400_000).toISOString() }], next: null },
  [`GET ${own(M, "/own-words")}`]: { items: [], next: null }, [`GET ${own(M, "/waiting")}`]: { items: [VIEW], next: null }, [`GET ${own(M, `/${CASE}`)}`]: VIEW,
  [`POST ${own(M, `/${CASE}/appeal`)}`]: VIEW, [`POST ${own(M, `/${CASE}/vote`)}`]: (body: string) => (JSON.parse(body).reason ? { body: VIEW } : refusal(422, "wrong-field", "要写为什么", { field: "reason" })()),
};
const SUPERVISOR = { person: "01JPERS0N00000000000000001", name: "周敏", whos: { [VILLAGE]: ["villager", "office:supervisor"] } };
const server = servedPages(ANSWERS);

const about = (path: string): string => `${server.url}${pageAt(M, "new")}?about=${encodeURIComponent(path)}`;

describe("a reader who finds words that hurt", () => {
  test("reports them from the menu of the page where they stand, and is told that somebody looks", async () => {
    const seen = await openPage(`${server.url}/v/${VILLAGE}/circle/moderation`);
    await sees(seen.page, "骂人、看不起人");
    await seen.page.getByRole("button", { name: "更多" }).click();
    expect(await seen.page.getByRole("link", { name: "这里不对，告诉村里" }).getAttribute("href")).toContain("/circle/moderation/new?about=");
    await seen.page.goto(about(`/v/${VILLAGE}/circle/guestbook/${THING}`));
    await sees(seen.page, "滚开,一群懒汉");
    await sound(seen);
    await seen.page.getByText("骂人、看不起人").click();
    await seen.page.getByRole("button", { name: "举报", exact: true }).click();
    await sees(seen.page, "先收起来");
    expect(server.asked).toContain(`POST ${own(M)}`);
    await seen.close();
  });
  test("on a page of many is asked to open the one that is meant", async () => {
    const { page, close } = await openPage(about(`/v/${VILLAGE}/circle/guestbook`));
    await sees(page, "请先打开那一条");
    expect(await page.getByRole("link", { name: "回到那一页" }).getAttribute("href")).toBe(`/v/${VILLAGE}/circle/guestbook`);
    await close();
  });
  test("reads what became of it, and may appeal", async () => {
    const seen = await openPage(`${server.url}${pageAt(M, "mine")}`);
    await sees(seen.page, "看过了，留下");
    await seen.page.getByRole("button", { name: "不服，申诉" }).click();
    await seen.page.getByLabel("哪里看错了").fill("真的骂人了");
    await sound(seen);
    await seen.page.getByRole("button", { name: "申诉", exact: true }).click();
    await sees(seen.page, "申诉送到了");
    await seen.close();
  });
  test("finds the rules and what was done by them readable in the largest letters", () => soundInBoth(`${server.url}${pageAt(M)}`, { zh: "骂了邻居", en: "Insults or despises people" }));
});

test("whoever judges reads the words, is reminded that criticism is no ground, and gives a reason before anything goes", async () => {
  const seen = await openPage(`${server.url}${pageAt(M, CASE)}`, { session: SUPERVISOR });
  await sees(seen.page, "村委都是骗子");
  await sees(seen.page, "批评他们不是理由");
  await seen.page.getByText("拿掉").click();
  await seen.page.getByText("骂人、看不起人", { exact: true }).last().click();
  await sound(seen);
  await seen.page.getByRole("button", { name: "就这样定" }).click();
  await sees(seen.page, "要写为什么");
  await seen.page.getByLabel("为什么？").fill("骂了邻居");
  await seen.page.getByRole("button", { name: "就这样定" }).click();
  await sees(seen.page, "您看过了");
  await seen.close();
});
