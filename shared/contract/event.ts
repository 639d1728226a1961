import type * as z from "zod";

/** What people did for each other by it, counted a day in each village (platform/adoption): told everybody something, asked, answered, said "I know". */
export const ACTS = ["published", "asked", "answered", "known"] as const;
export type Act = (typeof ACTS)[number];

export interface EventSpec<T = unknown> {
  readonly data: z.ZodType<T>;
  /** A county event whose listeners run once in each village it names in `villages`. */
  readonly perVillage?: true;
  /** A public matter: the village's public log shows that it happened, when and by which office; never who or to whom. */
  readonly public?: true;
  readonly act?: Act;
}

/**
 * The shape of an event: ids and codes only, never names or text, so that erasing a person leaves it true.
 * @example export const LetterSent = event(z.object({ letter: Id, category: z.string() }))
 */
export const event = <T>(data: z.ZodType<T>, options: { perVillage?: true; public?: true; act?: Act } = {}): EventSpec<T> => ({ data, ...options });
