import type { HOW, Rule } from "../../../shared/circle/moderation/case.ts";
import { put, type Lot, type Table, type Write } from "../../core/implement.ts";
import { asked, convene, undrawn, type Bench } from "./bench.ts";
import type { Asking } from "./given.ts";
import { Logged, Mark, type Case, type Standing } from "./rows.ts";
import { inTheEnd } from "./rules.ts";

type How = (typeof HOW)[number];
type Did = "hidden" | "kept" | "removed" | "appealed" | "upheld" | "overturned";
type Thing = Pick<Case, "id" | "feature" | "thing" | "part">;
type Settling = Asking & { readonly newId: () => string; readonly row: Case };
interface Said { readonly verdict: "keep" | "remove"; readonly rule: Rule | null; readonly reason: string | null }

/** What an event says of a case: ids, never words. */
export const about = ({ id, feature, thing, part }: Thing) => ({ case: id, feature, thing, part });
/** A line of the public log. */
export const logged = ({ now, newId }: Pick<Settling, "now" | "newId">, { feature }: Pick<Case, "feature">, did: Did, said: Partial<Pick<Said, "rule" | "reason">> & { how?: How } = {}): Write =>
  put(Logged, { id: newId(), at: now.toISOString(), feature, did, rule: said.rule ?? null, reason: said.reason ?? null, how: said.how ?? null }, "new");

/** How the thing, or its part, stands from now on. */
export const marked = async (table: Table, { feature, thing, part }: Thing, standing: Standing): Promise<Write> => {
  const row = await table.get(Mark, `${feature}#${thing}`);
  const { version, ...before } = row ?? { version: 0, feature, thing, whole: null, parts: {} };
  return put(Mark, part === null ? { ...before, whole: standing } : { ...before, parts: { ...before.parts, [part]: standing } }, row ? { version } : "new");
};

/** A decision: words are kept or taken away, with an appeal to come; of an appeal, for good. */
export const settle = async (given: Settling, said: Said, how: How, votes: Case["votes"]) => {
  const { table, row, now, settings } = given;
  const again = row.appeal !== null;
  const remove = said.verdict === "remove";
  const [rule, reason] = remove ? [said.rule ?? row.rule, said.reason ?? row.reason] : [null, said.reason];
  const did: Did = again ? (said.verdict === row.verdict ? "upheld" : "overturned") : remove ? "removed" : "kept";
  return {
    to: again ? ("final" as const) : remove ? ("removed" as const) : ("kept" as const),
    row: { votes, verdict: said.verdict, rule, reason, how, hidden: remove, lot: null, until: again ? null : new Date(now.getTime() + settings.appealWithin).toISOString() },
    writes: [await marked(table, row, { case: row.id, is: remove ? "removed" : "kept", mark: row.mark }), logged(given, row, did, { rule, reason, how }), ...undrawn(row)],
    emits: again ? { name: "settled" as const, data: { ...about(row), verdict: said.verdict } } : { name: "decided" as const, data: { ...about(row), verdict: said.verdict, rule } },
  };
};

const seated = (row: Case, bench: Bench) => ({ by: bench.level, seats: bench.seats, lot: bench.lot, until: bench.until, votes: row.votes });
/** What lets anybody draw again. */
export const drawnIn = (lot: Lot) => ({ link: lot.link, seed: lot.seed, drawn: lot.drawn.map(({ person }) => person) });
/** What the event says when others are asked now. */
export const passed = (row: Thing, { lot }: Pick<Bench, "lot">) =>
  lot ? { name: "lot-drawn" as const, data: { ...about(row), ...drawnIn(lot) } } : { name: "passed" as const, data: about(row) };

/** Whoever was asked is not there: it goes on, and in the end stands as those said who did judge; nobody at all: as it was, in doubt the words stay. */
export const passOn = async (given: Settling) => {
  const { row } = given;
  const again = row.appeal !== null;
  const bench = await convene(given, row, again ? "again" : "first", row.by);
  if (bench) return { to: bench.state, row: seated(row, bench), writes: [...undrawn(row), ...bench.writes], emits: passed(row, bench) };
  const before = again && row.votes.length === 0 && row.verdict !== null ? { verdict: row.verdict, rule: row.rule, reason: row.reason } : inTheEnd(row.votes);
  return settle(given, before, row.votes.length > 0 ? "alone" : "nobody", row.votes);
};
export { asked };
