import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const Q = "services/farm-questions";
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const id = "01JFARM000000000000000000A";
const answer = (n: number, more: object) => ({ id: `01JFARM0000000000000000A0${n}`, name: "周果林", as: "technician", words: "像缺镁，先喷叶面肥", media: [], at: ago(5 - n), day: n, helped: false, ...more });
const LEAVES = {
  id, state: "answered", crop: "脐橙", words: "叶子发黄", media: [], name: "", group: "", at: ago(5), answerCount: 2, version: 3, mine: false, technician: false, thin: false,
  answers: [answer(0, {}), answer(5, { name: "张海燕", as: "neighbour", words: "我家去年也是这样" })],
};
const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager"] } };
const server = servedPages({
  ...CALM, [`GET ${open(Q)}`]: { items: [LEAVES], next: null }, [`GET ${open(Q, "/rounds")}`]: { items: [{ id, day: "2026-12-03", hamlet: "河边寨", note: "带上剪子", name: "周果林" }], next: null },
  [`GET ${own(Q, `/${id}`)}`]: LEAVES, [`POST ${own(Q, `/${id}/answer`)}`]: LEAVES, [`POST ${own(Q)}`]: { ...LEAVES, mine: true, thin: true },
});

describe("farm questions", () => {
  test("are read with the technician's rounds in the largest letters, in both languages", async () => {
    await soundInBoth(`${server.url}${pageAt(Q)}`, { zh: "河边寨", en: "The technician’s rounds" });
  });
  test("show who answered, as what and on which day; a villager answers in place", async () => {
    const seen = await openPage(`${server.url}${pageAt(Q, id)}`, { session: SESSION });
    await sees(seen.page, "周果林 · 农技员");
    await sees(seen.page, "第6天答的");
    expect(await seen.page.getByText("一位乡亲").count()).toBe(1);
    await sound(seen);
    await seen.page.getByRole("button", { name: "我来答" }).click();
    await seen.page.getByLabel("您的办法").fill("换盆土试试");
    await seen.page.getByRole("button", { name: "答上去" }).click();
    await sees(seen.page, "我来答");
    expect(server.asked).toContain(`POST ${own(Q, `/${id}/answer`)}`);
    await seen.close();
  });
  test("of two letters are sent all the same, and kindly asked for more", async () => {
    const asking = await server.with({ [`GET ${own(Q, `/${id}`)}`]: { ...LEAVES, mine: true, thin: true } });
    const seen = await openPage(`${asking.url}${pageAt(Q, "new")}`, { session: SESSION });
    await seen.page.getByLabel("哪里不对劲").fill("黄了");
    await seen.page.getByRole("button", { name: "问出去" }).click();
    await sees(seen.page, "补一张照片，或者多说两句");
    await sound(seen);
    await seen.close();
  });
});
