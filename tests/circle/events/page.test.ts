import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "circle/events";
const session = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager"] } };
const guest = (id: string, name: string, more: object = {}) => ({ id: `01JEVT0000000000000000000${id}`, name, mine: false, waiting: false, came: false, ...more });
const NIGHT = {
  id: "01JEVT000000000000000000AA", title: "冬至一起包饺子", words: "面和馅都备好了，人来就行", media: [], place: "村委会院子", startsAt: "2026-05-10T10:00:00.000Z", endsAt: "2026-05-10T13:00:00.000Z", room: 3, audience: "village", by: "陈大姐", mine: false,
  state: "called", reason: null, guests: [guest("1", "王婶"), guest("2", "周爷爷"), guest("3", "小周"), guest("4", "李老师", { waiting: true })], coming: 3, waiting: 1,
  needs: [{ id: "01JEVT000000000000000000B1", what: "大锅一口", takenBy: null, mine: false }, { id: "01JEVT000000000000000000B2", what: "去镇上买面的车", takenBy: "王婶", mine: false }], told: "", photos: [], replay: null, code: null, version: 3,
};
const server = servedPages({
  ...CALM, [`GET ${own(F)}`]: { items: [NIGHT], next: null }, [`GET ${own(F, "/clashes")}`]: { items: [NIGHT] }, [`GET ${own(F, `/${NIGHT.id}`)}`]: NIGHT, [`POST ${own(F, `/${NIGHT.id}/sign-up`)}`]: NIGHT, [`POST ${own(F, `/${NIGHT.id}/take`)}`]: NIGHT,
});

describe("dumplings for the village", () => {
  test("stand in the largest letters with who comes, who waits and what to bring", async () => {
    await soundInBoth(`${server.url}${pageAt(F, NIGHT.id)}`, { zh: "大锅一口", en: "waiting" }, { session });
  });
  test("one brings the pot and comes, each with a press", async () => {
    const seen = await openPage(`${server.url}${pageAt(F, NIGHT.id)}`, { session });
    await seen.page.getByRole("button", { name: "我来带" }).click();
    await seen.page.getByRole("button", { name: "我来", exact: true }).click();
    await expect.poll(() => server.asked.filter((each) => each.startsWith("POST"))).toEqual([`POST ${own(F, `/${NIGHT.id}/take`)}`, `POST ${own(F, `/${NIGHT.id}/sign-up`)}`]);
    await sound(seen);
    await seen.close();
  });
  test("are called with place and hours; what else is at that hour is said before it is sent", async () => {
    const { sent, listening } = await server.catching(`POST ${own(F)}`, NIGHT);
    const seen = await openPage(`${listening.url}${pageAt(F, "new")}`, { session });
    await seen.page.getByLabel("什么活动").fill("放电影");
    await seen.page.getByLabel("在哪里").fill("晒谷场");
    await seen.page.getByLabel("几时开始").fill("2026-05-10T19:00");
    await seen.page.getByLabel("几时结束").fill("2026-05-10T21:00");
    await sees(seen.page, "同一时间还有：冬至一起包饺子");
    await seen.page.getByLabel(/要带什么/).fill("板凳\n雨伞");
    await sound(seen);
    await seen.page.getByRole("button", { name: "发出去" }).click();
    await sees(seen.page, NIGHT.words);
    expect(sent).toEqual([{ title: "放电影", place: "晒谷场", startsAt: "2026-05-10T11:00:00.000Z", endsAt: "2026-05-10T13:00:00.000Z", media: [], needs: ["板凳", "雨伞"], audience: "village" }]);
    await seen.close();
  });
});

describe("the branch's people", () => {
  const keeper = { ...session, whos: { [VILLAGE]: ["villager", "office:secretary"] } };
  const members = [{ id: "01JBRN00000000000000000001", name: "王婶" }];
  const ROLL = { items: [{ person: "01JBRN00000000000000000002", name: "李委员", group: "1", state: "verified" }], next: null };
  test("are added by name and taken off by the secretary; a villager is shown no way there", async () => {
    const { sent, listening } = await server.catching(`PUT ${own(F, "/branch")}`, { members, version: 4 }, { [`GET ${own(F, "/branch")}`]: { members, version: 3 }, [`GET ${own("circle/members")}`]: ROLL });
    const seen = await openPage(`${listening.url}${pageAt(F)}`, { session: keeper });
    await seen.page.getByRole("link", { name: "支部的人" }).click();
    await seen.page.getByLabel("姓名").fill("李");
    await seen.page.getByText("李委员").click();
    await sound(seen);
    await seen.page.getByRole("button", { name: "加上", exact: true }).click();
    await expect.poll(() => sent).toEqual([{ members: [members[0]!.id, "01JBRN00000000000000000002"] }]);
    await seen.page.getByRole("button", { name: "去掉王婶" }).click();
    await seen.page.getByRole("button", { name: "去掉王婶" }).click();
    await expect.poll(() => sent).toHaveLength(2);
    expect(sent[1]).toEqual({ members: [] });
    await seen.close();
    const villager = await openPage(`${listening.url}${pageAt(F)}`, { session });
    await sees(villager.page, NIGHT.title);
    expect(await villager.page.getByText("支部的人").count()).toBe(0);
    await villager.close();
  });
});
