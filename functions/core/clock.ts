import { monotonicFactory } from "ulid";

/** Time and ids come from here and go to handlers as arguments; a test gives its own. */
export interface Clock { now(): Date; id(at?: Date): string }

const next = monotonicFactory();
export const systemClock: Clock = { now: () => new Date(), id: (at) => next((at ?? new Date()).getTime()) };

let current: Clock = systemClock;
export const clock = (): Clock => current;
export const useClock = (other: Clock): void => { current = other; };
