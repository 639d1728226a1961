import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import { HAND_CHANNELS, SEND_STATES, STEPS } from "../../../shared/alerts/sending/contract.ts";
import { row, scrub } from "../../core/implement.ts";

/** One household on one channel in one step of a warning: its own record, whatever becomes of it. */
export const Send = row("SEND", () => z.object({
  warning: Id, household: Id, channel: z.literal("sms"), step: z.enum(STEPS), no: z.string(),
  /** Numbers in the household's own order; `next` is the one tried now. */
  phones: z.array(z.string()), next: z.number(), language: z.enum(LANGUAGES), lane: z.enum(["urgent", "rest"]),
  state: z.enum(SEND_STATES), why: z.string().nullable(), parts: z.number(),
  attempts: z.array(z.object({ at: Instant, outcome: z.string(), phone: z.number(), message: z.string().nullable() })), extra: z.number(),
  /** When to look again: a stuck row, a lease that ended, a busy carrier, a receipt that did not come. */
  again: Instant.nullable(),
}), {
  id: (send) => `${send.warning}#${send.household}#${send.channel}-${send.step}`,
  due: (send) => (send.again ? { at: send.again, clock: "again" } : null),
  // The place in the list stays: attempts count by it.
  erase: (send, who) => (who.households.includes(send.household) ? { ...send, phones: send.phones.map((phone) => (who.phones.includes(phone) ? "" : phone)) } : send),
});
export type Send = z.infer<typeof Send.schema>;

/** That a village's messages of one step were planned, by which event: a second event for the same step plans nothing. */
export const Plan = row("PLAN", () => z.object({ warning: Id, step: z.enum(STEPS), event: z.string(), at: Instant, done: z.boolean(), messages: z.number(), parts: z.number() }), { id: (plan) => `${plan.warning}#${plan.step}` });
export type Plan = z.infer<typeof Plan.schema>;

/** One village's counts of one warning's messages, under its county. Only ever added to. */
export const Tally = row("TALLY", () => z.object({
  planned: z.number().default(0), sent: z.number().default(0), parts: z.number().default(0), failed: z.number().default(0), extra: z.number().default(0), told: z.number().default(0), expired: z.number().default(0), withoutPhone: z.number().default(0),
}), { id: () => { throw new Error("a tally's id is <warning>#<village>"); }, at: "area", carry: "#village" });
export type Tally = z.infer<typeof Tally.schema>;
export const tallyId = (warning: string, village: string): string => `${warning}#${village}`;

/** Posted to the group, read over the loudspeaker, gong beaten: by whom, when and where. */
export const ByHand = row("HAND", () => z.object({ id: Id, warning: Id, channel: z.enum(HAND_CHANNELS), by: z.string(), at: Instant, where: z.string() }), { id: (hand) => `${hand.warning}#${hand.id}`, erase: (hand, who) => ({ ...hand, where: scrub(hand.where, who) }) });
export type ByHand = z.infer<typeof ByHand.schema>;
