import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef, MediaRefs, saysSomething } from "../../contract/media.ts";
import { Body, text } from "../../contract/text.ts";

export const CATEGORIES = ["request", "question", "complaint", "advice", "thanks"] as const;
/** `public`: on the wall once answered, name masked; `secretary`: only who reads the post; `anonymous`: nobody knows who wrote, the ticket alone follows it. */
export const PRIVACIES = ["public", "secretary", "anonymous"] as const;
export const LETTER_STATES = ["submitted", "received", "assigned", "replied", "closed", "reopened", "overdue", "escalated"] as const;
export const WALL_STATES = ["consented", "published", "withdrawn"] as const;

export const NewLetter = z.strictObject({
  category: z.enum(CATEGORIES), urgent: z.boolean().default(false), privacy: z.enum(PRIVACIES), words: Body.optional(), media: MediaRefs,
  /** Officers it is about: none of them reads or handles it. */
  about: z.array(Id).max(5).default([]),
}).refine(saysSomething, { path: ["words"], error: "required" });

/** What a writer takes along: enough to follow the letter from any phone, without a name. */
export const Receipt = z.object({ id: Id.nullable(), number: z.string(), word: z.string(), answerBy: Instant, above: z.boolean() });
export const ReplyView = z.object({ id: Id, at: Instant, name: z.string(), office: z.string(), words: z.string(), media: z.array(MediaRef) });
export const LetterView = z.object({
  id: Id, number: z.string(), category: z.enum(CATEGORIES), urgent: z.boolean(), privacy: z.enum(PRIVACIES), words: z.string(), media: z.array(MediaRef), more: z.array(z.object({ at: Instant, words: z.string() })),
  state: z.enum(LETTER_STATES), sentAt: Instant, answerBy: Instant, late: z.boolean(), mine: z.boolean(),
  /** Null where nobody knows who wrote. */
  from: z.string().nullable(), handler: z.string().nullable(),
  /** Went to the township, past the village. */
  above: z.boolean(), replies: z.array(ReplyView), satisfied: z.number().int().nullable(), wall: z.enum(WALL_STATES).nullable(),
  clock: z.array(z.object({ to: z.string(), at: Instant })), version: z.number().int(),
});
/** What the ticket shows: no id, by which nothing else opens. */
export const TicketView = LetterView.omit({ id: true, version: true, mine: true });
export const WallView = z.object({ id: Id, category: z.enum(CATEGORIES), from: z.string(), words: z.string(), spoken: z.boolean(), sentAt: Instant, days: z.number().int(), replies: z.array(ReplyView.omit({ media: true })) });
export const Cadre = z.object({ person: Id, name: z.string(), office: z.string() });

export const Satisfied = z.strictObject({ satisfied: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional() });
export const Again = z.strictObject({ words: text(500) });
export const TicketAsk = z.strictObject({ number: z.string().trim().min(1).max(20), word: z.string().trim().min(1).max(20) });
export const TicketStep = TicketAsk.extend({ step: z.enum(["close", "reopen"]), words: text(500).optional(), satisfied: Satisfied.shape.satisfied });
