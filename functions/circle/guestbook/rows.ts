import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { GREETING_STATES, HELD_FOR } from "../../../shared/circle/guestbook/greeting.ts";
import { row } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() });

export const Greeting = row("GUEST", z.object({
  id: Id, state: z.enum(GREETING_STATES), history: z.array(Step), name: z.string(), hometown: z.string(), words: z.string(), at: Instant,
  /** The phone it was left on. */
  device: z.string(), heldFor: z.array(z.enum(HELD_FOR)), reason: z.string().nullable(),
  answers: z.array(z.object({ id: Id, person: Id, name: z.string(), office: z.string().nullable(), words: z.string(), at: Instant })),
}), { id: (greeting) => greeting.id, person: (greeting) => greeting.device });
export type Greeting = z.infer<typeof Greeting.schema>;

/** Greetings that wait: for a look (`held`), or for an answer (`open`). */
export const Waits = row("GUESTWAIT", z.object({ wait: z.enum(["held", "open"]), greeting: Id, at: Instant }), { id: (waits) => `${waits.wait}#${waits.greeting}` });
export type Wait = z.infer<typeof Waits.schema>;
