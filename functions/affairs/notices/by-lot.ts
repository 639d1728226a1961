import { afterAnswer, lotChain, lotPool, lotStands, openLot, put, remove, stillAsked, type Lot, type LotAnswer, type Write } from "../../core/implement.ts";
import type { For, ForMove } from "./given.ts";
import { Drawn, Notice } from "./rows.ts";
import { shown, waits } from "./shelves.ts";
import { publicView } from "./view.ts";

/** Two villagers stand for the second person nobody can be. */
const WANTED = 2;
type Asked = ForMove<"agree"> | ForMove<"against"> | ForMove<"not-me">;
type Published = Pick<ForMove<"publish">, "row" | "now" | "newId" | "settings">;

const ask = (notice: string, lot: Lot): Write[] => stillAsked(lot).map((person) => put(Drawn, { person, notice, until: lot.until }, "over"));
/** Nobody drawn is asked any more. */
export const undrawn = ({ id, lot }: Pick<Notice, "id" | "lot">): Write[] => stillAsked(lot).map((person) => remove(Drawn, `${person}#${id}`));

/** What follows from a yes: a second person's, that of two villagers drawn, or nobody's, which is marked. The end is as written, or after the village's habit. */
export const publishing = ({ row, now, newId, settings }: Published, by: "second" | "lot" | "alone") => {
  const [key, alone, byLot] = [newId(), by === "alone", by === "lot"];
  return {
    to: "published" as const, writes: [...shown(row, key), ...undrawn(row)],
    row: { alone, byLot, key, reason: null, lot: null, publishedAt: now.toISOString(), until: row.until ?? new Date(now.getTime() + settings.plainLasts).toISOString() },
    emits: { name: "published" as const, data: { notice: row.id, to: row.audience.to, mustRead: row.kind === "must-read", alone, byLot } },
  };
};

/**
 * Before a notice passes by one: the lot. Draws it, or says that it still waits; null when there is nobody to draw, the village draws none,
 * or the time is over.
 */
export const lotFirst = async (given: ForMove<"approve"> | ForMove<"publish">) => {
  const { table, row, now, settings, fail } = given;
  if (row.lot) return lotStands(row.lot, now) === "waits" ? fail("lot-waits", { detail: { until: row.lot.until } }) : null;
  if (settings.lotWithin === 0) return null;
  const [pool, chain] = await Promise.all([lotPool(table, now.getUTCFullYear(), [row.writer]), lotChain(table, row.id)]);
  const lot = openLot(pool, chain, WANTED, new Date(now.getTime() + settings.lotWithin));
  if (!lot) return null;
  const moved = given.moved as ForMove<"publish">["moved"];
  return moved({ to: "draft", row: { lot }, writes: ask(row.id, lot), emits: { name: "lot-drawn", data: { notice: row.id, link: lot.link, seed: lot.seed, drawn: stillAsked(lot) } } });
};

/** The lot after this answer, and who is asked next; null for who was not drawn, or has answered: a draft is nobody else's to know. */
const answered = async ({ table, row, caller, now }: Asked, answer: LotAnswer) => {
  if (!row.lot || !caller.person || !stillAsked(row.lot).includes(caller.person)) return null;
  const pool = answer === "not-me" ? await lotPool(table, now.getUTCFullYear(), [row.writer]) : [];
  const lot = afterAnswer(row.lot, caller.person, answer, pool, now);
  return lot && { lot, writes: [remove(Drawn, `${caller.person}#${row.id}`), ...ask(row.id, lot)] };
};
const said = (notice: string, answer: LotAnswer) => ({ name: "lot-answered" as const, data: { notice, answer } });

export const agree = async (given: ForMove<"agree">) => {
  const { row, now, fail, moved } = given;
  const after = await answered(given, "agree");
  if (!after) return fail("not-found");
  if (lotStands(after.lot, now) !== "agreed") return lotStands(after.lot, now) === "lack" ? moved(publishing(given, "alone")) : moved({ to: "draft", row: { lot: after.lot }, writes: after.writes, emits: said(row.id, "agree") });
  if (row.until !== null && row.until <= now.toISOString()) return fail("until-passed");
  return moved(publishing(given, "lot"));
};
/** One against is enough: the draft goes back to its writer with the reason. */
export const against = async (given: ForMove<"against">) => {
  const { row, body, fail, moved } = given;
  return (await answered(given, "against")) ? moved({ row: { lot: null, reason: body.reason }, writes: [waits(row), ...undrawn(row)], emits: said(row.id, "against") }) : fail("not-found");
};
export const notMe = async (given: ForMove<"not-me">) => {
  const { row, now, fail, moved } = given;
  const after = await answered(given, "not-me");
  if (!after) return fail("not-found");
  return lotStands(after.lot, now) === "lack" ? moved(publishing(given, "alone")) : moved({ to: "draft", row: { lot: after.lot }, writes: after.writes, emits: said(row.id, "not-me") });
};
/** The time is over: it passes by one, for lack of others; unless its own end has come meanwhile. */
export const pass = (given: ForMove<"pass">) => {
  const { row, now, moved } = given;
  const late = row.until !== null && row.until <= now.toISOString();
  return late ? moved({ to: "draft", row: { lot: null }, writes: undrawn(row), emits: { name: "drafted", data: { notice: row.id } } }) : moved(publishing(given, "alone"));
};

/** What the lot asks of me. */
export const drawn = async ({ table, caller, now }: For<"drawn">) => {
  const asked = (await table.list(Drawn, { under: `${caller.person!}#`, limit: 20 })).items.filter((each) => each.until > now.toISOString());
  const notices = await table.many(Notice, asked.map((each) => each.notice));
  return { items: notices.flatMap((notice, i) => (notice?.lot ? [{ ...publicView(notice), answerBy: asked[i]!.until }] : [])) };
};
