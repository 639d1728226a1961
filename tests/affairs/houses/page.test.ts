import { describe, expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../../platform/pages.ts";

const F = "affairs/houses";
const HOUSE = "01JHSE00000000000000000007";
const LINE = {
  id: HOUSE, no: "7", group: "1", order: 3, household: HOUSE, sleeping: 2, emptyOn: null, state: "watch", structure: "earth", storeys: 2, builtIn: 1974, toilet: "dry", marks: ["river"],
  grade: "B", inspectedOn: "2026-04-02", repairedOn: null, photos: 0, damages: 1, flags: ["no-grade"], version: 3,
};
const WHOLE = { ...LINE, media: [], inspection: { grade: "B", inspector: "周工", on: "2026-04-02", note: "北墙有裂缝" }, damageList: [{ id: "01JDMG00000000000000000001", what: "crack", on: "2026-04-20", note: "", media: [] }], history: [{ to: "ok", at: "2026-01-01T00:00:00.000Z" }] };
const AREA = { id: "01JARE00000000000000000001", names: { zh: "水库下游的房子", en: "Houses below the dam" }, mark: "dam", groups: [], made: true, households: 214, people: 588, vulnerable: 61, countedAt: "2026-05-01T00:00:00.000Z" };
const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
const CADRE = { person: "p9", name: "李大姐", whos: { [VILLAGE]: ["villager", "office:grid-worker"] } };
const ANSWERS: Answers = {
  ...CALM, [`GET ${own(F, "/mine")}`]: WHOLE, [`GET ${own(F)}`]: { items: [LINE], next: null }, [`GET ${own(F, "/areas")}`]: { items: [AREA], next: null },
  [`POST ${own(F, `/${HOUSE}/look`)}`]: WHOLE,
};
const server = servedPages(ANSWERS);

describe("one's own house", () => {
  test("says how it is, who saw it and when, and is readable in the largest letters on the narrowest phone", async () => {
    const seen = await openPage(`${server.url}${pageAt(F)}`, { session: SESSION });
    await sees(seen.page, "北墙有裂缝");
    expect(await seen.page.getByText(/周工.*看过/).count()).toBe(1);
    expect(await seen.page.getByRole("link", { name: "谁看过我家的资料" }).count()).toBe(1);
    await seen.close();
    await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "要留心", en: "to be watched" }, { session: SESSION });
  });
  test("without a file says when it begins", async () => {
    const empty = await server.with({ [`GET ${own(F, "/mine")}`]: refusal(404, "not-found", "没有找到") });
    const seen = await openPage(`${empty.url}${pageAt(F)}`, { session: SESSION });
    await sees(seen.page, "还没有您家房子的档案");
    expect(await seen.page.getByRole("link", { name: "打电话给村里" }).count()).toBe(1);
    await seen.close();
  });
});
describe("an office", () => {
  test("opens a house's file only after saying what for, and marks it with two presses", async () => {
    const { sent, listening } = await server.catching(`PUT ${own(F, `/${HOUSE}/marks`)}`, LINE);
    const seen = await openPage(`${listening.url}${pageAt(F)}`, { session: CADRE });
    await sees(seen.page, "坏了以后还没有人看过");
    await sound(seen);
    await seen.page.getByRole("link", { name: /门牌 7/ }).click();
    await sees(seen.page, "这家人会看到");
    expect(await seen.page.getByText("北墙有裂缝").count()).toBe(0);
    await seen.page.getByText("上门看望").click();
    await seen.page.getByRole("button", { name: "打开" }).click();
    await sees(seen.page, "北墙有裂缝");
    await seen.page.locator("summary", { hasText: "房子旁边的危险" }).click();
    await sound(seen);
    await seen.page.getByLabel("水库下游").check();
    await seen.page.getByRole("button", { name: "记下标记" }).click();
    await sees(seen.page, "存好了");
    expect(sent).toEqual([{ marks: ["river", "dam"] }]);
    await seen.close();
  });
  test("reads how many households stand below the dam", async () => {
    await soundInBoth(`${server.url}${pageAt(F, "areas")}`, { zh: "214 户", en: "214 households" }, { session: CADRE });
  });
});
