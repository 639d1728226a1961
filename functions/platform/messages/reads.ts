import type { Language } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { Tell, type Stored, type Table } from "../../core/implement.ts";
import { dayIn } from "./rules.ts";
import { quietFor, readersOf } from "./wishes.ts";

const LOOK_BACK = 10;

/** The newest lines somebody has not seen: their own and their house's. What is only news stays in the digest. */
export const unreadFor = async (table: Table, me: { readonly person: string; readonly household: string | null }, most: number): Promise<Stored<Tell>[]> => {
  const lists = await Promise.all([me.person, ...(me.household ? [me.household] : [])].map((who) => table.list(Tell, { under: `${who}#`, limit: LOOK_BACK })));
  return lists.flatMap(({ items }) => items).filter((each) => each.how !== "digest" && !each.readBy.includes(me.person)).sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, most);
};

type Facts = Pick<RegionFacts, "night" | "zone"> & { readonly languages: readonly Language[] };
/** Until when each of up to 100 people is not to be disturbed, by their own hours or the region's; null: they may be. Never asked for a red warning. */
export const quietOf = async (table: Table, region: Table, people: readonly string[], facts: Facts, now: Date): Promise<Map<string, Date | null>> =>
  new Map((await readersOf(table, region, [...new Set(people)], facts.languages[0]!)).map(({ person, wish }) => [person, quietFor(wish, facts, now)]));
/** The calendar day of the region. */
export const dayOf = ({ zone }: Facts, now: Date): string => dayIn(zone, now);
