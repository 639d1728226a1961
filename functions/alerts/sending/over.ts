import type { contract, Step } from "../../../shared/alerts/sending/contract.ts";
import { householdsBy } from "../../affairs/households/reads.ts";
import { add, partsOf, put, skipped, type Change, type Heard, type HeardGiven, type Stored } from "../../core/implement.ts";
import { isMeant, Warning } from "../warnings/reads.ts";
import { plannedBefore, tasksFor } from "./plan.ts";
import { Plan, Send, Tally, tallyId } from "./rows.ts";
import { after, laneOf, stepAfter, STUCK_AFTER } from "./rules.ts";
import { smsText } from "./texts.ts";

type Given = HeardGiven<typeof contract>;

/** Two rows may be written for each that is read. */
const PAGE = 45;
/** What may have reached a phone: whoever may have got the warning gets the word that it is over. */
const MAY_HAVE_COME: readonly Send["state"][] = ["claimed", "unsure", "sent", "delivered"];
const WAITS: readonly Send["state"][] = ["queued"];

/** The households that the warning in its place means as well: they get that one's own message. */
const meantByNext = async (given: Given, next: Warning | null, rows: readonly Send[]): Promise<ReadonlySet<string>> => {
  if (!next) return new Set();
  const houses = await householdsBy(given.table, rows.map((row) => row.household));
  const parts = next.parts.filter((part) => part.village === given.village.id);
  return new Set(houses.filter((house) => parts.some((part) => isMeant({ groups: part.groups ?? null, mark: part.mark ?? null }, house))).map((house) => house.id));
};

const wordOf = (given: Given, told: Warning, step: Step, row: Send): Send => ({
  ...row, step, lane: step === "all-clear" ? "rest" : laneOf(told.colour), state: "queued", why: null, again: after(given.now, STUCK_AFTER), attempts: [], extra: 0,
  parts: partsOf(smsText(told, step, given.village.names, row.language, given.facts, null)),
});

const bare = ({ version: _version, ...row }: Stored<Send>): Send => row;

/**
 * The warning is over in this village: what waits is not sent any more, and everybody whom it may have reached is told. A row that is claimed
 * at this very moment fails this page's transaction, which then runs again and sees it.
 */
export const tellOver = async (given: Given, event: Heard<{ warning: string; how: string }>): Promise<Change | null> => {
  const id = event.data.warning;
  const warning = await given.county.get(Warning, id);
  const step = stepAfter(event.data.how);
  if (!warning || (step && given.from === null && (await plannedBefore(given, id, step, event.id)))) return null;
  const next = step === "update" && warning.replacedBy ? await given.county.get(Warning, warning.replacedBy) : null;
  const { items, next: cursor } = await given.table.list(Send, { under: `${id}#`, oldestFirst: true, limit: PAGE, ...(given.from ? { cursor: given.from } : {}) });
  const waiting = items.filter((row) => WAITS.includes(row.state) && (row.step === "alert" || row.step === "stand-by"));
  const reached = step ? items.filter((row) => row.step === "alert" && MAY_HAVE_COME.includes(row.state)) : [];
  const elsewhere = step === "update" ? await meantByNext(given, next, reached) : new Set<string>();
  const words = step ? reached.filter((row) => !elsewhere.has(row.household)).map((row) => wordOf(given, next ?? warning, step, bare(row))) : [];
  const plan = step && given.from === null ? [put(Plan, { warning: id, step, event: event.id, at: given.now.toISOString(), done: cursor === null, messages: words.length, parts: 0 }, "new" as const)] : [];
  const writes = [
    ...waiting.map((row) => put(Send, skipped(bare(row), "over"), { version: row.version })), ...words.map((row) => put(Send, row, "new")), ...plan,
    ...(words.length > 0 ? [add(Tally, tallyId(id, given.village.id), { planned: words.length })] : []),
  ];
  if (writes.length === 0 && cursor === null) return null;
  return given.change({
    writes, tasks: tasksFor(words), ...(cursor ? { next: cursor } : {}),
    ...(step && cursor === null ? { emits: { name: "planned" as const, data: { warning: id, step, messages: words.length, parts: words.reduce((sum, row) => sum + row.parts, 0) } } } : {}),
  });
};

/** Sending goes on after a pause: what waits is put to work at once instead of at its next look. */
export const goOn = async (given: Given, event: Heard<{ warning: string }>): Promise<Change | null> => {
  const { items, next } = await given.table.list(Send, { under: `${event.data.warning}#`, oldestFirst: true, limit: 90, ...(given.from ? { cursor: given.from } : {}) });
  const tasks = tasksFor(items.filter((row) => row.why !== "busy"));
  return tasks.length === 0 && next === null ? null : given.change({ writes: [], tasks, ...(next ? { next } : {}) });
};
