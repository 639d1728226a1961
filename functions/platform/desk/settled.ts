import type { RegionFacts } from "../../../shared/contract/region.ts";
import { titlesOfWho } from "../../../shared/contract/profile.ts";
import { EventIn, Member, Person, type Table } from "../../core/implement.ts";

export interface By { readonly name: string; readonly titles: Record<string, string> | null; readonly at: string }

/** What people are called here: as the roll says, else as their own row does. */
export const namesOf = async (people: readonly string[], region: Table, village?: Table): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(people)].slice(0, 100);
  const [members, persons] = await Promise.all([village?.many(Member, wanted) ?? [], region.many(Person, wanted)]);
  return new Map(wanted.map((id, i) => [id, members[i]?.name ?? persons[i]?.name ?? ""]));
};

const RECENT = 100;
/** Who moved a matter last, by the newest event that names it: the post, and the person who held it. Whoever acted without a post is not named. */
export const lastMovedBy = async (table: Table, at: "village" | "area", region: Table, facts: RegionFacts, feature: string, id: string): Promise<By | null> => {
  const { items } = await table.list(EventIn[at], { limit: RECENT });
  const event = items.find(({ name, data }) => name.startsWith(`${feature}/`) && Object.values((data ?? {}) as Record<string, unknown>).includes(id));
  if (!event) return null;
  const name = event.office ? (await namesOf([event.by], region, at === "village" ? table : undefined)).get(event.by) ?? "" : "";
  return { name, titles: event.office ? { ...titlesOfWho(facts.profile, event.office) } : null, at: event.at };
};
