import { clock } from "../../core/parts/time.ts";

const DAY = 1_440;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/**
 * The last time the region's clock showed this: what was ticked on paper lies in the past.
 * @param time "23:40"
 * @example instantOf("23:40", Date.parse("2026-03-12T01:10:00+08:00")) // 2026-03-11T23:40 in China
 */
export const instantOf = (time: string, now: number): string => {
  const ago = (minutes(clock(now)) - minutes(time) + DAY) % DAY;
  return new Date(ago === 0 ? now : Math.floor(now / 60_000) * 60_000 - ago * 60_000).toISOString();
};
