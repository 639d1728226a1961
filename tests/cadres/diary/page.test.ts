import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const D = "cadres/diary";
const ID = "01JDARY0000000000000000001";
const HEAD = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const ENTRY = {
  id: ID, state: "corrected", day: "2026-05-01", late: true, title: "二组水渠通了", words: "后天停水，今天先把水缸挑满。", readAloud: "二组水渠通了。后天停水", media: [], links: ["affairs/notices/01JNTCE0000000000000000001"], by: "王建国", office: "secretary",
  at: "2026-05-02T01:00:00.000Z", correctedAt: "2026-05-02T02:00:00.000Z", versions: [{ title: "二组水渠通了", words: "明天停水。", media: [], at: "2026-05-02T01:00:00.000Z" }], reason: null,
};
const REPLY = { id: "01JREPY0000000000000000001", words: "辛苦了！", media: [], at: "2026-05-02T03:00:00.000Z", name: "张海燕", visitor: false, office: null, author: false, mine: false };
const ANSWERS: Answers = {
  ...CALM, [`GET ${open(D)}`]: { items: [ENTRY], next: null }, [`GET ${open(D, `/${ID}`)}`]: ENTRY, [`GET ${own(D, `/${ID}/own`)}`]: { ...ENTRY, mine: true, version: 2 }, [`GET ${own(D, `/${ID}/group-text`)}`]: "群里的话",
  [`GET ${own("circle/replies", `/things/${ID}`)}`]: { likes: 3, replies: 1, liked: false, mayReply: true, audience: "public", gone: false, items: [REPLY], next: null },
};
const site = servedPages(ANSWERS);

describe("the diary", () => {
  test("is readable in the largest letters on the narrowest phone, what was corrected and written later marked", async () => {
    await soundInBoth(`${site.url}${pageAt(D)}`, { zh: "补记", en: "written later" });
  });
  test("shows what an entry said before, and what people say below it", async () => {
    const seen = await openPage(`${site.url}${pageAt(D, ID)}`);
    await sees(seen.page, "辛苦了！");
    await sees(seen.page, "3人赞");
    await seen.page.getByText("原来是这样写的").click();
    await sees(seen.page, "明天停水。");
    await sound(seen);
    await seen.close();
  });
  test("is corrected by its writer in one place: the entry goes out as it says now", async () => {
    const { sent, listening } = await site.catching(`POST ${own(D, `/${ID}/correct`)}`, { ...ENTRY, mine: true, version: 3 });
    const seen = await openPage(`${listening.url}${pageAt(D, ID)}`, { session: HEAD });
    await seen.page.getByRole("link", { name: "更正" }).click();
    await sees(seen.page, "群里的话、墙上的纸、喇叭稿都跟着改");
    await seen.page.getByLabel("做了什么").fill("大后天停水。");
    await sound(seen);
    await seen.page.getByRole("button", { name: "更正" }).click();
    await sees(seen.page, "看全部日记");
    expect(sent).toEqual([{ title: "二组水渠通了", words: "大后天停水。", media: [], links: ["affairs/notices/01JNTCE0000000000000000001"] }]);
    await seen.close();
  });
});
