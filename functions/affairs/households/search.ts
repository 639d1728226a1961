import type { Stored, Table } from "../../core/implement.ts";
import { Household } from "./rows.ts";

const PAGE = 50;
/** Rows looked at for one answer: what is sought far behind comes with the next page. */
const MOST_PAGES = 12;

/** Whether a household is what is sought: its number, or a part of a name of those who live there. */
export const fits = (house: Household, q: string): boolean => house.no === q || house.people.some((each) => each.name.includes(q));

/** The living households an office may see, in the keys' order, narrowed by group and by what is sought. */
export const searched = async (table: Table, query: { limit: number; cursor?: string | undefined; group?: string | undefined; q?: string | undefined }, sees: (house: Household) => boolean): Promise<{ items: Stored<Household>[]; next: string | null }> => {
  const limit = Math.min(query.limit, PAGE);
  const narrow = Boolean(query.q || query.group);
  const wanted = (house: Household): boolean => house.ended === null && sees(house) && (!query.group || house.group === query.group) && (!query.q || fits(house, query.q));
  const items: Stored<Household>[] = [];
  let cursor = query.cursor;
  for (let read = 0; ; read++) {
    const page = await table.list(Household, { limit: narrow ? PAGE : limit, cursor, oldestFirst: true });
    items.push(...page.items.filter(wanted));
    if (page.next === null || !narrow || items.length >= limit || read + 1 >= MOST_PAGES) return { items, next: page.next };
    cursor = page.next;
  }
};
