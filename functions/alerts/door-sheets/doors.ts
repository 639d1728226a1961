import { headOf, householdsBy, householdsOf, sleepers, type Household } from "../../affairs/households/reads.ts";
import type { Table } from "../../core/implement.ts";
import { contactsOfMany, phonesOf } from "../contacts/reads.ts";
import { Roll, wholeRoll } from "../roll-call/reads.ts";
import { isMeant, type Alert } from "../warnings/reads.ts";
import type { Door } from "./rules.ts";

/** One house of a sheet, without its phone. */
export interface Line extends Door { readonly household: string; readonly head: string; readonly sleepers: number; readonly state: string; readonly open: boolean }

const ofRoll = (roll: Roll): Line =>
  ({ household: roll.household, no: roll.no, group: roll.group, order: roll.order, head: roll.head, sleepers: roll.sleepers, vulnerable: roll.vulnerable, state: roll.state, open: roll.open });
const ofHouse = (house: Household): Line => ({
  household: house.id, no: house.no, group: house.group, order: house.order, head: headOf(house)?.name ?? "", sleepers: sleepers(house).length,
  vulnerable: [...new Set(sleepers(house).flatMap((each) => each.vulnerable))], state: "not-reached", open: true,
});

/** Every house a warning means in a village: by the roll, or, in the first seconds, by group and hazard mark. */
export const doorsOf = async (table: Table, alert: Alert): Promise<Line[]> => {
  const roll = await wholeRoll(table, alert.id);
  if (roll.length > 0) return roll.map(ofRoll);
  const lines: Line[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Household[]; next: string | null } = await householdsOf(table, cursor);
    lines.push(...page.items.filter((house) => isMeant(alert, house)).map(ofHouse));
    cursor = page.next;
  } while (cursor);
  return lines;
};

const MANY = 100;
const inHundreds = async <T>(ids: readonly string[], read: (some: readonly string[]) => Promise<T[]>): Promise<T[]> => {
  const all: T[] = [];
  for (let i = 0; i < ids.length; i += MANY) all.push(...(await read(ids.slice(i, i + MANY))));
  return all;
};

/** The houses of a sheet as they stand now, in the order they were printed. */
export const doorsBy = async (table: Table, warning: string, households: readonly string[]): Promise<Line[]> => {
  const rolls = await inHundreds(households, (some) => table.many(Roll, some.map((id) => `${warning}#${id}`)));
  const missing = households.filter((_, i) => !rolls[i]);
  const houses = new Map((await inHundreds(missing, (some) => householdsBy(table, some))).map((each) => [each.id, each]));
  return households.flatMap((id, i) => { const roll = rolls[i]; const house = houses.get(id); return roll ? ofRoll(roll) : house ? ofHouse(house) : []; });
};

/** One number a house: the first to try. */
export const phonesBy = async (table: Table, households: readonly string[]): Promise<Map<string, string>> => {
  const books = await inHundreds(households, (some) => contactsOfMany(table, some));
  return new Map(households.flatMap((id, i) => { const first = phonesOf(books[i] ?? null, true)[0]; return first ? [[id, first.phone] as const] : []; }));
};
