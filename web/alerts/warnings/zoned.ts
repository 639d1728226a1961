import { boot } from "../../core/boot.ts";

/** An instant as a date-and-time field shows it, in the region's zone. @example localOf("2026-05-01T13:00:00.000Z") // "2026-05-01T21:00" in China */
export const localOf = (instant: string | number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: boot.zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }).format(new Date(instant)).replace(" ", "T");

/** What such a field holds, as an instant: the region's clock counts, not the phone's. Undefined for something that is no time. */
export const instantOf = (local: string): string | undefined => {
  const guess = Date.parse(`${local}:00Z`);
  if (Number.isNaN(guess)) return undefined;
  const ahead = Date.parse(`${localOf(guess)}:00Z`) - guess;
  return new Date(guess - ahead).toISOString();
};

const HALF_HOUR = 1_800_000;
/** So many hours from now, up to the next half hour: "until 9:30" is easier to say than "until 9:07". */
export const inHours = (hours: number, now: number = Date.now()): string => new Date(Math.ceil((now + hours * 3_600_000) / HALF_HOUR) * HALF_HOUR).toISOString();
