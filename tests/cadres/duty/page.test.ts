import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "cadres/duty";
const WANG = "01JQZX0000000000000000WANG";
const [FROM, TO] = ["2026-05-01T00:00:00.000Z", "2026-05-01T10:00:00.000Z"];
const SHIFT = { id: "202605010000-01JQZX0000000000000000SH1F", person: WANG, name: "王建军", from: FROM, to: TO };
const GAP = { from: "2026-05-02T00:00:00.000Z", to: "2026-05-02T10:00:00.000Z" };
const BOARD = {
  now: { kind: "person", name: "王建军", phone: "13900002222", until: TO }, phones: { office: "0745-2621000", night: "13800001111" }, shifts: [SHIFT], gaps: [GAP], overlaps: [], roster: "office hours", startsAt: null,
  cards: [{ person: WANG, name: "王建军", offices: [{ office: "committee", titles: { zh: "村委委员", en: "village committee member" } }], matters: "低保、医保、盖章", phone: "0745-2621000", own: false }],
};
const server = servedPages({ ...CALM, [`GET ${open(F)}`]: BOARD, [`GET ${own(F)}`]: BOARD });

test("a villager sees who is on duty now and calls with one press, readable in the largest letters", async () => {
  await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "现在值班：王建军", en: "On duty now" });
  const { page, close } = await openPage(`${server.url}${pageAt(F)}`);
  await sees(page, "低保、医保、盖章");
  expect(await page.getByRole("link", { name: "打给王建军" }).first().getAttribute("href")).toBe("tel:13900002222");
  await close();
});
test("the secretary plans hours and is told at once which nobody has", async () => {
  const { sent, listening } = await server.catching(`POST ${own(F, "/shifts")}`, { shift: SHIFT, overlaps: [], gaps: [GAP] });
  const seen = await openPage(`${listening.url}${pageAt(F, "plan")}`, { session: { person: "p", name: "陈", whos: { [VILLAGE]: ["villager", "office:secretary"] } }, width: 320 });
  await sees(seen.page, "谁值班");
  await sound(seen);
  await seen.page.getByLabel("谁值班？").selectOption(WANG);
  await seen.page.getByLabel("哪一天？").fill("2026-05-01");
  await seen.page.getByLabel("从几时起？").selectOption("18:00");
  await seen.page.getByLabel("到几时？").selectOption("08:00");
  await seen.page.getByRole("button", { name: "排上" }).click();
  await sees(seen.page, "已经排上。请注意");
  expect(sent).toEqual([{ person: WANG, day: "2026-05-01", from: "18:00", to: "08:00" }]);
  await seen.close();
});
