import type { Send } from "./rows.ts";
import { after, backoff, LEASE, RECEIPT_WAIT, STUCK_AFTER } from "./rules.ts";

export type Failure = "invalid" | "opted-out" | "blocked" | "busy" | "unknown";
export type Outcome = { readonly ok: true; readonly message: string } | { readonly ok: false; readonly kind: Failure; readonly retryAfter: number | undefined };
type Attempt = Send["attempts"][number];

const KEPT_ATTEMPTS = 20;
const RANK: Readonly<Record<Send["state"], number>> = { queued: 0, claimed: 1, unsure: 2, failed: 3, expired: 3, "not-needed": 3, sent: 4, delivered: 5 };

const tried = (row: Send, outcome: string, now: Date, message: string | null = null): Attempt[] =>
  [...row.attempts, { at: now.toISOString(), outcome, phone: row.next, message }].slice(-KEPT_ATTEMPTS);
const busyBefore = (row: Send): number => row.attempts.length - 1 - row.attempts.findLastIndex((each) => each.outcome !== "busy");

/** Whether a piece of work may take this row: queued, and not waiting for a busy carrier. */
export const sendable = (row: Send, now: Date): boolean => row.state === "queued" && (row.why !== "busy" || (row.again ?? "") <= now.toISOString());

/** The row while one sender holds it. */
export const claimed = (row: Send, now: Date): Send => ({ ...row, state: "claimed", why: row.why === "busy" ? null : row.why, again: after(now, LEASE) });

/** The row after an attempt. `claimed` still: there is another number to try at once. */
export const attempted = (row: Send, outcome: Outcome, now: Date): Send => {
  if (outcome.ok) return { ...row, state: "sent", again: null, attempts: tried(row, "sent", now, outcome.message) };
  const { kind } = outcome;
  if (kind === "busy") return { ...row, state: "queued", why: "busy", again: after(now, backoff(busyBefore(row), outcome.retryAfter)), attempts: tried(row, "busy", now) };
  if (kind === "unknown") return { ...row, state: "unsure", why: "no-answer", again: after(now, RECEIPT_WAIT), attempts: tried(row, "no-answer", now) };
  return numberFailed({ ...row, attempts: tried(row, kind, now) }, kind, "claimed", after(now, LEASE));
};

/** The number tried now is of no use: the next one at once, or the row has failed for good. */
const numberFailed = (row: Send, why: string, then: "claimed" | "queued", again: string): Send =>
  row.next + 1 < row.phones.length ? { ...row, state: then, why: null, next: row.next + 1, again } : { ...row, state: "failed", why, again: null };

/** A row whose time is up, or whose warning is over. */
export const skipped = (row: Send, verdict: "expired" | "over"): Send => ({ ...row, state: verdict === "expired" ? "expired" : "not-needed", why: verdict, again: null });

/** A row whose fate nobody knows, sent once more: the message may arrive twice, and that is counted. */
export const onceMore = (row: Send, now: Date, again: string): Send =>
  ({ ...row, state: "queued", why: null, again, extra: row.extra + 1, attempts: row.state === "claimed" ? tried(row, "lost-lease", now) : row.attempts });

/** What we know of our own attempt, laid over a row that somebody changed meanwhile. Never backward. */
export const merged = (fresh: Send, ours: Send): Send => {
  const attempt = ours.attempts.at(-1);
  const has = attempt === undefined || fresh.attempts.some((each) => each.at === attempt.at && each.message === attempt.message && each.outcome === attempt.outcome);
  const attempts = has ? fresh.attempts : [...fresh.attempts, attempt].slice(-KEPT_ATTEMPTS);
  return RANK[ours.state] > RANK[fresh.state] ? { ...ours, attempts, extra: fresh.extra } : { ...fresh, attempts };
};

export interface ReceiptFacts { readonly id: string; readonly status: "delivered" | "invalid" | "blocked" | "expired" | "unreachable" }

/**
 * The row after a receipt; null when it changes nothing: an unknown message of a row that waits for none, an older number's failure,
 * a step backward. `later` when our own record of that message is still on its way.
 */
export const afterReceipt = (row: Send, receipt: ReceiptFacts, now: Date): Send | "later" | null => {
  const at = row.attempts.findLastIndex((each) => each.message === receipt.id);
  const lost = row.attempts.at(-1)?.outcome;
  const waits = row.state === "claimed" || row.state === "unsure" || (row.state === "queued" && (lost === "lost-lease" || lost === "no-answer"));
  if (at < 0 && !waits) return null;
  const attempts = row.attempts.map((each, i) => (i === at ? { ...each, outcome: receipt.status } : each));
  if (receipt.status === "delivered") return row.state === "delivered" ? null : { ...row, attempts, state: "delivered", why: null, again: null };
  if (row.state === "claimed") return "later";
  if (RANK[row.state] === 3 || row.state === "delivered" || (at >= 0 && row.attempts[at]!.phone !== row.next)) return null;
  if (receipt.status === "expired") return { ...row, attempts, state: "expired", why: "carrier", again: null };
  return numberFailed({ ...row, attempts }, receipt.status, "queued", after(now, STUCK_AFTER));
};
