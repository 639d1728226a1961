import { Member, type Stored, type Table } from "../../core/implement.ts";

const PAGE = 50;
/** Pages looked at for one answer: what is sought far behind comes with the next one. */
const MOST_PAGES = 20;

/** The members an office may see, narrowed by group and by a part of the name, in the keys' order. */
export const searched = async (table: Table, query: { limit: number; cursor?: string | undefined; group?: string | undefined; q?: string | undefined }, sees: (member: Member) => boolean): Promise<{ items: Stored<Member>[]; next: string | null }> => {
  const narrow = Boolean(query.q || query.group);
  const wanted = (member: Member): boolean => sees(member) && (!query.group || member.group === query.group) && (!query.q || member.name.includes(query.q));
  const items: Stored<Member>[] = [];
  let cursor = query.cursor;
  for (let read = 0; ; read++) {
    const page = await table.list(Member, { limit: narrow ? Math.min(query.limit, PAGE) : query.limit, cursor, oldestFirst: true });
    items.push(...page.items.filter(wanted));
    if (page.next === null || !narrow || items.length >= query.limit / 2 || read + 1 >= MOST_PAGES) return { items, next: page.next };
    cursor = page.next;
  }
};
