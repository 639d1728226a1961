import { dayAfter, dayIn, instantOn } from "../../../shared/contract/days.ts";

export interface Hours { readonly from: string; readonly to: string }
type Roster = "one phone" | "office hours" | "by the hour";

const [MORNING, EVENING, MIDNIGHT] = [8 * 60, 18 * 60, 24 * 60];
/** Tomorrow is looked at in the morning of the day before. */
export const lookAt = (zone: string, day: string): string => instantOn(zone, dayAfter(day, -1), MORNING);
const AHEAD = 7;

/** The hours of a day that somebody must have: the day's with a night phone beside them, all of them in flood season, none where one phone does. */
export const requiredOn = (zone: string, day: string, roster: Roster): Hours | null =>
  roster === "one phone" ? null : roster === "office hours" ? { from: instantOn(zone, day, MORNING), to: instantOn(zone, day, EVENING) } : { from: instantOn(zone, day, 0), to: instantOn(zone, day, MIDNIGHT) };

/** The parts of these hours nobody has. */
export const gapsIn = (wanted: Hours, shifts: readonly Hours[]): Hours[] => {
  let [at, gaps] = [wanted.from, [] as Hours[]];
  for (const { from, to } of shifts.filter((each) => each.to > wanted.from && each.from < wanted.to).toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (from > at) gaps = [...gaps, { from: at, to: from }];
    if (to > at) at = to;
  }
  return at < wanted.to ? [...gaps, { from: at, to: wanted.to }] : gaps;
};

/** Hours two or more have. */
export const overlapsIn = (shifts: readonly Hours[]): Hours[] => {
  const sorted = shifts.toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted.flatMap((one, i) => sorted.slice(i + 1).flatMap((other) => {
    const [from, to] = [other.from, one.to < other.to ? one.to : other.to];
    return from < to ? [{ from, to }] : [];
  }));
};

/** Hours of today and the next days that somebody must have and nobody has, from now on. */
export const gapsAhead = (zone: string, now: Date, roster: Roster, shifts: readonly Hours[]): Hours[] => {
  const today = dayIn(zone, now);
  return Array.from({ length: AHEAD }, (_, i) => requiredOn(zone, dayAfter(today, i), roster)).flatMap((wanted) => {
    const rest = wanted && { from: wanted.from < now.toISOString() ? now.toISOString() : wanted.from, to: wanted.to };
    return rest && rest.from < rest.to ? gapsIn(rest, shifts) : [];
  });
};

/** Hours of a day as people say them: "18:00" to "08:00" ends the next morning. */
export const hoursOn = (zone: string, { day, from, to }: { readonly day: string; readonly from: string; readonly to: string }): Hours => {
  const [start, end] = [from, to].map((hour) => Number(hour.slice(0, 2)) * 60) as [number, number];
  return { from: instantOn(zone, day, start), to: end > start ? instantOn(zone, day, end) : instantOn(zone, dayAfter(day), end) };
};

/** Who has this moment: whoever came last, where two overlap. */
export const onAt = <S extends Hours>(shifts: readonly S[], now: Date): S | null =>
  shifts.filter(({ from, to }) => from <= now.toISOString() && now.toISOString() < to).toSorted((a, b) => b.from.localeCompare(a.from))[0] ?? null;
