import * as z from "zod";
import { Instant } from "../../shared/contract/ids.ts";

export const DELIVERY_STATES = ["queued", "claimed", "unsure", "sent", "delivered", "failed", "expired", "not-needed"] as const;
/** What every row of a message on its way has: the numbers in their turn, what was tried, when to look again. */
export const deliveryFields = {
  /** Numbers in their own order; `next` is the one tried now. */
  phones: z.array(z.string()), next: z.number(),
  state: z.enum(DELIVERY_STATES), why: z.string().nullable(), parts: z.number(),
  attempts: z.array(z.object({ at: Instant, outcome: z.string(), phone: z.number(), message: z.string().nullable() })), extra: z.number(),
  /** When to look again: a stuck row, a lease that ended, a busy carrier, a receipt that did not come. */
  again: Instant.nullable(),
} as const;
const Shape = z.object(deliveryFields);
export type Delivering = z.infer<typeof Shape>;

export type Failure = "invalid" | "opted-out" | "blocked" | "busy" | "unknown";
export type Outcome = { readonly ok: true; readonly message: string } | { readonly ok: false; readonly kind: Failure; readonly retryAfter: number | undefined };
type Attempt = Delivering["attempts"][number];

const MINUTE = 60_000;
/** A queued row is looked at again after this. */
export const STUCK_AFTER = 2 * MINUTE;
/** A claim lasts this long; a worker that died lets go of its row then. */
export const LEASE = MINUTE;
/** A receipt is waited for this long before a message of unknown fate is sent again. */
export const RECEIPT_WAIT = 2 * MINUTE;
export const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
/** How long a busy carrier is left alone: 5 s, doubled each time, two minutes at most, never less than it asks for. */
export const backoff = (busyBefore: number, retryAfter: number | undefined): number =>
  Math.max(Math.min(STUCK_AFTER, 5000 * 2 ** busyBefore), (retryAfter ?? 0) * 1000);

const KEPT_ATTEMPTS = 20;
const RANK: Readonly<Record<Delivering["state"], number>> = { queued: 0, claimed: 1, unsure: 2, failed: 3, expired: 3, "not-needed": 3, sent: 4, delivered: 5 };

const tried = (row: Delivering, outcome: string, now: Date, message: string | null = null): Attempt[] =>
  [...row.attempts, { at: now.toISOString(), outcome, phone: row.next, message }].slice(-KEPT_ATTEMPTS);
const busyBefore = (row: Delivering): number => row.attempts.length - 1 - row.attempts.findLastIndex((each) => each.outcome !== "busy");

/** Whether a piece of work may take this row: queued, and not waiting for a busy carrier. */
export const sendable = (row: Delivering, now: Date): boolean => row.state === "queued" && (row.why !== "busy" || (row.again ?? "") <= now.toISOString());

/** The row while one sender holds it. */
export const claimed = <D extends Delivering>(row: D, now: Date): D => ({ ...row, state: "claimed", why: row.why === "busy" ? null : row.why, again: later(now, LEASE) });

/** The number tried now is of no use: the next one at once, or the row has failed for good. */
const numberFailed = <D extends Delivering>(row: D, why: string, then: "claimed" | "queued", again: string): D =>
  row.next + 1 < row.phones.length ? { ...row, state: then, why: null, next: row.next + 1, again } : { ...row, state: "failed", why, again: null };

/** The row after an attempt. `claimed` still: there is another number to try at once. */
export const attempted = <D extends Delivering>(row: D, outcome: Outcome, now: Date): D => {
  if (outcome.ok) return { ...row, state: "sent", again: null, attempts: tried(row, "sent", now, outcome.message) };
  const { kind } = outcome;
  if (kind === "busy") return { ...row, state: "queued", why: "busy", again: later(now, backoff(busyBefore(row), outcome.retryAfter)), attempts: tried(row, "busy", now) };
  if (kind === "unknown") return { ...row, state: "unsure", why: "no-answer", again: later(now, RECEIPT_WAIT), attempts: tried(row, "no-answer", now) };
  return numberFailed({ ...row, attempts: tried(row, kind, now) }, kind, "claimed", later(now, LEASE));
};

/** A row whose time is up, or whose matter is over. */
export const skipped = <D extends Delivering>(row: D, verdict: "expired" | "over"): D => ({ ...row, state: verdict === "expired" ? "expired" : "not-needed", why: verdict, again: null });

/** A row whose fate nobody knows, sent once more: the message may arrive twice, and that is counted. */
export const onceMore = <D extends Delivering>(row: D, now: Date, again: string): D =>
  ({ ...row, state: "queued", why: null, again, extra: row.extra + 1, attempts: row.state === "claimed" ? tried(row, "lost-lease", now) : row.attempts });

/** What we know of our own attempt, laid over a row that somebody changed meanwhile. Never backward. */
export const merged = <D extends Delivering>(fresh: D, ours: D): D => {
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
export const afterReceipt = <D extends Delivering>(row: D, receipt: ReceiptFacts, now: Date): D | "later" | null => {
  const at = row.attempts.findLastIndex((each) => each.message === receipt.id);
  const lost = row.attempts.at(-1)?.outcome;
  const waits = row.state === "claimed" || row.state === "unsure" || (row.state === "queued" && (lost === "lost-lease" || lost === "no-answer"));
  if (at < 0 && !waits) return null;
  const attempts = row.attempts.map((each, i) => (i === at ? { ...each, outcome: receipt.status } : each));
  if (receipt.status === "delivered") return row.state === "delivered" ? null : { ...row, attempts, state: "delivered", why: null, again: null };
  if (row.state === "claimed") return "later";
  if (RANK[row.state] === 3 || row.state === "delivered" || (at >= 0 && row.attempts[at]!.phone !== row.next)) return null;
  if (receipt.status === "expired") return { ...row, attempts, state: "expired", why: "carrier", again: null };
  return numberFailed({ ...row, attempts }, receipt.status, "queued", later(now, STUCK_AFTER));
};
