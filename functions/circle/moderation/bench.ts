import type { Level } from "../../../shared/circle/moderation/case.ts";
import { townshipOf } from "../../../shared/contract/region.ts";
import { County, lotChain, lotPool, Member, openLot, Person, put, remove, stillAsked, type Lot, type Write } from "../../core/implement.ts";
import type { Asking } from "./given.ts";
import { Drawn, type Case } from "./rows.ts";
import { maySit, namedIn, nextBench, seatsOf } from "./rules.ts";

type Offices = Readonly<Record<string, readonly string[]>>;
const holding = (offices: Offices | undefined, ...names: readonly string[]): string[] => [...new Set(names.flatMap((name) => offices?.[name] ?? []))];
const rowOf = async ({ county }: Pick<Asking, "county">) => county.get(County, "");

/** Everybody who holds an office of the village or its township, with the name people know them by. */
const holdersOf = async ({ table, county, region, village, facts }: Asking) => {
  const township = (await rowOf({ county }))?.townships[townshipOf(facts, village.id)]?.offices;
  const posts = [["village", village.offices], ["township", township ?? {}]] as const;
  const all = posts.flatMap(([at, offices]) => Object.entries(offices as Offices).flatMap(([office, people]) => people.map((person) => ({ at, office, person })))).slice(0, 90);
  const ids = [...new Set(all.map(({ person }) => person))];
  const [members, persons] = await Promise.all([table.many(Member, ids), region.many(Person, ids)]);
  const names = new Map(ids.map((id, i) => [id, members[i]?.name ?? persons[i]?.name ?? ""]));
  return all.map((each) => ({ ...each, name: names.get(each.person) ?? "" }));
};
/** Who of them is named in these words. */
export const namedBy = async (given: Asking, words: string) => namedIn(words, await holdersOf(given), given.facts.profile);

export type Judging = Pick<Case, "id" | "hidden" | "named" | "author" | "reporters" | "votes">;
export interface Bench { readonly level: Level; readonly seats: number; readonly lot: Lot | null; readonly until: string; readonly state: Case["state"]; readonly writes: readonly Write[] }
const STATE: Readonly<Record<"first" | "again", Partial<Record<Level, Case["state"]>>>> = { first: { township: "referred", lot: "drawn" }, again: { township: "appealed", county: "above", lot: "redrawn" } };

/** The villagers a lot may fall on in this matter. */
export const poolFor = ({ table, now }: Pick<Asking, "table" | "now">, matter: Judging): Promise<string[]> => lotPool(table, now.getUTCFullYear(), [...matter.named, ...matter.reporters, matter.author]);
/** What asks the drawn, and what takes the question back. */
export const asked = (id: string, lot: Lot): Write[] => stillAsked(lot).map((person) => put(Drawn, { person, case: id, until: lot.until }, "over"));
export const undrawn = ({ id, lot }: Pick<Case, "id" | "lot">): Write[] => stillAsked(lot).map((person) => remove(Drawn, `${person}#${id}`));

/** Who judges next and until when; null: nobody is left to ask. Those who are named, wrote or reported are not counted. */
export const convene = async (given: Asking, matter: Judging, round: "first" | "again", before: Level | null, decidedBy: Level | null = null): Promise<Bench | null> => {
  const { table, village, facts, settings, now } = given;
  const county = await rowOf(given);
  const township = county?.townships[townshipOf(facts, village.id)]?.offices;
  const free = (people: readonly string[]): number => people.filter((person) => maySit(matter, person)).length;
  const seats = seatsOf("panel", settings.panel);
  const benches = { panel: free(holding(village.offices, "supervisor")), township: free(holding(township, "supervisor", "director")), county: free(holding(county?.offices, "supervisor", "director")) };
  const next = (villagers: number): Level | null => nextBench(round, before, seats, { ...benches, villagers }, decidedBy);
  const until = new Date(now.getTime() + settings.lookWithin);
  let level = next(Number.MAX_SAFE_INTEGER);
  let lot: Lot | null = null;
  if (level === "lot") {
    const [pool, chain] = await Promise.all([poolFor(given, matter), lotChain(table, `${matter.id}|${round}`)]);
    level = next(pool.length);
    if (level === "lot") lot = openLot(pool, chain, seatsOf("lot", settings.panel), until);
  }
  if (!level) return null;
  return { level, seats: seatsOf(level, settings.panel), lot, until: until.toISOString(), state: STATE[round][level] ?? (matter.hidden ? "hidden" : "reported"), writes: lot ? asked(matter.id, lot) : [] };
};
