import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import type { Answers } from "../../core/still-server.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "cadres/letters";
const AT = "2026-05-01T02:00:00.000Z";
const ID = "01JQZX0000000000000000LETR";
const LETTER = {
  id: ID, number: "4837-1265", category: "request", urgent: true, privacy: "secretary", words: "三组水渠堵了半个月，秧田要干了。", media: [], more: [], state: "submitted", sentAt: AT, answerBy: "2026-05-02T02:00:00.000Z", late: false, mine: false,
  from: "李秀英", handler: null, above: false, replies: [], satisfied: null, wall: null, clock: [{ to: "submitted", at: AT }], version: 1,
};
const REPLY = { id: "01JQZX0000000000000000REPL", at: AT, name: "王建国", office: "secretary", words: "明早就去清。", media: [] };
const ANSWERED = { ...LETTER, state: "replied", replies: [REPLY], mine: true, wall: "published", version: 2 };
const ANSWERS: Answers = {
  ...CALM, [`GET ${own(F, "/mine")}`]: { items: [ANSWERED], next: null }, [`GET ${own(F, "/inbox")}`]: { items: [LETTER], next: null }, [`GET ${own(F, `/${ID}`)}`]: LETTER,
  [`GET ${own(F, "/cadres")}`]: { items: [{ person: "01JQZX0000000000000000CADR", name: "王建军", office: "committee" }] },
  [`GET ${open(F, "/wall")}`]: { items: [{ id: ID, category: "request", from: "李*英", words: "路灯坏了", spoken: false, sentAt: AT, days: 1, replies: [REPLY] }], next: null },
};
const server = servedPages(ANSWERS);
const VILLAGER = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager"] } };
const SECRETARY = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };

describe("a villager", () => {
  test("finds own letters and the one button to write, readable in the largest letters", async () => {
    await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "有话就说", en: "Say what is on your mind" }, { session: VILLAGER });
  });
  test("writes without a name: no voice is asked for, the ticket stands there to be copied", async () => {
    const { sent, listening } = await server.catching(`POST ${own(F)}`, { id: null, number: "4837-1265", word: "稻田白鹭", answerBy: "2026-05-04T02:00:00.000Z", above: false });
    const seen = await openPage(`${listening.url}${pageAt(F, "new")}`, { session: VILLAGER, size: "30", width: 320 });
    await seen.page.getByLabel("慢慢说，想到什么写什么").fill("厕所太远");
    await seen.page.getByText("不留名字，谁也不知道是我").click();
    expect(await seen.page.getByRole("button", { name: "不打字，说一段" }).count()).toBe(0);
    await sound(seen);
    await seen.page.getByRole("button", { name: "寄出去" }).click();
    await sees(seen.page, "稻田白鹭");
    await sound(seen);
    expect(sent).toEqual([{ category: "request", privacy: "anonymous", urgent: false, about: [], words: "厕所太远", media: [] }]);
    await seen.close();
  });
});

test("the secretary answers in place, and the answer is what was written", async () => {
  const { sent, listening } = await server.catching(`POST ${own(F, `/${ID}/reply`)}`, { ...LETTER, state: "replied", replies: [REPLY], version: 2 });
  const seen = await openPage(`${listening.url}${pageAt(F, ID)}`, { session: SECRETARY });
  await sees(seen.page, "李秀英来信");
  await sound(seen);
  await seen.page.getByLabel("怎么答复？").fill("明早就去清。");
  await seen.page.getByRole("button", { name: "寄出回信" }).click();
  await expect.poll(() => sent).toEqual([{ words: "明早就去清。" }]);
  await seen.close();
});

test("a guest reads the wall without an account", async () => {
  const seen = await openPage(`${server.url}${pageAt(F, "wall")}`);
  await sees(seen.page, "1天后有回音");
  expect(await seen.page.getByText("李*英").count()).toBe(1);
  await sound(seen);
  await seen.close();
});
