import { dayIn } from "../../../shared/contract/days.ts";
import { latestShown, put, type Change, type Shown, type Stored, type Table, type Village } from "../../core/implement.ts";
import type { For, Heard } from "./given.ts";
import { Travel } from "./rows.ts";
import { stayOn } from "./rules.ts";
import { nextDigest } from "./stays.ts";

const WEEK = 7 * 86_400_000;
const MOST = 20;

/** What was new in the last seven days, as a villager reads it. */
const newThisWeek = async ({ table, village, now }: { readonly table: Table; readonly village: Village; readonly now: Date }): Promise<Shown[]> =>
  (await latestShown(table, { sees: "village", off: village.off, now, most: MOST })).filter((each) => now.getTime() - Date.parse(each.at) < WEEK);

export const digest = async (given: For<"digest">) => ({ items: (await newThisWeek(given)).map(({ thing, kind, title, where, at }) => ({ id: thing, kind, title, where, at })) });

/** Once a week, while somebody is away: how much was new at home; in a quiet week nothing is said. */
export const tellDigest = async (given: Heard, row: Stored<Travel>): Promise<Change | null> => {
  const { facts, now, change } = given;
  const today = dayIn(facts.zone, now);
  const { version, ...before } = row;
  const on = before.stays.some((stay) => stay.until === null || stay.until >= today);
  const write = put(Travel, { ...before, digest: on ? nextDigest(facts.zone, today) : null }, { version });
  const n = stayOn(before.stays, today) ? (await newThisWeek(given)).length : 0;
  if (n === 0) return change({ writes: [write] });
  return change({ writes: [write], emits: { name: "digested", data: { person: row.person } }, tells: [{ person: row.person, key: "digest", values: { n }, where: "circle/away/digest", how: "digest" }] });
};
