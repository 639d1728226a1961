import type * as z from "zod";

export interface EventSpec<T = unknown> {
  readonly data: z.ZodType<T>;
  /** A county event whose listeners run once in each village it names in `villages`. */
  readonly perVillage?: true;
  /** A public matter: the village's public log shows that it happened, when and by which office; never who or to whom. */
  readonly public?: true;
}

/**
 * The shape of an event: ids and codes only, never names or text, so that erasing a person leaves it true.
 * @example export const LetterSent = event(z.object({ letter: Id, category: z.string() }))
 */
export const event = <T>(data: z.ZodType<T>, options: { perVillage?: true; public?: true } = {}): EventSpec<T> => ({ data, ...options });
