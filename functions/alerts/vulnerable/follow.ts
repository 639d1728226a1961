import type * as z from "zod";
import { STAYS, type Changed, type FoundEmpty, type Merged } from "../../../shared/affairs/households/events.ts";
import type { Edited } from "../../../shared/alerts/contacts/events.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import { remove, type Change, type Heard, type Stored, type Write } from "../../core/implement.ts";
import { barenessOf, reworked } from "./care.ts";
import type { Hearing } from "./given.ts";
import { nearOf } from "./near.ts";
import { buddiesOfPerson } from "./own.ts";
import { Away, type Care } from "./rows.ts";

type Data<E extends { data: z.ZodType }> = Heard<z.infer<E["data"]>>;
/** Each household needs two rows at most. */
const PAGE = 40;

const some = async (given: Hearing, households: readonly string[], again: boolean): Promise<Change | null> => {
  const writes = await reworked(given, households, again);
  return writes.length > 0 ? given.change({ writes }) : null;
};

/** A list was taken in: its households page by page; their numbers come with the same list, so they are looked at once more. */
export const followMerged = async (given: Hearing, { data }: Data<typeof Merged>): Promise<Change | null> => {
  const from = Number(given.from ?? 0);
  const next = from + PAGE < data.households.length ? String(from + PAGE) : null;
  const writes = await reworked(given, data.households.slice(from, from + PAGE), true);
  return writes.length > 0 || next !== null ? given.change({ writes, ...(next === null ? {} : { next }) }) : null;
};

const rowOf = (write: Write): string => ("value" in write ? (write.value as { household: string }).household : "id" in write ? write.id : "");
/** Whom the people of a household help, once they are there or no longer are. */
const helpedBy = async (given: Hearing, { data }: Data<typeof Changed>): Promise<Write[]> => {
  const house = await householdOf(given.table, data.household);
  const people = [...new Set([...(house?.people.map((each) => each.person) ?? []), ...(data.person ? [data.person] : [])])].slice(0, 20);
  const near = await nearOf(given.table, people, given.now);
  return (await Promise.all(people.map(async (person) => barenessOf(given, (await buddiesOfPerson(given.table, person)).filter((each) => each.state === "accepted").map((each) => each.household), person, near.get(person)?.near === true)))).flat();
};

/** A household changed: why it is vulnerable, and whom its people are no longer there for. */
export const followChanged = async (given: Hearing, event: Data<typeof Changed>): Promise<Change | null> => {
  const { household, what } = event.data;
  const [own, helped] = await Promise.all([reworked(given, [household], what === "moved" || what === "died"), STAYS.includes(what) ? [] : helpedBy(given, event)]);
  // Each row once a change: the household's own row wins over what follows from its neighbours.
  const named = new Set(own.map(rowOf));
  const writes = [...own, ...new Map(helped.filter((write) => !named.has(rowOf(write))).map((write) => [rowOf(write), write])).values()];
  return writes.length > 0 ? given.change({ writes }) : null;
};
export const followEmpty = (given: Hearing, { data }: Data<typeof FoundEmpty>): Promise<Change | null> => some(given, [data.household], false);
export const followBook = (given: Hearing, { data }: Data<typeof Edited>): Promise<Change | null> => some(given, [data.household], false);

/** Once more, when whatever comes with a list has been written down. */
export const lookAgain = (given: Hearing, care: Stored<Care>): Promise<Change | null> => some(given, [care.household], false);

/** Somebody is back: whom they help is no longer without them. */
export const comeBack = async (given: Hearing, away: Stored<Away>): Promise<Change | null> => {
  const households = (await buddiesOfPerson(given.table, away.person)).filter((each) => each.state === "accepted").map((each) => each.household);
  const near = await nearOf(given.table, [away.person], given.now);
  return given.change({ writes: [remove(Away, away.person, away.version), ...(await barenessOf(given, households, away.person, near.get(away.person)?.near === true))], emits: { name: "away-said", data: { person: away.person, away: false } } });
};
