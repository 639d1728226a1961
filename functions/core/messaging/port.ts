import type { Outgoing } from "../change.ts";

/** A message on its way; `context` (an id of ours) comes back in its receipt where the carrier can echo one. */
export interface Message extends Outgoing { readonly context?: string }

/** What every carrier can do. A resolved send means the carrier has taken it, not that anybody has read it. */
export interface Messaging {
  /** @throws MessagingError saying what became of the message */
  send(message: Message): Promise<{ readonly id: string }>;
}

/**
 * - `invalid`    not a number that can get messages; final
 * - `opted-out`  this person stopped messages; final, another channel is used
 * - `blocked`    the carrier refuses this message or number; final
 * - `busy`       429 or 5xx, nothing was sent: later
 * - `unknown`    no answer came: it may have been sent; wait for the receipt before sending again
 */
export type MessagingFailure = "invalid" | "opted-out" | "blocked" | "busy" | "unknown";

export class MessagingError extends Error {
  readonly kind: MessagingFailure;
  /** Seconds the carrier asks us to wait. */
  readonly retryAfter: number | undefined;
  constructor(kind: MessagingFailure, detail: string, retryAfter?: number) {
    super(`${kind}: ${detail}`);
    this.name = "MessagingError";
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

/** What an HTTP status of a carrier means, where nothing better is known. */
export const failureOf = (status: number): MessagingFailure => (status === 429 || status >= 500 ? "busy" : status === 408 ? "unknown" : "blocked");

/** Seconds of a Retry-After header; undefined when absent or a date. */
export const retryAfterOf = (header: string | null | undefined): number | undefined => (header && /^\d+$/.test(header) ? Number(header) : undefined);
