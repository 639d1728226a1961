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
    expect(await seen.page.getByRole("link", { name: "举报" }).filter({ visible: true }).count()).toBe(3);
    await seen.page.emulateMedia({ media: "print" });
    expect(await seen.page.getByRole("link", { name: "举报" }).filter({ visible: true }).count(), "a link on paper leads nowhere").toBe(0);
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

describe("the village's technicians", () => {
  const ROUND = { id, day: "2026-12-03", hamlet: "河边寨", note: "带上剪子", name: "周果林" };
  const WHO = { person: "01JFARM00000000000000000P1", name: "周果林", crops: "脐橙" };
  const ROLL = { items: [{ person: "01JFARM00000000000000000P2", name: "孙丽萍", group: "3", state: "verified" }], next: null };
  const answers = { [`GET ${open(Q, "/technicians")}`]: { items: [WHO], next: null }, [`GET ${open(Q, "/rounds")}`]: { items: [ROUND], next: null }, [`GET ${own("circle/members")}`]: ROLL };
  test("are named and released by the secretary, who calls a day off", async () => {
    const { sent, listening } = await server.catching(`POST ${own(Q, "/technicians")}`, { ...WHO, crops: "水稻" }, { ...answers, [`DELETE ${own(Q, `/technicians/${WHO.person}`)}`]: { done: true }, [`DELETE ${own(Q, `/rounds/${ROUND.day}/${id}`)}`]: { done: true } });
    const seen = await openPage(`${listening.url}${pageAt(Q, "people")}`, { session: { ...SESSION, whos: { [VILLAGE]: ["villager", "office:secretary"] } } });
    await seen.page.getByLabel("姓名").fill("孙");
    await seen.page.getByText("孙丽萍").click();
    await seen.page.getByLabel(/懂什么/).fill("水稻");
    await sound(seen);
    await seen.page.getByRole("button", { name: "请他做农技员" }).click();
    await expect.poll(() => sent).toEqual([{ person: "01JFARM00000000000000000P2", crops: "水稻" }]);
    for (const press of ["请周果林卸任", "取消这一天"]) {
      await seen.page.getByRole("button", { name: press }).click();
      await seen.page.getByRole("button", { name: press }).click();
    }
    await expect.poll(() => listening.asked.filter((each) => each.startsWith("DELETE"))).toHaveLength(2);
    await seen.close();
  });
  test("plan their own days; who is neither technician nor office is shown no form that would be refused", async () => {
    const listening = await server.with(answers);
    const villager = await openPage(`${listening.url}${pageAt(Q, "people")}`, { session: SESSION });
    await sees(villager.page, "河边寨");
    expect(await villager.page.getByRole("button", { name: /排上|请他做农技员|取消这一天|卸任/ }).count()).toBe(0);
    await villager.close();
    const technician = await openPage(`${listening.url}${pageAt(Q, "people")}`, { session: { ...SESSION, person: WHO.person, name: WHO.name } });
    await sees(technician.page, "排一天下乡");
    expect(await technician.page.getByRole("button", { name: "取消这一天" }).count()).toBe(1);
    await technician.close();
  });
});
