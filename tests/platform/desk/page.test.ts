import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";

const DESK = "platform/desk";
const NOTICES = "affairs/notices";
const HEAD = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "household", "office:secretary"] } };
const ID = "01JNTCE0000000000000000001";
const step = (move: string, how: string, zh: string, en: string) => ({ move, how, label: { zh, en } });
const line = (id: string, zh: string, en: string, more: object = {}) => ({ feature: NOTICES, id, version: 3, village: null, text: { zh, en }, where: `${NOTICES}/${id}`, since: "2026-04-30T02:00:00.000Z", due: null, overdue: false, steps: [], handed: null, to: [], ...more });
const LINES = { all: 9, items: [
  line("01JGVE00000000000000000001", "请人担任会计：等第二个人确认", "A new accountant: waits for a second person", { feature: "platform/offices", where: "platform/offices", due: "2026-04-29T00:00:00.000Z", overdue: true, steps: [step("confirm", "plain", "确认", "Confirm"), step("refuse", "reason", "不同意", "Do not agree")] }),
  line(ID, "公告“停水”等着发", "Notice “停水” waits to go out", { steps: [step("publish", "plain", "发布", "Publish")], to: [{ to: "p3", name: "李明霞", titles: { zh: "村委委员", en: "village committee member" } }], handed: { name: "陈立新", titles: { zh: "村主任", en: "village director" }, word: "你来看", at: "2026-05-01T00:00:00.000Z" } }),
] };
const [MOVE, CASE] = [own(NOTICES, `/${ID}/publish`), own(DESK, `/cases/affairs/notices/${ID}`)];
const notice = { id: ID, version: 1, state: "draft", kind: "plain", title: "停水", text: "明早停水", readAloud: "停水。明早停水", media: [], publishedAt: null, until: null, alone: false, reason: null };
const entry = { id: ID, version: 1, state: "published", day: "2026-05-01", late: false, title: "停水", words: "明早停水", readAloud: "停水。明早停水", media: [], links: [], by: "王建国", office: "secretary", at: "2026-05-01T00:00:00.000Z", correctedAt: null, versions: [], reason: null, mine: true };
const ANSWERS: Answers = {
  ...CALM, [`GET ${own(DESK)}`]: LINES, [`POST ${MOVE}`]: { ...notice, state: "published" }, [`GET ${CASE}`]: { waits: false, by: { name: "李明霞", titles: { zh: "村委委员", en: "village committee member" }, at: "2026-05-01T00:42:00.000Z" } },
  [`POST ${CASE}/hand`]: { done: true }, [`POST ${own("cadres/diary")}`]: entry, [`GET ${own("cadres/diary", `/${ID}/group-text`)}`]: "群里的话",
};
const press = (page: Awaited<ReturnType<typeof openPage>>["page"], name: string): Promise<void> => page.getByRole("button", { name, exact: true }).first().click();
const site = servedPages(ANSWERS);
const at = (server: { url: string }, ...rest: string[]): string => `${server.url}${pageAt(DESK, ...rest)}`;

describe("the desk", () => {
  test("shows what waits with what is late in red words, settles in place, and hands on with a word", async () => {
    const seen = await openPage(at(site), { session: HEAD });
    await sees(seen.page, "过了时间");
    await sees(seen.page, "村主任 陈立新转来的：你来看");
    await sees(seen.page, "还有7件");
    await sound(seen);
    await press(seen.page, "发布");
    await sees(seen.page, "办好了：发布");
    await press(seen.page, "转交");
    await seen.page.getByLabel("捎一句话").fill("你写的你发");
    await seen.page.locator("form button[type=submit]").click();
    await sees(seen.page, "已经转交。");
    expect(site.asked).toContain(`POST ${CASE}/hand`);
    await seen.close();
  });
  test("says by whom a matter was settled meanwhile", async () => {
    const other = await site.with({ [`POST ${MOVE}`]: refusal(409, "not-allowed-now", "现在不能这样做") });
    const seen = await openPage(at(other), { session: HEAD });
    await press(seen.page, "发布");
    await sees(seen.page, "已经由村委委员 李明霞办了");
    expect(other.asked).toContain(`GET ${CASE}`);
    await seen.close();
  });
  test("publishes once: diary, group text, wall sheet and loudspeaker words from one entry, corrected in one place", async () => {
    const seen = await openPage(at(site, "publish"), { session: HEAD });
    await seen.page.getByLabel("题目").fill("停水");
    await seen.page.getByLabel("要说的话").fill("明早停水");
    await press(seen.page, "都发出去");
    await sees(seen.page, "已经发出去了");
    await sees(seen.page, "停水。明早停水");
    await sees(seen.page, "复制群里的话");
    expect(await seen.page.getByRole("link", { name: "更正" }).getAttribute("href")).toBe(pageAt("cadres/diary", ID, "edit"));
    await sound(seen);
    await seen.close();
  });
  test("is readable in the largest letters on the narrowest phone", async () => {
    await soundInBoth(at(site), { zh: "过了时间", en: "overdue" }, { session: HEAD });
  });
});
