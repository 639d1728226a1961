import * as z from "zod";
import { STEPS, type contract, type Step } from "../../../shared/alerts/sending/contract.ts";
import { Id } from "../../../shared/contract/ids.ts";
import { add, attempted, openLedger, ownPace, ownTurn, partsOf, sendable, skipped, type Failure, type Ledger, type Outcome, type Stored, type WorkGiven } from "../../core/implement.ts";
import { contactsOf, deadWrites } from "../contacts/reads.ts";
import { linkCode } from "../roll-call/reads.ts";
import type { Warning } from "../warnings/reads.ts";
import { ask } from "./gate.ts";
import { Send, Tally, tallyId } from "./rows.ts";
import { deliverUntil } from "./rules.ts";
import { linksGoOut, smsText, templateOf, whyNot } from "./texts.ts";

type Work = WorkGiven<typeof contract>;

/** What a piece of work names: up to ten households of one step. */
export const Job = z.object({ warning: Id, step: z.enum(STEPS), households: z.array(Id).max(50) });
export type Job = z.infer<typeof Job>;
export const sendId = (job: Pick<Job, "warning" | "step">, household: string): string => `${job.warning}#${household}#sms-${job.step}`;

/** A piece of work hands back what it has not done after this: ten of them come in one batch, and a batch has 30 seconds. */
const BUDGET = 2500;
/** A carrier that was busy so often in a row is left alone for a while. */
const BUSY_ENOUGH = 3;
/** Below this a wait for the carrier's pace is no reason to write things down first. */
const SHORT_WAIT = 25;

interface Message { readonly text: string; readonly parts: number; readonly expiresAt: string; readonly templateKey: string; readonly params: Readonly<Record<string, string>> }

const messageFor = async (given: Work, warning: Stored<Warning>, row: Send, step: Step): Promise<Message> => {
  const code = step === "alert" && linksGoOut(given.facts) ? await linkCode(given.hash, row.warning, row.household) : null;
  const link = code ? `${given.origin}/w/${given.village.id}/${code}` : null;
  const told = step === "update" && warning.replacedBy ? (await ask(given.county, warning.replacedBy, "alert", given.clock())).warning ?? warning : warning;
  const text = smsText(told, step, given.village.names, row.language, given.facts, link);
  return {
    text, parts: partsOf(text), expiresAt: deliverUntil(warning, step, given.clock()), templateKey: templateOf(warning, step),
    params: { village: given.village.names[row.language] ?? "", hazard: told.hazard, colour: told.colour, what: told.texts[row.language].what, phone: given.facts.helpPhone, ...(link ? { link } : {}) },
  };
};

const handOver = async (given: Work, row: Send, message: Message): Promise<Outcome> => {
  const { parts: _parts, ...out } = message;
  try {
    const { id } = await given.send({ ...out, to: row.phones[row.next]!, purpose: "warning", context: `${given.village.id}|${Send.id(row)}` });
    return { ok: true, message: id };
  } catch (error) {
    const { kind, retryAfter } = error as { kind?: Failure; retryAfter?: number };
    return { ok: false, kind: kind ?? "unknown", retryAfter };
  }
};

/** A number the carrier calls invalid is marked in the contact book, so that somebody asks at the door; losing that mark to a race is no loss to the warning. */
const markDead = async (given: Work, row: Send, phone: string): Promise<void> => {
  const book = await contactsOf(given.table, row.household);
  if (book) await given.commit({ writes: deadWrites(book, phone) }).catch(() => false);
};

const oneMessage = async (given: Work, ledger: Ledger<Send>, row: Stored<Send>, message: Message): Promise<Send | null> => {
  let held = await ledger.claim(row);
  if (!held) return null;
  for (;;) {
    const outcome = await handOver(given, held.row, message);
    const now: Send = attempted(held.row, outcome, given.clock());
    ledger.keep({ row: now, version: held.version });
    if (!outcome.ok && outcome.kind === "invalid") await markDead(given, held.row, held.row.phones[held.row.next]!);
    if (now.state !== "claimed") return now;
    await ledger.record();
    held = { row: now, version: held.version + 1 };
  }
};

/** Sends to up to ten households: each is asked about, claimed with a lease, sent and written down before the next leaves. */
export const sendSome = (given: Work): Promise<void> => ownTurn.take(given.lane === "urgent", async () => {
  const job = Job.parse(given.data);
  const begun = performance.now();
  const { county } = given;
  const pace = ownPace(given.facts.messaging.partsPerSecond / given.senders);
  const ledger = openLedger<Send>(given, Send);
  const counts = { sent: 0, parts: 0, failed: 0, expired: 0 };
  const busy: Send[] = [];
  const rows = (await given.table.many(Send, job.households.map((each) => sendId(job, each)))).flatMap((row) => (row && sendable(row, given.clock()) ? [row] : []));
  let left: readonly Stored<Send>[] = [];
  let inARow = 0;
  const writeDown = async (): Promise<void> => {
    const tally = Object.values(counts).some((each) => each > 0) ? [add(Tally, tallyId(job.warning, given.village.id), counts)] : [];
    if (ledger.isOpen()) await ledger.record(tally);
    else if (tally.length > 0) await given.commit({ writes: tally });
  };
  try {
    for (const [i, row] of rows.entries()) {
      if (performance.now() - begun > BUDGET || inARow >= BUSY_ENOUGH) { left = rows.slice(i); break; }
      const wait = pace.take(row.parts, performance.now());
      if (wait > SHORT_WAIT) await ledger.record();
      if (wait > 0) await given.wait(wait);
      const { verdict, warning } = await ask(county, job.warning, job.step, given.clock());
      if (verdict === "paused") break;
      if (verdict !== "go" || !warning) {
        const to = skipped(row, verdict === "expired" ? "expired" : "over");
        if (await ledger.skip(row, to) && to.state === "expired") counts.expired += 1;
        continue;
      }
      const message = await messageFor(given, warning, row, job.step);
      const why = whyNot(warning, message.text, row.language);
      if (why) {
        if (await ledger.skip(row, { ...row, state: "failed", why, again: null })) counts.failed += 1;
        continue;
      }
      const became = await oneMessage(given, ledger, row, message);
      inARow = became?.why === "busy" ? inARow + 1 : 0;
      if (became?.state === "sent") { counts.sent += 1; counts.parts += message.parts; }
      else if (became?.state === "failed") counts.failed += 1;
      else if (became?.why === "busy") busy.push(became);
    }
  } finally {
    await writeDown();
  }
  await handBack(given, job, left, busy, inARow >= BUSY_ENOUGH);
});

/** What is left goes back to the lane; what a busy carrier refused comes again when it asked for it. */
const handBack = async (given: Work, job: Job, left: readonly Send[], busy: readonly Send[], tired: boolean): Promise<void> => {
  const latest = busy.map((each) => each.again ?? "").sort().at(-1);
  const delaySeconds = latest ? Math.max(1, Math.ceil((Date.parse(latest) - given.clock().getTime()) / 1000)) : 0;
  const task = (rows: readonly Send[], wait: number) => (rows.length === 0 ? [] : [{ work: "send", lane: given.lane, data: { ...job, households: rows.map((each) => each.household) }, ...(wait ? { delaySeconds: wait } : {}) }]);
  const tasks = [...task(left, tired ? delaySeconds : 0), ...task(busy, delaySeconds)];
  if (tasks.length > 0) await given.commit({ writes: [], tasks });
};
