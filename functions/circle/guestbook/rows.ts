import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { GREETING_STATES, HELD_FOR } from "../../../shared/circle/guestbook/greeting.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row } from "../../core/implement.ts";
import { isShown } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() });

export const Greeting = row("GUEST", () => z.object({
  id: Id, state: z.enum(GREETING_STATES), history: z.array(Step), name: z.string(), hometown: z.string(), words: z.string(), at: Instant,
  /** The phone it was left on. */
  device: z.string(), heldFor: z.array(z.enum(HELD_FOR)), reason: z.string().nullable(),
  answers: z.array(z.object({ id: Id, person: Id, name: z.string(), office: z.string().nullable(), words: z.string(), media: z.array(MediaRef).default([]), at: Instant })),
}), {
  id: (greeting) => greeting.id, person: (greeting) => greeting.device, carried: (greeting) => ({ ...greeting, device: "elsewhere", history: greeting.history.map((step) => (step.by === greeting.device ? { ...step, by: "elsewhere" } : step)) }),
  find: (greeting) => (!isShown(greeting) ? null : {
    title: [...greeting.words].slice(0, 60).join(""), words: [greeting.name, greeting.hometown, greeting.words].filter(Boolean).join(" "), parts: greeting.answers.map((answer) => ({ id: answer.id, words: `${answer.name} ${answer.words}`, by: answer.person })),
    where: `circle/guestbook/${greeting.id}`, by: greeting.device, audience: "public", at: greeting.at,
  }),
  said: (greeting, part) => {
    if (!isShown(greeting)) return null;
    if (part === null) return { words: [greeting.name, greeting.hometown, greeting.words].filter(Boolean).join(" · "), media: [], by: greeting.device, audience: "public" };
    const answer = greeting.answers.find((each) => each.id === part);
    return answer ? { words: answer.words, media: answer.media, by: answer.person, audience: "public" } : null;
  },
  erase: (greeting, who) => ({
    ...greeting, ...(who.devices.includes(greeting.device) ? { name: NO_NAME, hometown: "", words: ERASED, device: "erased" } : {}),
    answers: greeting.answers.map((answer) => (answer.person === who.person ? { ...answer, name: NO_NAME, words: ERASED, media: [] } : answer)),
  }),
});
export type Greeting = z.infer<typeof Greeting.schema>;

/** Greetings that wait: for a look (`held`), or for an answer (`open`). */
export const Waits = row("GUESTWAIT", () => z.object({ wait: z.enum(["held", "open"]), greeting: Id, at: Instant }), { id: (waits) => `${waits.wait}#${waits.greeting}` });
export type Wait = z.infer<typeof Waits.schema>;
