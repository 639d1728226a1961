import { expect, test } from "vitest";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { CALM } from "../../core/web-sample.ts";
import { open, pageAt, sound, soundInBoth } from "../../platform/pages.ts";

const F = "cadres/waiting-times";
const some = { asked: 6, first: { cases: 5, median: 30, p90: 2880 }, closed: null, open: 1, oldestOpen: "2026-05-01T02:00:00.000Z" };
const none = { asked: 0, first: null, closed: null, open: 0, oldestOpen: null, categories: [], posts: [] };
const LEDGER = { sources: [
  { source: "letters", ...some, categories: [{ category: "request", ...some }], posts: [{ post: "secretary", titles: { zh: "村支书", en: "village Party secretary" }, figures: some }, { post: "township", titles: {}, figures: null }] },
  { source: "questions", ...none }, { source: "reports", ...none },
] };
const server = servedPages({ ...CALM, [`GET ${open(F)}`]: LEDGER });

test("anybody reads how long people wait; of nothing it says 'none', never 0 minutes", async () => {
  const seen = await openPage(`${server.url}${pageAt(F)}`, { width: 320 });
  await sees(seen.page, "一半在30分钟以内，九成在2天以内");
  await sees(seen.page, "不到五件，不算");
  expect((await seen.page.locator("main").innerText()).includes("0分钟以内，九成")).toBe(true);
  expect(/(?<!\d)0分钟/.test(await seen.page.locator("main").innerText())).toBe(false);
  await sound(seen);
  await seen.close();
});
test("in the largest letters, in both languages", async () => {
  await soundInBoth(`${server.url}${pageAt(F)}`, { zh: "多久有回音", en: "How long people wait" });
});
