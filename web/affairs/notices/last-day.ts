import { boot } from "../../core/boot.ts";
import { dayOf } from "../../core/parts/time.ts";

const DAY = 86_400_000;
/** The calendar day that many days from now, in the region's zone. */
export const dayIn = (days: number, now: number = Date.now()): string => dayOf(now + days * DAY);

const clockIn = (instant: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: boot.zone, dateStyle: "short", timeStyle: "medium" }).format(instant).replace(" ", "T");
/** The last minute of a calendar day of the region, as an instant. @example endOf("2026-05-01") // "2026-05-01T15:59:00.000Z" in China */
export const endOf = (day: string): string => {
  const guess = Date.parse(`${day}T23:59:00Z`);
  return new Date(guess - (Date.parse(`${clockIn(guess)}Z`) - guess)).toISOString();
};
