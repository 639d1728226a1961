import { systemClock, useClock, type Clock } from "../../functions/core/clock.ts";

/** A clock for the sample's past: it stands where it is set and goes on a millisecond a look, so that things keep their order. */
export interface StoryClock { at(time: Date): void; end(): void }

/** Takes the clock over until `end`; ids are made for the told time, and the real ones after it are later. */
export const storyClock = (start: Date): StoryClock => {
  let now = start.getTime();
  const clock: Clock = { now: () => new Date(now++), id: (at) => systemClock.id(at ?? new Date(now)) };
  useClock(clock);
  return { at: (time) => { now = Math.max(now, time.getTime()); }, end: () => useClock(systemClock) };
};

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** 20:00 of the evening before in China (UTC+8 all year), an evening that is wholly past. @example eveningBefore(now) */
export const eveningBefore = (now: Date): Date => {
  const inChina = now.getTime() + 8 * HOUR;
  return new Date(Math.floor(inChina / DAY) * DAY - DAY + 12 * HOUR);
};
