import { put, stableId, type Stored, type Write } from "../../core/implement.ts";
import { saidIn, type Said } from "../../core/said.ts";
import { convene, namedBy } from "./bench.ts";
import type { For } from "./given.ts";
import { Case, Mark, Report } from "./rows.ts";
import { hidesNow } from "./rules.ts";
import { about, drawnIn, logged, marked } from "./settle.ts";
import { keyOf, reportView } from "./view.ts";

type Given = For<"report">;
const OPEN = ["reported", "hidden", "referred", "drawn"];
/** Enough to tell a house from another and a reporter from another; more are only counted. */
const MOST = { houses: 10, reporters: 80 } as const;
const markOf = (said: Said): string => stableId(`${said.words}|${said.media.map(({ id }) => id).join()}`);
const some = (keys: readonly string[], key: string | null, most: number): string[] => (key === null || keys.includes(key) || keys.length >= most ? [...keys] : [...keys, key]);

/** The case with one report more: hidden from now on where that is the rule. */
const counted = <T extends Omit<Case, "state" | "history">>(matter: T, { body, caller }: Pick<Given, "body" | "caller">): T => {
  const villager = caller.member !== null;
  const next = {
    ...matter, reports: matter.reports + 1, visitors: matter.visitors + (villager ? 0 : 1), houses: some(matter.houses, caller.member?.household ?? null, MOST.houses),
    reporters: some(matter.reporters, keyOf(caller), MOST.reporters), grounds: { ...matter.grounds, [body.rule]: (matter.grounds[body.rule] ?? 0) + 1 },
  };
  return { ...next, hidden: matter.hidden || hidesNow(next, body.rule, villager) };
};

const answered = async (given: Given, matter: Stored<Case>, hidesNew: boolean, writes: readonly Write[]) => {
  const { body, caller, now, table, change } = given;
  const report: Report = { case: matter.id, by: keyOf(caller), visitor: caller.member === null, household: caller.member?.household ?? null, rule: body.rule, note: body.note, at: now.toISOString() };
  return change({
    writes: [...writes, put(Report, report, "new"), await marked(table, matter, { case: matter.id, is: matter.hidden ? "hidden" : "open", mark: matter.mark }), ...(hidesNew ? [logged(given, matter, "hidden", { rule: body.rule })] : [])],
    emits: { name: "reported", data: { ...about(matter), hidden: matter.hidden, ...(matter.lot ? { lot: drawnIn(matter.lot) } : {}) } }, answer: reportView(matter, report, now),
  });
};

const open = async (given: Given, said: Said) => {
  const { body, now, newId, begin } = given;
  const named = await namedBy(given, said.words);
  const fresh = counted({
    id: newId(), feature: body.feature, thing: body.thing, part: body.part ?? null, at: now.toISOString(), mark: markOf(said), author: said.by, named: named.people, officeNamed: named.office,
    reports: 0, houses: [], visitors: 0, reporters: [], grounds: {}, hidden: false, by: "panel" as const, seats: 1, votes: [], lot: null, verdict: null, rule: null, reason: null, how: null, appeal: null, until: null,
  } satisfies Omit<Case, "state" | "history">, given);
  const bench = await convene(given, fresh, "first", null);
  // Nobody at all: it waits the time others would have had, so that who can judge may come; then the words stay.
  const until = bench?.until ?? new Date(now.getTime() + given.settings.lookWithin).toISOString();
  const state = bench?.state ?? (fresh.hidden ? "hidden" : "reported");
  const value = { ...fresh, by: bench?.level ?? ("one" as const), seats: bench?.seats ?? 1, lot: bench?.lot ?? null, until };
  const write = begin(Case, value);
  if (write.op !== "put") throw new Error("a new case is put");
  const row = { ...(write.value as Case), state };
  return answered(given, { ...row, version: 1 }, fresh.hidden, [{ ...write, value: row }, ...(bench?.writes ?? [])]);
};

/** Somebody says that words break a rule. The same words are one case, whoever reports them; one person counts once. */
export const report = async (given: Given) => {
  const { table, body, caller, now, fail } = given;
  const said = await saidIn(table, body.feature, body.thing, body.part ?? null);
  if (!said || (said.audience === "village" && caller.member === null)) return fail("not-found");
  if (said.by === keyOf(caller)) return fail("own-words");
  const mark = await table.get(Mark, `${body.feature}#${body.thing}`);
  const standing = body.part === undefined ? mark?.whole : mark?.parts[body.part];
  const before = standing && standing.mark === markOf(said) ? await table.get(Case, standing.case) : null;
  if (!before) return open(given, said);
  const own = await table.get(Report, `${before.id}#${keyOf(caller)}`);
  if (own || !OPEN.includes(before.state)) return reportView(before, own ?? { rule: body.rule, at: now.toISOString() }, now);
  const { version, ...rest } = counted(before, given);
  const state = rest.hidden && rest.state === "reported" ? "hidden" : rest.state;
  const next = { ...rest, state, history: state === rest.state ? rest.history : [...rest.history, { to: state, at: now.toISOString(), by: "reports", channel: caller.channel }] };
  return answered(given, { ...next, version: version + 1 }, rest.hidden && !before.hidden, [put(Case, next, { version }, next.until ? { at: next.until, clock: "pass" } : null)]);
};
