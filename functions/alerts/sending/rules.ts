import type { Ask, Colour } from "../../../shared/alerts/warnings/hazards.ts";
import type { Step } from "../../../shared/alerts/sending/contract.ts";

/** What the rules need to know of a county's warning. */
export interface Held {
  readonly state: string;
  readonly expires: string | null;
  readonly paused: boolean;
  readonly history: readonly { readonly at: string }[];
}
export type Verdict = "go" | "paused" | "expired" | "over";

const MINUTE = 60_000;
/** A queued row is looked at again after this. */
export const STUCK_AFTER = 2 * MINUTE;
const LOOKED_AT_MOST = 10 * MINUTE;
const OVER_TEXT_LIFE = 24 * 60 * MINUTE;
const CARRIER_LIFE = 72 * 60 * MINUTE;
export const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

const OVER_STEPS: readonly Step[] = ["all-clear", "cancel", "update"];
const overAt = (held: Held): number => Date.parse(held.history.at(-1)?.at ?? "");

/** Whether a message of this step may leave now; asked before each one. */
export const verdictOf = (held: Held | null, step: Step, now: Date): Verdict => {
  if (!held) return "over";
  if (OVER_STEPS.includes(step)) return overAt(held) + OVER_TEXT_LIFE <= now.getTime() ? "expired" : ["issued", "waiting", "draft", "dropped"].includes(held.state) ? "over" : "go";
  if (held.expires !== null && held.expires <= now.toISOString()) return "expired";
  if (held.state !== (step === "stand-by" ? "waiting" : "issued")) return "over";
  return held.paused ? "paused" : "go";
};

/** Until when a carrier may still deliver: the warning's end, a day for the word that it is over. */
export const deliverUntil = (held: Held, step: Step, now: Date): string =>
  OVER_STEPS.includes(step) ? after(now, OVER_TEXT_LIFE) : held.expires ?? after(now, CARRIER_LIFE);

/** Red and orange go before everything else. */
export const laneOf = (colour: Colour): "urgent" | "rest" => (colour === "red" || colour === "orange" ? "urgent" : "rest");
/** Whether numbers that said STOP are used too: only when people must leave for their lives. */
export const isMortal = (warning: { readonly colour: Colour; readonly ask: Ask }): boolean => laneOf(warning.colour) === "urgent" && warning.ask === "leave";

/** What follows from how a warning ended; nothing is said when only the counting of households ended. */
export const stepAfter = (how: string): Extract<Step, "all-clear" | "cancel" | "update"> | null =>
  how === "all-clear" || how === "by-time" ? "all-clear" : how === "cancelled" ? "cancel" : how === "replaced" ? "update" : null;

/** When a row that is still queued is looked at next: in two minutes, later the longer the warning has been running, so that a slow carrier's backlog is not swept again and again. */
export const lookAgain = (issuedAt: string | null, now: Date): string =>
  after(now, Math.min(LOOKED_AT_MOST, Math.max(STUCK_AFTER, (now.getTime() - Date.parse(issuedAt ?? now.toISOString())) / 2)));

/** In groups of ten, one for each piece of work. */
export const tens = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / 10) }, (_, i) => all.slice(i * 10, i * 10 + 10));
