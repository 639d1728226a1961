import { dayIn } from "../../../shared/contract/days.ts";
import type { Table } from "../../core/implement.ts";
import { Travel } from "./rows.ts";
import { stayOn } from "./rules.ts";

/** A stay without an end is told as one far ahead. */
const OPEN_END = "9999-12-31";

/** Who of these people is away on that day, and until when at least; up to 100. For who must know whom not to worry about. */
export const awayUntil = async (table: Table, people: readonly string[], day: string): Promise<Map<string, string>> => {
  const found = await table.many(Travel, people);
  return new Map(found.flatMap((travel) => { const stay = travel && stayOn(travel.stays, day); return travel && stay ? [[travel.person, stay.until ?? OPEN_END] as const] : []; }));
};

/** Which of these people are away now, as they said; up to 100. */
export const awayNow = async (table: Table, people: readonly string[], now: Date): Promise<Set<string>> =>
  new Set((await table.many(Travel, people)).flatMap((travel) => (travel && stayOn(travel.stays, dayIn(travel.zone, now)) ? [travel.person] : [])));
