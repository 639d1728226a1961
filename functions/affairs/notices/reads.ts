import type { Stored, Table } from "../../core/implement.ts";
import { Know, Noted, Notice } from "./rows.ts";
import { isFor } from "./rules.ts";
import { shelfPage } from "./shelves.ts";

export type { Notice } from "./rows.ts";

/** At most this many hold for one house at a time; the rest is on the page. */
const MOST = 100;

/** The newest notice that holds for the whole village now. */
export const latestNotice = async (table: Table, now: Date): Promise<Stored<Notice> | null> =>
  (await shelfPage(table, "now", { limit: 10 })).items.find((notice) => notice.state === "published" && (notice.until === null || notice.until > now.toISOString())) ?? null;

/** Where a notice of each shelf holds for this house, newest first. */
const holdingFor = async (table: Table, house: { readonly household: string | null; readonly group: string }): Promise<Noted[]> => {
  const [all, some] = await Promise.all([table.list(Noted, { under: "now#", limit: MOST }), table.list(Noted, { under: "some#", limit: MOST })]);
  return [...all.items, ...some.items.filter((each) => isFor(each.audience, house))].toSorted((a, b) => (a.key < b.key ? 1 : -1)).slice(0, MOST);
};

/** What holds for this house now, newest first, with its "I know"; null where nobody asks. */
export const noticesFor = async (table: Table, house: { readonly household: string | null; readonly group: string }, now: Date, only: "all" | "must-read" = "all"): Promise<{ notice: Stored<Notice>; known: boolean | null }[]> => {
  const holding = (await holdingFor(table, house)).filter((each) => only === "all" || each.mustRead);
  const asked = house.household === null ? [] : holding.filter((each) => each.mustRead);
  const [notices, knows] = await Promise.all([table.many(Notice, holding.map((each) => each.notice)), table.many(Know, asked.map((each) => `${each.notice}#${house.household}`))]);
  const known = new Map(asked.map((each, i) => [each.notice, knows[i] !== null]));
  return notices.flatMap((notice) => (notice && (notice.until === null || notice.until > now.toISOString()) ? [{ notice, known: known.get(notice.id) ?? null }] : []));
};

/** Must-read notices this household has not said "I know" to, newest first. */
export const unknownTo = async (table: Table, house: { readonly household: string; readonly group: string }, now: Date): Promise<Stored<Notice>[]> =>
  (await noticesFor(table, house, now, "must-read")).filter((each) => each.known === false && each.notice.state === "published").map((each) => each.notice);

