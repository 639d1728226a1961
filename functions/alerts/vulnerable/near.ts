import { householdsBy } from "../../affairs/households/reads.ts";
import { awayNow } from "../../circle/away/reads.ts";
import { Member, type Table } from "../../core/implement.ts";
import { Away } from "./rows.ts";

export interface Near { readonly name: string; readonly near: boolean; readonly household: string | null; readonly group: string; readonly paper: boolean }
const MANY = 100;

/**
 * Who of these people is in the village: a verified member who sleeps at home as the household says, and has not said "I am away", here or on circle/away.
 * @returns by person; who is no member here is left out
 */
export const nearOf = async (table: Table, people: readonly string[], now: Date): Promise<Map<string, Near>> => {
  const wanted = [...new Set(people)];
  const found = new Map<string, Near>();
  for (let i = 0; i < wanted.length; i += MANY) {
    const some = wanted.slice(i, i + MANY);
    const [members, aways, travelling] = await Promise.all([table.many(Member, some), table.many(Away, some), awayNow(table, some, now)]);
    const houses = new Map((await householdsBy(table, members.flatMap((each) => (each?.household ? [each.household] : [])))).map((house) => [house.id, house]));
    members.forEach((member, j) => {
      if (!member) return;
      const house = member.household ? houses.get(member.household) : undefined;
      const sleeps = house ? house.people.some((each) => each.person === member.person && each.sleepsHere) : member.sleepsHere;
      const away = aways[j];
      found.set(member.person, { name: member.name, household: member.household, group: member.group, paper: member.paper, near: member.state === "verified" && sleeps && !travelling.has(member.person) && !(away && away.back > now.toISOString()) });
    });
  }
  return found;
};
