const DAY = 86_400_000;

/** The calendar day of the region. @example dayIn("Asia/Shanghai", new Date("2026-05-01T17:00:00Z")) // "2026-05-02" */
export const dayIn = (zone: string, at: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
/** @example dayAfter("2026-05-01", 7) // "2026-05-08" */
export const dayAfter = (day: string, days = 1): string => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);
/** When it is so many minutes past midnight of that day, there. @example instantOn("Asia/Shanghai", "2026-05-01", 600) // 2026-05-01T02:00:00.000Z */
export const instantOn = (zone: string, day: string, minutes: number): string => {
  const asUtc = Date.parse(`${day}T00:00:00.000Z`) + minutes * 60_000;
  // Swedish writes a wall clock as ISO does.
  const wall = Date.parse(`${new Date(asUtc).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T")}Z`);
  return new Date(2 * asUtc - wall).toISOString();
};
