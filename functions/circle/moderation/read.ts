import { saidIn } from "../../core/said.ts";
import type { For } from "./given.ts";
import { Case, Logged, Report } from "./rows.ts";
import { drawnFor } from "./reads.ts";
import { caseView, isKnown, keyOf, ownView, reportView, sits } from "./view.ts";

const MOST_NOTES = 20;

export const about = async ({ table, query, caller, fail }: For<"about">) => {
  const said = await saidIn(table, query.feature, query.thing, query.part ?? null);
  return said && (said.audience === "public" || caller.member !== null) ? { words: said.words, media: [...said.media] } : fail("not-found");
};
export const mine = async ({ table, query, caller, now }: For<"mine">) => {
  if (!isKnown(caller)) return { items: [], next: null };
  const page = await table.byPerson(Report, keyOf(caller), query);
  const cases = await table.many(Case, page.items.map((each) => each.case));
  return { items: page.items.flatMap((each, i) => (cases[i] ? [reportView(cases[i], each, now)] : [])), next: page.next };
};
/** A report that has hidden nothing yet is no news for who wrote the words. */
export const ownWords = async ({ table, query, caller, now }: For<"ownWords">) => {
  if (!isKnown(caller)) return { items: [], next: null };
  const page = await table.byPerson(Case, keyOf(caller), query);
  return { items: page.items.filter((row) => row.hidden || row.verdict !== null).map((row) => ownView(row, now)), next: page.next };
};
export const waiting = async ({ table, query, caller, now }: For<"waiting">) => {
  if (caller.holds.length === 0) {
    const drawn = await table.many(Case, await drawnFor(table, caller.person!, now));
    return { items: drawn.flatMap((row) => (row && sits(row, caller) ? [caseView(row, caller)] : [])), next: null };
  }
  const [page, drawn] = await Promise.all([table.list(Case, query), query.cursor === undefined ? drawnFor(table, caller.person!, now).then((ids) => table.many(Case, ids)) : []]);
  const rows = [...new Map([...drawn.flatMap((row) => row ?? []), ...page.items].map((row) => [row.id, row])).values()];
  return { items: rows.filter((row) => sits(row, caller)).map((row) => caseView(row, caller)), next: page.next };
};
export const log = async ({ table, query }: For<"log">) => {
  const page = await table.list(Logged, query);
  return { items: page.items, next: page.next };
};
export const one = async ({ table, params, caller, fail }: For<"one">) => {
  const row = await table.get(Case, params.id);
  if (!row || !sits(row, caller)) return fail("not-found");
  const [said, reports] = await Promise.all([saidIn(table, row.feature, row.thing, row.part), table.list(Report, { under: `${row.id}#`, limit: MOST_NOTES })]);
  return { ...caseView(row, caller), words: said?.words ?? null, media: [...(said?.media ?? [])], notes: reports.items.map(({ note }) => note).filter((note) => note !== "") };
};
