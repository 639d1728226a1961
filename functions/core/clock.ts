import { monotonicFactory } from "ulid";

/** Time and ids come from here and go to handlers as arguments; a test gives its own. */
export interface Clock { now(): Date; id(at?: Date): string }

/** Ids in the order they are made, as long as time goes forward: whose clock is set back begins anew with `ids()`. */
export const ids = (): ((at: Date) => string) => {
  const next = monotonicFactory();
  return (at) => next(at.getTime());
};
const made = ids();
export const systemClock: Clock = { now: () => new Date(), id: (at) => made(at ?? new Date()) };

let current: Clock = systemClock;
export const clock = (): Clock => current;
export const useClock = (other: Clock): void => { current = other; };
