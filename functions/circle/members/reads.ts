import { Member, type Stored, type Table } from "../../core/implement.ts";
import { Claim } from "./rows.ts";

export { Member } from "../../core/implement.ts";

/** Members by person, up to 100; null where there is none. */
export const membersBy = (table: Table, people: readonly string[]): Promise<(Stored<Member> | null)[]> => table.many(Member, people);

/** Whether this person is a verified villager here. */
export const isVillager = async (table: Table, person: string): Promise<boolean> => (await table.get(Member, person))?.state === "verified";

/** People whom one cadre alone vouched for and verified since then: a ballot within seven days may not count on them. */
export const verifiedAloneSince = async (table: Table, since: string): Promise<string[]> => {
  const people: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = await table.list(Claim, { limit: 100, ...(cursor ? { cursor } : {}) });
    people.push(...page.items.filter((claim) => claim.alone && claim.state === "verified" && claim.history.at(-1)!.at >= since).map((claim) => claim.person));
    cursor = page.next ?? undefined;
    more = cursor !== undefined;
  }
  return people;
};
