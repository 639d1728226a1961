const DAY = 1_440;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/**
 * The last time the village's clock showed this: what was ticked on paper lies in the past.
 * @param time "23:40"
 * @param shown what the village's clock shows at `now`
 * @example instantOf("23:40", Date.parse("2026-03-11T17:10:00Z"), "01:10") // "2026-03-11T15:40:00.000Z"
 */
export const instantOf = (time: string, now: number, shown: string): string => {
  const ago = (minutes(shown) - minutes(time) + DAY) % DAY;
  return new Date(ago === 0 ? now : Math.floor(now / 60_000) * 60_000 - ago * 60_000).toISOString();
};
