import { householdsBy } from "../households/reads.ts";
import { latestNotice } from "../notices/reads.ts";
import { put, type Change } from "../../core/implement.ts";
import { latestGreeting, longestUnanswered } from "../../circle/guestbook/reads.ts";
import { loosenedIn } from "../../platform/villages/reads.ts";
import type { Hearing } from "./given.ts";
import { NOTHING, Summary } from "./rows.ts";

type Part = (given: Hearing, before: Summary) => Promise<Partial<Summary>>;

/** Events come in any order, so none is copied: each only says which part to read anew. A part that has not changed costs no write. */
const keep = async (given: Hearing, part: Part): Promise<Change | null> => {
  const row = await given.table.get(Summary, "");
  const { version, ...before } = row ?? { version: 0, ...NOTHING };
  const after = { ...before, ...(await part(given, before)) };
  if (JSON.stringify(after) === JSON.stringify(before)) return null;
  return given.change({ writes: [put(Summary, after, row ? { version } : "new")] });
};

/** The newest notice for the whole village. */
export const keepNotice = (given: Hearing) => keep(given, async ({ table, now }) => {
  const notice = await latestNotice(table, now);
  return { notice: notice && { id: notice.id, title: notice.title, at: notice.publishedAt ?? notice.history.at(-1)!.at, until: notice.until } };
});

/** The newest greeting everybody may read, and the guest who has waited longest. */
export const keepGuest = (given: Hearing) => keep(given, async ({ table }) => {
  const [guest, waits] = await Promise.all([latestGreeting(table), longestUnanswered(table)]);
  return { guest: guest && { id: guest.id, name: guest.name, hometown: guest.hometown, words: guest.words, at: guest.at }, guestWaits: waits?.at ?? null };
});

/** When rules were loosened. */
export const keepLoosened = (given: Hearing) => keep(given, async ({ table }) => ({ loosened: (await loosenedIn(table)).map(({ at }) => at) }));

/** The groups that households stand in. */
export const keepGroups = (given: Hearing, households: readonly string[]) => keep(given, async ({ table }, before) => {
  const found = (await householdsBy(table, households)).map((house) => house.group).filter((group) => group !== "");
  return { groups: [...new Set([...before.groups, ...found])].sort() };
});
