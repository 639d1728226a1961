import type { Stored, Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { Greeting, Waits } from "./rows.ts";
import { isShown } from "./rules.ts";

export type { Greeting } from "./rows.ts";
export { heldFor } from "./rules.ts";

const LOOK_BACK = 20;

/** Greetings as they may be read now: without what was hidden or removed after somebody reported it. @param own the writer's: their own words stay for them */
export const leftOpen = async <T extends Greeting>(table: Table, greetings: readonly T[], own = false): Promise<T[]> => {
  const hidden = await hiddenAmong(table, "circle/guestbook", greetings.map(({ id }) => id));
  return hidden.size === 0 ? [...greetings] : greetings.filter(({ id }) => own || !hidden.has(id))
    .map((greeting) => ({ ...greeting, answers: greeting.answers.filter((answer) => !hidden.has(`${greeting.id}/${answer.id}`)) }));
};

/** The newest greeting everybody may read. */
export const latestGreeting = async (table: Table): Promise<Stored<Greeting> | null> =>
  (await leftOpen(table, (await table.list(Greeting, { limit: LOOK_BACK })).items.filter(isShown)))[0] ?? null;

/** A greeting everybody may read; null when it is held, taken away or not of this village. */
export const shownGreeting = async (table: Table, id: string): Promise<Stored<Greeting> | null> => {
  const greeting = await table.get(Greeting, id);
  return greeting && isShown(greeting) ? (await leftOpen(table, [greeting]))[0] ?? null : null;
};

/** When the guest who has waited longest for an answer came; null when all are answered. */
export const longestUnanswered = async (table: Table): Promise<{ greeting: string; at: string } | null> =>
  (await table.list(Waits, { under: "open#", oldestFirst: true, limit: 1 })).items[0] ?? null;

/** How many greetings wait for a look; counts up to `most`. */
export const greetingsHeld = async (table: Table, most: number): Promise<number> => (await table.list(Waits, { under: "held#", limit: most })).items.length;
