import { put, remove, type Stored, type Table, type Write } from "../../core/implement.ts";
import { Noted, Notice } from "./rows.ts";

type Shelf = Noted["shelf"];
const place = (shelf: Shelf, key: string, notice: Notice): Write =>
  put(Noted, { shelf, key, notice: notice.id, audience: notice.audience, mustRead: notice.kind === "must-read" }, "over");
const publicShelf = (notice: Notice): Shelf => (notice.audience.to === "village" ? "now" : "some");

/** A draft stands among what waits. */
export const waits = (notice: Notice): Write => place("waiting", notice.id, notice);
/** It waits for nobody any more. */
export const done = (notice: Notice): Write => remove(Noted, `waiting#${notice.id}`);
/** It is published: from what waits to where it is read. */
export const shown = (notice: Notice, key: string): Write[] => [done(notice), place(publicShelf(notice), key, notice)];
/** It is over; what was public can be looked up afterwards. */
export const over = (notice: Notice): Write[] =>
  notice.key ? [remove(Noted, `${publicShelf(notice)}#${notice.key}`), ...(notice.audience.to === "village" ? [place("past", notice.key, notice)] : [])] : [];

/** One page of a shelf, newest first. */
export const shelfPage = async (table: Table, shelf: Shelf, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{ items: Stored<Notice>[]; next: string | null }> => {
  const found = await table.list(Noted, { under: `${shelf}#`, ...page });
  return { items: (await table.many(Notice, found.items.map((each) => each.notice))).filter((each) => each !== null), next: found.next };
};
