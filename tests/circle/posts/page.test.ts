import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";

const P = "circle/posts";
const ID = "01JPXST0000000000000000001";
const LI = { person: "p1", name: "李秀英", whos: { [VILLAGE]: ["villager", "household"] } };
const POST = { id: ID, state: "edited", words: "油菜花开了，明天来看！", media: [], audience: "public", name: "李*英", office: null, at: "2026-05-01T01:00:00.000Z", editedAt: "2026-05-01T02:00:00.000Z", mine: false, reason: null, version: 2 };
const REPLY = { id: "01JREPY0000000000000000001", words: "真好看", media: [], at: "2026-05-01T03:00:00.000Z", name: "陈书记", visitor: false, office: "secretary", author: false, mine: false };
const talk = { likes: 2, replies: 1, liked: false, mayReply: true, audience: "public", gone: false, items: [REPLY], next: null };
const UNDER = own("circle/replies", `/things/${ID}`);
const ANSWERS: Answers = {
  ...CALM, [`GET ${open(P)}`]: { items: [POST], next: null }, [`GET ${own(P, "/village")}`]: { items: [POST], next: null }, [`GET ${own(P, `/${ID}`)}`]: POST, [`GET ${own("circle/replies", "/counts")}`]: { items: [{ thing: ID, likes: 2, replies: 1 }] },
  [`GET ${UNDER}`]: talk, [`POST ${UNDER}/like`]: { likes: 3, replies: 1 }, "POST /v1/platform/sign-in/region/device": { done: true }, [`POST ${own(P)}`]: { ...POST, mine: true },
};
const site = servedPages(ANSWERS);

describe("posts", () => {
  test("are readable in the largest letters on the narrowest phone, with what is said about them counted", async () => {
    await soundInBoth(`${site.url}${pageAt(P)}`, { zh: "2人赞 · 1句", en: "2 like it" });
  });
  test("a guest likes one and replies under it; a number in it waits for a look, and what was written is gone from the field", async () => {
    const { sent, listening } = await site.catching(`POST ${UNDER}`, { ...REPLY, words: "打我电话 13800012345", state: "held", where: `circle/posts/${ID}`, heldFor: ["number"], reason: null, version: 1 });
    const seen = await openPage(`${listening.url}${pageAt(P, ID)}`);
    await sees(seen.page, "真好看");
    await seen.page.getByRole("button", { name: "赞一个" }).click();
    await sees(seen.page, "3人赞");
    await seen.page.getByRole("button", { name: "说一句" }).click();
    await seen.page.getByLabel("您想说什么").fill("打我电话 13800012345");
    await seen.page.getByLabel("怎么称呼您").fill("小陈");
    await sound(seen);
    await seen.page.getByRole("button", { name: "发出去" }).click();
    await sees(seen.page, "村里看过就放出来");
    expect(sent).toEqual([{ words: "打我电话 13800012345", name: "小陈" }]);
    await sound(seen);
    await seen.close();
  });
  test("in English the replies under one are told in English, and nothing stands there where nobody may reply", async () => {
    const quiet = await site.with({ [`GET ${UNDER}`]: refusal(404, "not-found", "Not found") });
    const [spoken, silent] = await Promise.all([openPage(`${site.url}${pageAt(P, ID)}`, { language: "en" }), openPage(`${quiet.url}${pageAt(P, ID)}`, { language: "en" })]);
    await sees(spoken.page, "What people say");
    await sees(spoken.page, "village officer");
    await sees(silent.page, "All posts");
    expect(await silent.page.getByText("What people say").count()).toBe(0);
    await Promise.all([spoken.close(), silent.close()]);
  });
  test("with nothing in it is not sent; with a line it goes out", async () => {
    const seen = await openPage(`${site.url}${pageAt(P, "new")}`, { session: LI });
    await seen.page.getByRole("button", { name: "发出去" }).click();
    await sees(seen.page, "写一句、说一段，或者放一张照片");
    await seen.page.getByLabel("说点什么").fill("鸭子跑了");
    await sound(seen);
    await seen.page.getByRole("button", { name: "发出去" }).click();
    await sees(seen.page, "看大伙说的");
    expect(site.asked).toContain(`POST ${own(P)}`);
    await seen.close();
  });
});
