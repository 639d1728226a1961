import type * as z from "zod";
import type { Changed, Merged } from "../../../shared/affairs/households/events.ts";
import type { contract } from "../../../shared/circle/members/contract.ts";
import type { RollImported } from "../../../shared/platform/villages/events.ts";
import { Member, put, type Change, type Stored } from "../../core/implement.ts";
import type { Heard, HeardGiven, Write } from "../../core/implement.ts";
import { headOf, householdsBy, type Household } from "../../affairs/households/reads.ts";
import { linesOf } from "../../platform/villages/reads.ts";
import { agrees, type MemberFacts } from "./rules.ts";

type Given = HeardGiven<typeof contract>;
const PAGE = 80;

/** Whoever stands on an imported list is a full member; without a number, on paper. What is there already stays. */
export const enterRoll = async (given: Given, event: Heard<z.infer<typeof RollImported.data>>): Promise<Change | null> => {
  const { lines, next } = await linesOf(given.table, event.data, given.from, PAGE);
  const byPerson = new Map(lines.map((line) => [line.person, line]));
  const phones = new Set(lines.filter((line) => line.phone !== null).map((line) => line.person));
  const before = await given.table.many(Member, [...byPerson.keys()]);
  const houses = new Map((await householdsBy(given.table, lines.map((line) => line.household))).map((house) => [house.id, house]));
  /** Somebody of that name came from another house and kept their own id: the list means them. */
  const knownHere = (line: (typeof lines)[number]): boolean => houses.get(line.household)?.people.some((each) => each.name === line.name && each.person !== line.person) ?? false;
  const writes = [...byPerson.values()].flatMap((line, i): Write[] => {
    const known = before[i];
    if (!known && knownHere(line)) return [];
    if (!known) return [put<Member>(Member, { person: line.person, name: line.name, state: "verified", paper: !phones.has(line.person), household: line.household, group: line.group, bornIn: line.bornIn, sleepsHere: line.sleepsHere, head: line.head, vulnerable: [...line.vulnerable], since: given.now.toISOString() }, "new")];
    const { version, ...member } = known;
    return member.paper && phones.has(line.person) ? [put<Member>(Member, { ...member, paper: false }, { version })] : [];
  });
  return writes.length === 0 && next === null ? null : given.change({ writes, ...(next === null ? {} : { next }) });
};

const factsOf = (house: Household): [string, MemberFacts][] =>
  house.people.map((each) => [each.person, { name: each.name, household: house.id, group: house.group, bornIn: each.bornIn, sleepsHere: each.sleepsHere, head: headOf(house)?.person === each.person, vulnerable: each.vulnerable }]);

/** The member rows after what households say of these people; households are where these facts are kept. */
const follow = (people: readonly (readonly [string, MemberFacts])[], rows: readonly (Stored<Member> | null)[], now: Date): Write[] =>
  people.flatMap(([person, facts], i): Write[] => {
    const known = rows[i];
    const vulnerable = [...facts.vulnerable];
    if (!known) return [put<Member>(Member, { ...facts, vulnerable, person, state: "verified", paper: true, since: now.toISOString() }, "new")];
    const { version, ...member } = known;
    return member.state === "verified" && agrees(member, facts) ? [] : [put<Member>(Member, { ...member, ...facts, vulnerable, state: "verified" }, { version })];
  });

/** After a list was merged: members of these households. */
export const followMerge = (given: Given, event: Heard<z.infer<typeof Merged.data>>): Promise<Change | null> => followHouses(given, event.data.households);

/** The members of these households, eighty at a time. */
const followHouses = async (given: Given, households: readonly string[]): Promise<Change | null> => {
  const houses = await householdsBy(given.table, households);
  const people = [...new Map(houses.flatMap(factsOf))].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([person]) => given.from === null || person > given.from);
  const page = people.slice(0, PAGE);
  const writes = follow(page, await given.table.many(Member, page.map(([person]) => person)), given.now);
  const next = people.length > PAGE ? page.at(-1)![0] : null;
  return writes.length === 0 && next === null ? null : given.change({ writes, ...(next === null ? {} : { next }) });
};

/** After one household changed: its people, and who has left it. */
export const followChange = async (given: Given, event: Heard<z.infer<typeof Changed.data>>): Promise<Change | null> => {
  // People went from one household to another: both are followed, each person to where they live now.
  if (event.data.also) return followHouses(given, [event.data.also, event.data.household]);
  const [house] = await householdsBy(given.table, [event.data.household]);
  if (!house) return null;
  const people = factsOf(house).slice(0, PAGE);
  const writes = follow(people, await given.table.many(Member, people.map(([person]) => person)), given.now);
  const { what } = event.data;
  const gone = what === "replaced" ? event.data.instead : what === "moved" || what === "died" ? event.data.person : null;
  const left = gone && !house.people.some((each) => each.person === gone) ? await given.table.get(Member, gone) : null;
  if (left && left.household === house.id && left.state === "verified") {
    const { version, ...member } = left;
    writes.push(put<Member>(Member, { ...member, state: what === "moved" ? "moved" : "ended", sleepsHere: false, head: false }, { version }));
  }
  return writes.length === 0 ? null : given.change({ writes });
};
