import type { contract } from "../../../shared/cadres/duty/contract.ts";
import { dayAfter, dayIn } from "../../../shared/contract/days.ts";
import { put, type Change, type HeardGiven, type Stored, type Table, type Write } from "../../core/implement.ts";
import { Clock, Gap, Shift, shiftId } from "./rows.ts";
import { gapsIn, lookAt, requiredOn, type Hours } from "./rules.ts";

type Given = HeardGiven<typeof contract>;
const MOST = 200;
const BEFORE = 86_400_000;

/** Shifts that are not over, in their order. */
export const shiftsFrom = async (table: Table, now: Date): Promise<Stored<Shift>[]> =>
  (await table.list(Shift, { from: shiftId(new Date(now.getTime() - BEFORE).toISOString()), oldestFirst: true, limit: MOST })).items.filter(({ to }) => to > now.toISOString());

/** The next morning at which a day ahead is looked at. */
export const nextLook = (zone: string, now: Date): Clock => {
  const tomorrow = dayAfter(dayIn(zone, now));
  const day = lookAt(zone, tomorrow) > now.toISOString() ? tomorrow : dayAfter(tomorrow);
  return { day, at: lookAt(zone, day), gap: null };
};
export const begins = async ({ table, facts, now, change }: Given): Promise<Change | null> => ((await table.get(Clock, "")) ? null : change({ writes: [put(Clock, nextLook(facts.zone, now), "new")] }));

/** Looks at tomorrow: hours nobody has stand red on the secretary's desk, once for the day. */
export const look = async ({ table, village, facts, settings, now, newId, change }: Given, { version, ...clock }: Stored<Clock>): Promise<Change | null> => {
  const next = dayAfter(clock.day);
  const begun = now.getTime() >= Date.parse(village.openedAt) + settings.startsAfter;
  const wanted = begun ? requiredOn(facts.zone, clock.day, settings.roster) : null;
  const hours = wanted ? gapsIn(wanted, await shiftsFrom(table, now)) : [];
  const gap: Gap | null = hours.length === 0 ? null : { id: newId(), state: "open", history: [{ to: "open", at: now.toISOString(), by: "clock", channel: "clock" }], day: clock.day, hours };
  const writes = [put(Clock, { day: next, at: lookAt(facts.zone, next), gap: gap?.id ?? null }, { version }), ...(gap ? [put(Gap, gap, "new")] : [])];
  return change(gap ? { writes, emits: { name: "uncovered", data: { gap: gap.id } } } : { writes });
};

/** A gap somebody has filled is off the desk; one filled in part says what is left. */
export const filled = async (table: Table, shifts: readonly Hours[], step: { readonly at: string; readonly by: string; readonly office?: string | undefined; readonly channel: string }): Promise<Write[]> => {
  const clock = await table.get(Clock, "");
  const found = clock?.gap ? await table.get(Gap, clock.gap) : null;
  if (!found || found.state !== "open") return [];
  const { version, ...gap } = found;
  const hours = gap.hours.flatMap((each) => gapsIn(each, shifts));
  const next: Gap = hours.length > 0 ? { ...gap, hours } : { ...gap, state: "covered", history: [...gap.history, { ...step, to: "covered" }] };
  return [put(Gap, next, { version })];
};
