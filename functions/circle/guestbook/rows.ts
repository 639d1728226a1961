import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { HELD_FOR, STATES } from "../../../shared/circle/guestbook/greeting.ts";
import { row } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() });

export const Greeting = row("GREET", z.object({
  id: Id, state: z.enum(STATES), history: z.array(Step), name: z.string(), hometown: z.string(), text: z.string(), at: Instant,
  /** Person or device: who left it. */
  by: z.string(), heldFor: z.array(z.enum(HELD_FOR)), reason: z.string().nullable(),
  answers: z.array(z.object({ id: Id, person: Id, name: z.string(), office: z.string().nullable(), text: z.string(), at: Instant })),
}), { id: (greeting) => greeting.id, person: (greeting) => greeting.by });
export type Greeting = z.infer<typeof Greeting.schema>;

/** Greetings that wait: for a look (`held`), or for an answer (`open`). */
export const Waits = row("GREETWAIT", z.object({ for: z.enum(["held", "open"]), greeting: Id, at: Instant }), { id: (waits) => `${waits.for}#${waits.greeting}` });
