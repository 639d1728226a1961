import type { contract } from "../../../shared/affairs/houses/contract.ts";
import { MARKS } from "../../../shared/affairs/houses/house.ts";
import { due, put, remove, stableId, type Change, type HeardGiven, type Stored, type Table, type Write } from "../../core/implement.ts";
import { householdsOf, isVulnerable, sleepers } from "../households/reads.ts";
import { HouseArea, Recount } from "./rows.ts";
import { countArea, type Counted } from "./rules.ts";

type Given = HeardGiven<typeof contract>;
/** Changes within these milliseconds are counted once. */
const WITHIN = 15_000;
/** A village names at most this many areas itself. */
export const MOST_AREAS = 60;

/**
 * Says that the areas must be counted anew. Nothing to write where that is said already and the counting has not begun; a counting that
 * has begun loses its claim and begins again.
 */
export const countSoon = async (table: Table, now: Date): Promise<Write[]> => {
  const row = await table.get(Recount, "");
  if (row?.at && row.at > now.toISOString()) return [];
  return [put(Recount, { at: new Date(now.getTime() + WITHIN).toISOString() }, row ? { version: row.version } : "new")];
};

const everyHousehold = async (table: Table, year: number): Promise<Counted[]> => {
  const all: Counted[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof householdsOf>> = await householdsOf(table, cursor);
    all.push(...page.items.filter((each) => each.people.length > 0).map((each) => {
      const here = sleepers(each);
      return { group: each.group, hazards: each.hazards, sleeping: here.length, vulnerable: here.filter((person) => isVulnerable({ people: [person] }, year)).length };
    }));
    cursor = page.next;
  } while (cursor);
  return all;
};

/** How many one area means, as things stand. */
export const counted = async (table: Table, area: { readonly mark: string; readonly groups: readonly string[] }, now: Date) =>
  countArea(area, await everyHousehold(table, now.getUTCFullYear()));

/** Every saved area with its count; a mark that houses carry makes an area by itself, and the last such house takes it away. */
export const recount = due(Recount, async ({ table, village, now, words, change }: Given, row: Stored<{ at: string | null }>): Promise<Change> => {
  const households = await everyHousehold(table, now.getUTCFullYear());
  const { items } = await table.list(HouseArea, { limit: MOST_AREAS + MARKS.length });
  const before = new Map(items.map((each) => [each.id, each]));
  const made = MARKS.map((mark) => ({ id: stableId(`${village.id}|area|${mark}`), village: village.id, names: { zh: words.zh[`area.${mark}`] ?? mark, en: words.en[`area.${mark}`] ?? mark }, mark, groups: [] as string[], made: true }));
  const all = [...made, ...items.filter((each) => !each.made).map(({ version: _, households: _h, people: _p, vulnerable: _v, countedAt: _c, ...area }) => area)];
  const writes = all.flatMap((area): Write[] => {
    const old = before.get(area.id);
    const sum = countArea(area, households);
    if (area.made && sum.households === 0) return old ? [remove(HouseArea, area.id, old.version)] : [];
    const same = old && old.households === sum.households && old.people === sum.people && old.vulnerable === sum.vulnerable;
    return same ? [] : [put(HouseArea, { ...area, ...sum, countedAt: now.toISOString() }, old ? { version: old.version } : "new")];
  });
  return change({ writes: [put(Recount, { at: null }, { version: row.version }), ...writes] });
});
