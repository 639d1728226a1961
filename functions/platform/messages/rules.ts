const QUARTER = 15 * 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
const clockIn = (zone: string): Intl.DateTimeFormat => {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }));
  return clock;
};
const timeIn = (zone: string, now: Date): { hour: number; minute: number } => {
  const [hour = 0, minute = 0] = clockIn(zone).format(now).split(":").map(Number);
  return { hour, minute };
};

/** The hour of the region's day. @example hourIn("Asia/Shanghai", new Date("2026-05-01T14:30:00Z")) // 22 */
export const hourIn = (zone: string, now: Date): number => timeIn(zone, now).hour;
/** The calendar day of the region. */
export const dayIn = (zone: string, now: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);

/** The next time after now at which it strikes this hour in the region; where a clock is put forward over it, the first moment after. */
export const nextAt = (zone: string, now: Date, hour: number): Date => {
  let at = Math.floor(now.getTime() / QUARTER) * QUARTER;
  for (let before = timeIn(zone, new Date(at)).hour; ;) {
    at += QUARTER;
    const here = timeIn(zone, new Date(at)).hour;
    const left = (hour - before + 24) % 24;
    if (here !== before && (here === hour || (left > 0 && left < (here - before + 24) % 24))) return new Date(at);
    before = here;
  }
};

export interface Hours { readonly from: number; readonly to: number }
/** Until when it is quiet; null when it is not. Quiet hours may reach over midnight; the same hour twice is none. */
export const quietUntil = (quiet: Hours, zone: string, now: Date): Date | null => {
  const hour = hourIn(zone, now);
  const { from, to } = quiet;
  const inside = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
  return inside ? nextAt(zone, now, to) : null;
};

/** What a line comes by, for one reader. */
export const passes = (how: "own" | "digest" | "now", wish: { readonly atOnce: boolean; readonly digest: boolean }, over: boolean): "at-once" | "digest" | "page" =>
  how === "now" ? "at-once" : how === "own" && wish.atOnce && !over ? "at-once" : wish.digest ? "digest" : "page";
