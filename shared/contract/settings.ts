import * as z from "zod";
import type { Who } from "./who.ts";

export interface Setting<T = unknown> {
  readonly schema: z.ZodType<T>;
  /** How people say and choose it. */
  readonly kind: "span" | "count" | "flag" | "choice";
  /** The words a choice is made of. */
  readonly choices?: readonly string[];
  readonly default: T;
  /** The default where there are under 300 residents or under 4 filled offices. */
  readonly small: T;
  readonly mayLoosen: readonly Who[];
  /** True when the second value is looser than the first: loosening is an event and stands on the village home for 90 days. */
  looser?(from: T, to: T): boolean;
}

interface Options<T> { small?: T; mayLoosen?: readonly Who[]; looser?: (from: T, to: T) => boolean }
const SECRETARY: readonly Who[] = ["office:secretary"];

const setting = <T>(kind: Setting["kind"], schema: z.ZodType<T>, value: T, options: Options<T> = {}, choices?: readonly string[]): Setting<T> => ({
  schema, kind, ...(choices ? { choices } : {}), default: value, small: options.small ?? value, mayLoosen: options.mayLoosen ?? SECRETARY,
  ...(options.looser ? { looser: options.looser } : {}),
});

const UNITS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
export type DurationText = `${number} ${keyof typeof UNITS}${"" | "s"}`;

/** Milliseconds of a span written in words. @example milliseconds("72 hours") // 259200000 */
export const milliseconds = (text: DurationText): number => {
  const [count, unit] = text.split(" ") as [string, string];
  return Number(count) * UNITS[unit.replace(/s$/, "") as keyof typeof UNITS];
};

/** A span, kept in milliseconds. @example answerWithin: duration("72 hours") */
export const duration = (text: DurationText, options: { small?: DurationText; mayLoosen?: readonly Who[] } = {}): Setting<number> =>
  setting("span", z.number().int().min(0), milliseconds(text), {
    ...(options.small ? { small: milliseconds(options.small) } : {}),
    ...(options.mayLoosen ? { mayLoosen: options.mayLoosen } : {}),
    looser: (from, to) => to > from,
  });
/** A whole number, with its unit in the name. @example secondPersonAbove: count(5000) */
export const count = (value: number, options: Options<number> = {}): Setting<number> => setting("count", z.number().int().min(0), value, options);
/** Yes or no. */
export const flag = (value: boolean, options: Options<boolean> = {}): Setting<boolean> => setting("flag", z.boolean(), value, options);
/** One of a few words. @example choice(["nobody", "one other"], "one other") */
export const choice = <const W extends string>(words: readonly W[], value: NoInfer<W>, options: Options<W> = {}): Setting<W> =>
  setting("choice", z.enum(words) as unknown as z.ZodType<W>, value, options, words);

export type SettingsOf<S> = S extends Readonly<Record<string, Setting>> ? { readonly [K in keyof S]: S[K]["default"] } : Readonly<Record<never, never>>;

/**
 * The settings in force: what the village chose, else the default for its size. A stored value that no longer fits its schema falls back.
 * @param chosen the village's own choices, keyed `<section>/<feature>.<setting>`
 */
export const settingsInForce = (feature: string, declared: Readonly<Record<string, Setting>>, chosen: Readonly<Record<string, unknown>>, small: boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(declared).map(([name, each]) => {
    const own = each.schema.safeParse(chosen[`${feature}.${name}`]);
    return [name, own.success ? own.data : small ? each.small : each.default];
  }));
