import * as z from "zod";
import { AreaCode, Day as DayText, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

const KEEP_DAYS = 400 * 86_400_000;
const Counts = { people: z.number().int(), guests: z.number().int(), asking: z.number().int(), answering: z.number().int(), published: z.number().int(), asked: z.number().int(), answered: z.number().int(), known: z.number().int() };

/** One day of a village in numbers. */
export const Day = row("ALIVEDAY", () => z.object({ day: DayText, ...Counts }), { id: ({ day }) => day, expires: ({ day }) => new Date(Date.parse(day) + KEEP_DAYS).toISOString() });
export type Day = z.infer<typeof Day.schema>;

const Marks = z.array(z.string());
/** A day half counted: who was counted stands here as marks by a key made for this night alone; both go when the day is done. */
export const Half = z.object({ salt: z.string(), last: z.string(), people: Marks, guests: Marks, asking: Marks, answering: Marks, acts: z.object({ published: z.number(), asked: z.number(), answered: z.number(), known: z.number() }), used: Marks });
export type Half = z.infer<typeof Half>;

/** The day to be counted next, and when. */
export const Clock = row("ALIVECLOCK", () => z.object({ day: DayText, at: Instant, half: Half.nullable() }), { id: () => "", due: ({ at }) => ({ at, clock: "count" }), carried: (clock) => ({ ...clock, half: null }) });
export type Clock = z.infer<typeof Clock.schema>;

/** A village at a glance; its county reads all of them at once. */
export const Alive = row("ALIVE", () => z.object({
  village: AreaCode, names: z.record(z.string(), z.string()), residents: z.number().int(), since: DayText, day: DayText.nullable(),
  /** The last 28 days, newest first. */
  days: z.array(z.object({ day: DayText, ...Counts })),
  /** For each function: the last day somebody used it, else the first day it was there. */
  quietSince: z.record(z.string(), DayText),
  /** Kept all the same, until then. */
  kept: z.record(z.string(), DayText),
}), { id: () => "", area: true });
export type Alive = z.infer<typeof Alive.schema>;
