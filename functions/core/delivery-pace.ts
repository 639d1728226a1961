import { countSms } from "../../shared/contract/sms-parts.ts";

/** Seconds' worth of parts that may leave at once after a rest. */
const BURST = 0.1;

export interface Pace { take(parts: number, now: number): number }

/**
 * Shares out a rate counted in SMS parts, as a bucket that is empty when full of debt.
 * @param rate parts a second for this sender: the carrier's rate ÷ senders
 * @returns take: milliseconds to wait before these parts may leave
 */
export const paceOf = (rate: number): Pace => {
  let free = 0;
  return {
    take: (parts, now) => {
      free = Math.max(free, now - BURST * 1000);
      const wait = Math.max(0, free - now);
      free += (parts / rate) * 1000;
      return wait;
    },
  };
};

const paces = new Map<number, Pace>();
/** This process's own pace for a rate; it outlives one piece of work. */
export const ownPace = (rate: number): Pace => {
  const known = paces.get(rate) ?? paceOf(rate);
  paces.set(rate, known);
  return known;
};

/** @example partsOf("回1收到") // 1 */
export const partsOf = (text: string): number => countSms(text).parts;
