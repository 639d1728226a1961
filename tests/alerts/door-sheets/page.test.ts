import { describe, expect, test } from "vitest";
import { instantOf } from "../../../web/alerts/door-sheets/past-time.ts";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { house, owes, SECRETARY, village, VILLAGE, WARNING } from "../pages.ts";

const SHEETS = `/v1/alerts/door-sheets/villages/${VILLAGE}/${WARNING}`;
const line = (no: number, more = {}) => ({ household: `H${no}`, no: String(no), group: "一组", head: "张三", sleepers: 3, vulnerable: [] as string[], phone: `1380000000${no}`, state: "not-reached", ...more });
const SHEET = {
  id: "S1", number: "QS-0501-01", warning: WARNING, sweeper: "李网格", groups: ["一组"], printedAt: "2026-04-30T19:20:00.000Z",
  script: { zh: "青山村的乡亲们，注意了。\n马上往两边高处走。\n再说一遍。\n马上往两边高处走。", en: "People of Qingshan, listen.\nClimb to high ground now.\nAgain.\nClimb to high ground now." }, headline: { zh: "红色预警：山洪", en: "Red warning: flash flood" },
  lines: [line(5, { vulnerable: ["bed-bound", "alone"], phone: null }), line(3), line(8, { state: "stayed" })],
};
const asked: Record<string, unknown>[] = [];
const hear = (answer: unknown) => (body: string) => { asked.push(JSON.parse(body) as Record<string, unknown>); return { body: answer }; };
const server = servedPages({
  [`GET ${SHEETS}`]: { items: [{ id: "S1", number: "QS-0501-01", sweeper: "李网格", groups: ["一组"], printedAt: "2026-04-30T19:20:00.000Z", printedBy: "王建国", entries: 0 }], next: null },
  [`GET /v1/alerts/roll-call/villages/${VILLAGE}/${WARNING}`]: { totals: village(VILLAGE, "青山村", "Qingshan"), items: [house(3), house(5), house(8, { group: "二组" })], next: null, secondsTo: { half: null, ninety: null, all: null } },
  [`POST ${SHEETS}`]: hear(SHEET), [`GET ${SHEETS}/S1`]: SHEET, [`POST ${SHEETS}/S1/entries`]: hear({ entered: 1 }),
});
const open = (path = "", more = {}) => openPage(`${server.url}/v/${VILLAGE}/alerts/door-sheets/${WARNING}${path}`, { session: SECRETARY, ...more });

describe("a door sheet", () => {
  test("is made for a sweeper and the groups that still have open houses, at 30 px, 320 wide", async () => {
    const seen = await open("", { width: 320, size: "30", height: 568 });
    await seen.page.getByLabel("一组（2户没着落）").check();
    await owes(seen);
    await seen.page.getByLabel("谁去上门").fill("李网格");
    await seen.page.getByRole("button", { name: "做好这张单子" }).click();
    await sees(seen.page, "QS-0501-01");
    expect(asked.at(-1)).toEqual({ sweeper: "李网格", groups: ["一组"] });
    await seen.close();
  });
  test("on paper has the houses in order with boxes and telephones, and nothing of the phone's frame", async () => {
    const seen = await open("/S1");
    await sees(seen.page, "先接：卧床、一个人住");
    await owes(seen);
    await seen.page.emulateMedia({ media: "print" });
    expect(await seen.page.locator(".paper li b:first-child").allInnerTexts()).toEqual(["5号 张三", "3号 张三", "8号 张三"]);
    expect(await seen.page.getByText("不肯走").first().isVisible()).toBe(true);
    expect(await seen.page.getByText("13800000003").isVisible()).toBe(true);
    for (const hidden of [".tabs", ".button"]) expect(await seen.page.locator(hidden).first().isVisible()).toBe(false);
    expect((await seen.page.pdf({ format: "A4" })).length).toBeGreaterThan(1_000);
    await seen.close();
  });
  test("is entered later with the real times; a refusal needs its witness", async () => {
    const seen = await open("/S1/enter", { width: 320, size: "30", language: "en", height: 568 });
    await seen.page.locator("#is-H3").selectOption("moved");
    await seen.page.locator("#time-H3").fill("03:25");
    await seen.page.locator("#people-H3").fill("2");
    await seen.page.locator("#is-H8").selectOption("refused");
    await seen.page.getByRole("button", { name: "Enter 2 houses" }).click();
    await sees(seen.page, "A refusal needs a witness");
    await owes(seen);
    await seen.page.locator("#witness-H8").fill("陈会计");
    await seen.page.getByRole("button", { name: "Enter 2 houses" }).click();
    await sees(seen.page, "2 houses entered, marked as from paper.");
    await sees(seen.page, "a person decides");
    const { by, ticks } = asked.at(-1) as { by: string; ticks: { household: string; is: string; at: string; people?: number; witness?: string }[] };
    expect(by).toBe("李网格");
    expect(ticks.map(({ household, is, people, witness }) => ({ household, is, people, witness }))).toEqual([{ household: "H3", is: "moved", people: 2, witness: undefined }, { household: "H8", is: "refused", people: undefined, witness: "陈会计" }]);
    expect(ticks[0]!.at.slice(11, 16)).toBe("19:25");
    await seen.close();
  });
  test("entered without a network says that it is on this phone only", async () => {
    const seen = await open("/S1/enter");
    await seen.page.locator("#is-H3").selectOption("safe");
    await seen.page.context().setOffline(true);
    await seen.page.getByRole("button", { name: "补录 1 户" }).click();
    await sees(seen.page, "只在这部手机上");
    const before = asked.length;
    await seen.page.context().setOffline(false);
    await sees(seen.page, "1 户已补录");
    expect(asked).toHaveLength(before + 1);
    await seen.close();
  });
});
test("a time on paper is the last time the village's clock showed it, also past midnight", () => {
  const now = Date.parse("2026-03-11T17:10:30.000Z");
  expect(instantOf("01:10", now, "01:10")).toBe("2026-03-11T17:10:30.000Z");
  expect(instantOf("23:40", now, "01:10")).toBe("2026-03-11T15:40:00.000Z");
});
