import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { text } from "../../contract/text.ts";

export const STATES = ["left", "shown", "held", "answered", "removed"] as const;
/** Why a greeting waits for somebody to look at it first. */
export const HELD_FOR = ["link", "number", "habit"] as const;

/** A visitor's greeting: no account, name and home town as one likes. Pictures cannot be left. */
export const NewGreeting = z.strictObject({ name: text(20).optional(), hometown: text(20).optional(), text: text(500) });

const Answer = z.object({
  id: Id, name: z.string(), text: z.string(), at: Instant,
  /** The office it was given under; it comes from the post alone, never from a name. */
  office: z.string().nullable(),
});
/** A greeting as everybody sees it. */
export const PublicGreeting = z.object({
  id: Id, state: z.enum(STATES), name: z.string(), hometown: z.string(), text: z.string(), at: Instant, answers: z.array(Answer), answerCount: z.number().int(),
  /** Whole minutes from the greeting to its first answer. */
  firstAnswerAfter: z.number().int().nullable(),
});
/** The same for who left it and for the offices: also why it is held or was removed. */
export const OwnGreeting = PublicGreeting.extend({ heldFor: z.array(z.enum(HELD_FOR)), reason: z.string().nullable() });
