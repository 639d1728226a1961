import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { text } from "../../contract/text.ts";

export const GREETING_STATES = ["left", "shown", "held", "answered", "removed"] as const;
/** Why a greeting waits for somebody to look at it first; `habit`: this village looks at every one. */
export const HELD_FOR = ["link", "number", "habit"] as const;

const Free = z.union([z.literal(""), text(20)]).default("");
/** A visitor's greeting: no account, name and home town as one likes. Pictures and voices cannot be left: nobody has looked at them. */
export const NewGreeting = z.strictObject({ name: Free, hometown: Free, words: text(500) });

/** An answer as guests read it: who it was, and how many minutes after the greeting. */
export const AnswerView = z.object({
  id: Id, name: z.string(), words: z.string(),
  /** A villager may speak the answer instead; everybody may hear it. */
  voice: Id.nullable(), at: Instant, minutes: z.number().int(),
  /** The office the answerer holds; it comes from the post alone, never from a name. */
  office: z.string().nullable(),
});
export const GreetingView = z.object({
  id: Id, name: z.string(), hometown: z.string(), words: z.string(), at: Instant, state: z.enum(GREETING_STATES), answers: z.array(AnswerView), answerCount: z.number().int(),
  firstAnswerMinutes: z.number().int().nullable(), version: z.number().int(),
});
/** The same for who left it and for the offices: also why it is held or was taken away. */
export const OwnGreeting = GreetingView.extend({ heldFor: z.array(z.enum(HELD_FOR)), reason: z.string().nullable() });
