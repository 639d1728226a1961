import { holds, type Caller, type Stored } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { noticesFor } from "./reads.ts";
import { Know, Notice } from "./rows.ts";
import { isFor } from "./rules.ts";
import { shelfPage } from "./shelves.ts";
import { groupTextOf, publicView } from "./view.ts";

const OFFICES = ["office:secretary", "office:committee", "township:director"];
const wasShown = (notice: Notice): boolean => notice.publishedAt !== null;
const houseOf = (caller: Caller) => ({ household: caller.member?.household ?? null, group: caller.member?.group ?? "" });

export const list = async ({ table, query, now }: For<"list">) => {
  const page = await shelfPage(table, "now", query);
  return { items: page.items.filter((notice) => notice.until === null || notice.until > now.toISOString()).map(publicView), next: page.next };
};
export const past = async ({ table, query }: For<"past">) => {
  const page = await shelfPage(table, "past", query);
  return { items: page.items.map(publicView), next: page.next };
};
export const mine = async ({ table, caller, now }: For<"mine">) =>
  ({ items: (await noticesFor(table, houseOf(caller), now)).map(({ notice, known }) => ({ ...publicView(notice), known })) });

export const one = async ({ table, params, fail }: For<"one">) => {
  const notice = await table.get(Notice, params.id);
  return notice && wasShown(notice) && notice.audience.to === "village" ? publicView(notice) : fail("not-found");
};
export const forMe = async ({ table, params, caller, fail }: For<"forMe">) => {
  const notice = await table.get(Notice, params.id);
  const house = houseOf(caller);
  if (!notice || !wasShown(notice) || !isFor(notice.audience, house)) return fail("not-found");
  const asked = notice.kind === "must-read" && house.household !== null;
  return { ...publicView(notice), known: asked ? (await table.get(Know, `${notice.id}#${house.household}`)) !== null : null };
};
const mayRead = (notice: Stored<Notice>, caller: Caller): boolean =>
  holds(caller, ...OFFICES) || (caller.member !== null && notice.state === "published" && isFor(notice.audience, houseOf(caller)));

export const groupText = async ({ table, params, caller, village, words, language, facts, fail }: For<"groupText">) => {
  const notice = await table.get(Notice, params.id);
  if (!notice || !mayRead(notice, caller)) return fail("not-found");
  return groupTextOf(notice, village.names[language] ?? village.names["zh"] ?? village.id, words, language, facts.zone);
};
