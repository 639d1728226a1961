import { expect } from "vitest";
import type { AnswerPage } from "../../shared/alerts/answers/contract.ts";
import type { BoardLine, RollLine } from "../../shared/alerts/roll-call/contract.ts";
import { axe, sideways, smallTargets } from "../core/browser.ts";
import type { Watched } from "../core/browser.ts";

export const VILLAGE = "431228103205";
export const COUNTY = "431228";
export const WARNING = "01JQZX0000000000000000WARN".slice(0, 26);
export const SECRETARY = { person: "p1", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
export const DUTY = { person: "p2", name: "李值班", whos: { [COUNTY]: ["county:duty-officer"] } };

/** What every page owes its readers: no sideways push, large targets, nothing that axe finds, no script error. */
export const owes = async ({ page, errors }: Watched, least = 44): Promise<void> => {
  expect(await sideways(page), "pushed sideways").toBe(0);
  expect(await smallTargets(page, least)).toEqual([]);
  // What happens to lie under the sticky bars is no small target: they stand still while axe looks.
  await page.evaluate(() => { for (const each of document.querySelectorAll<HTMLElement>(".top, .tabs, .picked")) each.style.position = "static"; });
  expect(await axe(page)).toEqual([]);
  await page.evaluate(() => { for (const each of document.querySelectorAll<HTMLElement>(".top, .tabs, .picked")) each.style.position = ""; });
  expect(errors).toEqual([]);
};

export const HOUSE_PAGE: AnswerPage = {
  warning: WARNING, village: VILLAGE, villageNames: { zh: "青山村", en: "Qingshan" }, no: "7", sleepers: 4, vulnerable: 1, state: "not-reached", over: false,
  colour: "red", hazard: "flash-flood", ask: "leave", drill: false, headline: { zh: "红色预警：山洪", en: "Red warning: flash flood" },
  what: { zh: "马上离开沟边，往两边高处走，去村小学", en: "Leave the stream now, climb to high ground beside it, go to the village school" },
  issuedAt: "2026-04-30T19:10:00.000Z", expires: "2026-05-01T01:00:00.000Z", from: "县气象台", phone: "0737-1234567", emergency: "119",
};

const since = "2026-04-30T19:10:00.000Z";
export const house = (no: number, more: Partial<RollLine> = {}): RollLine => ({
  household: `H${no}`, no: String(no), group: "一组", head: ["张三", "李四", "王五", "赵六"][no % 4]!, sleepers: 3, vulnerable: [], state: "not-reached", open: true, since, told: "sent", moved: 0, seen: false,
  by: null, channel: null, taker: null, helpSince: null, words: null, witness: null, conflict: null, version: 1, ...more,
});
const counts = { households: 41, open: 9, accounted: 32, told: 40, answered: 30, moved: 28, vulnerableOpen: 2, helpUntaken: 1, helpTaken: 0, sent: 40, parts: 80, failed: 1, extra: 0, lastAt: null };
export const village = (id: string, zh: string, en: string, more: Partial<BoardLine> = {}): BoardLine => ({ village: id, names: { zh, en }, ...counts, onDuty: ["王建国"], ...more });
export const RUNNING = { id: WARNING, state: "issued", status: "Actual", kind: "order", hazard: "flash-flood", colour: "red", ask: "leave", groups: null, texts: { zh: { headline: "红色预警：山洪" }, en: { headline: "Red warning: flash flood" } }, place: null, source: null, issuedAt: since, expires: null, overAt: null, how: null, reason: null, single: false };
export const totals = counts;
