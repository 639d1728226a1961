import { afterAnswer, lotStands, remove, stillAsked } from "../../core/implement.ts";
import { convene, poolFor, undrawn } from "./bench.ts";
import type { ForMove } from "./given.ts";
import { Drawn, type Vote } from "./rows.ts";
import { hasJudged, maySit, verdictOf } from "./rules.ts";
import { about, asked, logged, marked, passed, passOn, settle } from "./settle.ts";

type Sitting = ForMove<"vote"> | ForMove<"rule"> | ForMove<"rule-above">;
const voteOf = ({ caller, body, now }: Pick<Sitting, "caller" | "body" | "now">): Vote =>
  ({ person: caller.person!, verdict: body.verdict, rule: body.verdict === "remove" ? body.rule ?? null : null, reason: body.reason ?? null, at: now.toISOString() });
const seatOf = ({ row, caller, fail }: Pick<ForMove<"vote">, "row" | "caller" | "fail">) =>
  !caller.person || !maySit(row, caller.person) ? fail("may-not-sit") : hasJudged(row, caller.person) ? fail("judged-already") : null;

export const hide = async (given: ForMove<"hide">) => {
  const refused = seatOf(given);
  if (refused) return refused;
  const { table, row, moved } = given;
  return moved({ row: { hidden: true }, writes: [await marked(table, row, { case: row.id, is: "hidden", mark: row.mark }), logged(given, row, "hidden")], emits: { name: "hidden", data: about(row) } });
};

export const vote = async (given: ForMove<"vote">) => {
  const refused = seatOf(given);
  if (refused) return refused;
  const { row, moved } = given;
  const votes = [...row.votes, voteOf(given)];
  const said = verdictOf(votes, row.seats);
  if (!said) return moved({ to: row.state as "reported" | "hidden", row: { votes }, emits: { name: "judged", data: about(row) } });
  return moved(await settle(given, said, row.by === "one" ? "alone" : row.seats > 1 ? "panel" : "single", votes) as never);
};

/** The township, or the county, alone has the word. */
const word = (how: "township" | "county") => async (given: ForMove<"rule"> | ForMove<"rule-above">) => {
  const refused = seatOf(given as ForMove<"vote">);
  if (refused) return refused;
  const one = voteOf(given);
  const moved = given.moved as ForMove<"rule">["moved"];
  return moved(await settle(given, one, how, [...given.row.votes, one]) as never);
};
export const rule = word("township");
export const ruleAbove = word("county");

const drawnLot = ({ row, caller }: Pick<ForMove<"say">, "row" | "caller">) => (row.lot && caller.person && stillAsked(row.lot).includes(caller.person) ? row.lot : null);
/** One of the two drawn: both must agree before words are taken away. */
export const say = async (given: ForMove<"say">) => {
  const { row, caller, body, now, fail, moved } = given;
  const lot = drawnLot(given);
  if (!lot) return fail("nobody-drawn");
  const one = voteOf(given as unknown as Sitting);
  const after = afterAnswer(lot, caller.person!, body.verdict === "remove" ? "agree" : "against", [], now)!;
  const stands = lotStands(after, now);
  const votes = [...row.votes, one];
  const done = remove(Drawn, `${caller.person}#${row.id}`);
  if (stands === "agreed" || stands === "against") { const end = await settle(given, one, "lot", votes); return moved({ ...end, writes: [...end.writes.filter((write) => write.op !== "remove"), ...undrawn({ id: row.id, lot })] } as never); }
  if (stands === "lack") return moved((await passOn({ ...given, row: { ...row, lot: null, votes } })) as never);
  return moved({ to: row.state as "drawn", row: { lot: after, votes }, writes: [done], emits: { name: "judged", data: about(row) } });
};
/** Whoever would rather not is followed by the next of the lot. */
export const notMe = async (given: ForMove<"not-me">) => {
  const { row, caller, now, fail, moved } = given;
  const lot = drawnLot(given as unknown as ForMove<"say">);
  if (!lot) return fail("nobody-drawn");
  const after = afterAnswer(lot, caller.person!, "not-me", await poolFor(given, row), now)!;
  const done = remove(Drawn, `${caller.person}#${row.id}`);
  if (lotStands(after, now) === "lack") { const on = await passOn({ ...given, row: { ...row, lot: null } }); return moved({ ...on, writes: [...on.writes, done] } as never); }
  return moved({ to: row.state as "drawn", row: { lot: after }, writes: [done, ...asked(row.id, after)], emits: { name: "judged", data: about(row) } });
};

/** Whoever wrote what was removed, or reported what was kept, may have it looked at once more by others. */
export const appeal = async (given: ForMove<"appeal">) => {
  const { row, caller, body, now, fail, moved } = given;
  const key = caller.person ?? caller.device;
  const from = row.verdict === "remove" && row.author === key ? "writer" : row.verdict === "keep" && row.reporters.includes(key) ? "reporter" : null;
  if (!from) return fail("not-yours-to-appeal");
  if (row.until === null || row.until <= now.toISOString()) return fail("not-allowed-now", { state: row.state, steps: [] });
  const mine = { from, reason: body.reason, at: now.toISOString() } as const;
  const bench = await convene(given, row, "again", null, row.by);
  if (!bench) return moved(await settle({ ...given, row: { ...row, appeal: mine } }, { verdict: row.verdict!, rule: row.rule, reason: row.reason }, "nobody", []).then((end) => ({ ...end, row: { ...end.row, appeal: mine } })) as never);
  return moved({ to: bench.state as "appealed", row: { appeal: mine, by: bench.level, seats: bench.seats, lot: bench.lot, until: bench.until, votes: [] }, writes: [logged(given, row, "appealed"), ...bench.writes], emits: bench.lot ? passed(row, bench) : { name: "appealed", data: about(row) } });
};

export const pass = async (given: ForMove<"pass">) => given.moved((await passOn(given)) as never);
export const close = ({ row, moved }: ForMove<"close">) => moved({ row: { until: null }, emits: { name: "settled", data: { ...about(row), verdict: row.verdict ?? "keep" } } });
