import type { Limit } from "../../shared/contract/routes.ts";

const SPANS = { minute: 60, hour: 3_600, day: 86_400 } as const;

export interface LimitNow { readonly max: number; readonly window: number; readonly retryAfter: number; readonly ends: number }

/** A contract's limit at an instant: how many, in which window, and how long until the next. @example limitNow("3 a hour", now) */
export const limitNow = (limit: Limit, now: Date): LimitNow => {
  const words = limit.split(" ");
  const seconds = words[1] === "in" ? Number(words[2]) * 60 : SPANS[words[2] as keyof typeof SPANS];
  const at = Math.floor(now.getTime() / 1000);
  const window = Math.floor(at / seconds);
  return { max: Number(words[0]), window, retryAfter: (window + 1) * seconds - at, ends: (window + 1) * seconds };
};
