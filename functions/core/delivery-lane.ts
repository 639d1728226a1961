import type { Outgoing } from "./change.ts";
import { afterReceipt, attempted, later, onceMore, sendable, skipped, STUCK_AFTER, type Delivering, type Failure, type Outcome, type ReceiptFacts } from "./delivery.ts";
import { openLedger, type Bookkeeping } from "./delivery-ledger.ts";
import { ownPace } from "./delivery-pace.ts";
import { ownTurn } from "./delivery-turn.ts";
import { put, type Kind, type Stored, type Write } from "./rows.ts";
import type { Table } from "./table.ts";

export interface LaneMessage { readonly text: string; readonly expiresAt: string; readonly templateKey: string; readonly params: Readonly<Record<string, string>> }
export interface LaneGiven extends Bookkeeping {
  readonly send: (message: Outgoing & { context?: string }) => Promise<{ id: string }>;
  readonly senders: number;
  readonly facts: { readonly messaging: { readonly partsPerSecond: number } };
}
export interface Lane<D> {
  readonly kind: Kind<D>;
  readonly rows: readonly (Stored<D> | null)[];
  readonly purpose: Outgoing["purpose"];
  /** What the receipt brings back. */
  readonly context: (row: D) => string;
  /** Asked before each message: what leaves, or why it does not. "later" leaves the row as it is. */
  readonly ask: (row: D) => Promise<LaneMessage | "expired" | "over" | "later">;
  /** A number the carrier calls invalid. */
  readonly dead?: (row: D, phone: string) => Promise<void>;
}
export interface LaneDone<D> { readonly sent: number; readonly parts: number; readonly failed: number; /** To be handed back to the lane, with the wait a busy carrier asked for. */ readonly left: readonly D[]; readonly delaySeconds: number }

/** A piece of work hands back what it has not done after this: ten of them come in one batch, and a batch has 30 seconds. */
const BUDGET = 2500;
const BUSY_ENOUGH = 3;
/** Of the carrier's rate: what else is sent never stands in the way of a warning. */
const SHARE = 0.1;
const SHORT_WAIT = 25;

const handOver = async <D extends Delivering>(given: LaneGiven, lane: Lane<D>, row: D, message: LaneMessage): Promise<Outcome> => {
  try {
    const { id } = await given.send({ ...message, to: row.phones[row.next]!, purpose: lane.purpose, context: lane.context(row) });
    return { ok: true, message: id };
  } catch (error) {
    const { kind, retryAfter } = error as { kind?: Failure; retryAfter?: number };
    return { ok: false, kind: kind ?? "unknown", retryAfter };
  }
};

/**
 * Messages that are no warning: one process holds one of unknown fate at a time, behind every warning, at the carrier's pace, each claimed with a
 * lease, sent and written down before the next leaves. A number of no use is followed by the household's next.
 */
export const sendLane = <D extends Delivering>(given: LaneGiven, lane: Lane<D>): Promise<LaneDone<D>> => ownTurn.take(false, async () => {
  const begun = performance.now();
  const pace = ownPace((given.facts.messaging.partsPerSecond / given.senders) * SHARE);
  const ledger = openLedger<D>(given, lane.kind);
  const rows = lane.rows.flatMap((row) => (row && sendable(row, given.clock()) ? [row] : []));
  const [done, left] = [{ sent: 0, parts: 0, failed: 0 }, [] as D[]];
  let inARow = 0;
  try {
    for (const [i, row] of rows.entries()) {
      if (performance.now() - begun > BUDGET || inARow >= BUSY_ENOUGH) { left.push(...rows.slice(i)); break; }
      const wait = pace.take(row.parts, performance.now());
      if (wait > SHORT_WAIT) await ledger.record();
      if (wait > 0) await given.wait(wait);
      const message = await lane.ask(row);
      if (message === "later") continue;
      if (typeof message === "string") { await ledger.skip(row, skipped(plain(row), message)); continue; }
      let held = await ledger.claim(row);
      while (held) {
        const outcome = await handOver(given, lane, held.row, message);
        const now: D = attempted(held.row, outcome, given.clock());
        ledger.keep({ row: now, version: held.version });
        if (!outcome.ok && outcome.kind === "invalid") await lane.dead?.(held.row, held.row.phones[held.row.next]!).catch(() => undefined);
        if (now.state === "claimed") { await ledger.record(); held = { row: now, version: held.version + 1 }; continue; }
        inARow = now.why === "busy" ? inARow + 1 : 0;
        if (now.state === "sent") { done.sent += 1; done.parts += now.parts; } else if (now.state === "failed") done.failed += 1;
        else if (now.why === "busy") left.push(now);
        held = null;
      }
    }
  } finally {
    await ledger.record();
  }
  const latest = left.flatMap((each) => (each.why === "busy" && each.again ? [each.again] : [])).sort().at(-1);
  return { ...done, left, delaySeconds: latest ? Math.max(1, Math.ceil((Date.parse(latest) - given.clock().getTime()) / 1000)) : 0 };
});
const plain = <D>({ version: _version, ...row }: Stored<D>): D => row as unknown as D;

/**
 * What a receipt says of a row sent by such a lane; null for one of somebody else, or when it changes nothing.
 * @throws Error when our own record of that message is still on its way: the receipt comes again
 */
export const heedReceipt = async <D extends Delivering>(table: Table, kind: Kind<D>, id: string, receipt: ReceiptFacts, now: Date): Promise<{ readonly row: D; readonly write: Write } | null> => {
  const stored = await table.get(kind, id);
  if (!stored) return null;
  const to = afterReceipt(plain(stored), receipt, now);
  if (to === "later") throw new Error("the receipt came before the record of its message");
  return to && { row: to, write: put(kind, to, { version: stored.version }) };
};

/** A row of such a lane whose time to be looked at has come: it goes to work, a message of unknown fate once more, and counted. */
export const lookOver = <D extends Delivering>(kind: Kind<D>, stored: Stored<D>, now: Date): { readonly row: D; readonly write: Write } | null => {
  const row = plain(stored);
  if (row.state !== "queued" && row.state !== "claimed" && row.state !== "unsure") return null;
  const again = later(now, STUCK_AFTER);
  const to: D = row.state === "queued" ? { ...row, why: row.why === "busy" ? null : row.why, again } : onceMore(row, now, again);
  return { row: to, write: put(kind, to, { version: stored.version }) };
};
