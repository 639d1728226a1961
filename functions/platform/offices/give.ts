import { townshipOf, type RegionFacts } from "../../../shared/contract/region.ts";
import { put, readPhone, remove, Village, waitId, WaitIn, type County, type Region, type Stored, type Table, type Write } from "../../core/implement.ts";
import { officerWrites, personNamed } from "../sign-in/reads.ts";
import { holdsWrite } from "./reads.ts";
import { allWaiting } from "../desk/reads.ts";
import { Handover, Post } from "./rows.ts";
import { given, giversOf, remindAt, taken, termWait, type HoldsAndHeld } from "./rules.ts";

interface Around { readonly table: Table; readonly region: Table; readonly settings: { readonly remindBefore: number }; readonly newId: () => string; readonly village: Stored<Village>; readonly countyRow: Stored<County> | null; readonly regionRow: Stored<Region> | null; readonly facts: RegionFacts; readonly now: Date; readonly hash: (text: string) => Promise<string> }

/** The different people who may give posts of this village today. */
export const giversHere = ({ village, countyRow, regionRow, facts }: Around): string[] =>
  giversOf(village.offices, countyRow?.townships[townshipOf(facts, village.id)]?.offices ?? {}, countyRow?.offices ?? {}, regionRow?.operators ?? []);

/** Whose hand each giver's is: who acts for a holder is that holder, never a second person beside them. */
export const handsOf = async (table: Table): Promise<(person: string) => string> => {
  const acting = new Map((await table.list(Post, { under: "secretary#", limit: 100 })).items.flatMap((post) => (post.actingFor ? [[post.person, post.actingFor] as const] : [])));
  return (person) => acting.get(person) ?? person;
};

/** Somebody who is to hold a post: known by name and number already, or new. */
export const newHolder = async (around: Pick<Around, "region" | "facts" | "hash">, who: { name: string; phone: string }, newId: () => string): Promise<{ id: string; name: string; phone: string; isNew: boolean } | { reason: string }> => {
  const phone = await readPhone(who.phone, around.facts.phoneCountries);
  if (!phone.ok) return { reason: phone.reason };
  const known = await personNamed(around.region, await around.hash(phone.e164), who.name);
  return { id: known ?? newId(), name: who.name, phone: phone.e164, isNew: known === null };
};

export interface ToGive { readonly office: string; readonly person: string; readonly name: string; readonly phone: string | null; readonly from: string | null; readonly until: string | null }

const FEATURE = "platform/offices";
const MOST_NOTED = 20;
/** What was open for the post when it changed hands. */
const handoverNote = async ({ table, now, newId }: Around, office: string, from: string, to: string): Promise<Write> => {
  const open = (await allWaiting(table)).filter((wait) => wait.offices.includes(`office:${office}`));
  return put(Handover, { id: newId(), office, from, to, at: now.toISOString(), open: open.slice(0, MOST_NOTED).map(({ text, where, due }) => ({ text, where, due })), more: Math.max(0, open.length - MOST_NOTED) }, "new");
};

/** The rows of giving a village's post, hand-over included: whoever acted for the one before acts no longer. */
export const giveWrites = async (around: Around, what: ToGive, by: string, second: string | null): Promise<Write[]> => {
  const { table, village, region, now } = around;
  const gone = what.from ? (await leaving(table, what.office, what.from)).filter((each) => each !== what.person) : [];
  const handed = without(village, what.office, gone);
  const after = given(handed.offices, handed.ended, what.office, what.person);
  const at = { at: "village", id: village.id, office: what.office } as const;
  return [
    put(Village, { ...village, ...after }, { version: village.version }),
    put(Post, { office: what.office, person: what.person, since: now.toISOString(), until: what.until, by, second, alone: second === null, actingFor: null, remindAt: remindAt(what.until, around.settings.remindBefore, now) }, "over"),
    ...(await holdsWrite(region, what.person, at, "gets")),
    ...(await goneWrites(region, village.id, what.office, gone)),
    ...(what.from ? [await handoverNote(around, what.office, what.from, what.person)] : []),
    ...(what.phone ? await officerWrites(region, await around.hash(what.phone), { id: what.person, name: what.name, village: village.id }) : []),
  ];
};

/** Who leaves with a holder: whoever acts for them. */
export const leaving = async (table: Table, office: string, person: string): Promise<string[]> =>
  [person, ...(await table.list(Post, { under: `${office}#`, limit: 100 })).items.filter((post) => post.actingFor === person).map((post) => post.person)];
const without = (village: Stored<Village>, office: string, people: readonly string[]): HoldsAndHeld =>
  people.reduce<HoldsAndHeld>((held, person) => taken(held.offices, held.ended, office, person), village);
const goneWrites = async (region: Table, village: string, office: string, people: readonly string[]): Promise<Write[]> =>
  (await Promise.all(people.map(async (person) => [
    remove(Post, `${office}#${person}`), remove(WaitIn.village, waitId(FEATURE, termWait(office, person))), ...(await holdsWrite(region, person, { at: "village", id: village, office }, "loses")),
  ]))).flat();

/** The rows of taking a village's post back from these. */
export const takeWrites = async ({ village, region }: Pick<Around, "village" | "region">, office: string, people: readonly string[]): Promise<Write[]> => [
  put(Village, { ...village, ...without(village, office, people) }, { version: village.version }), ...(await goneWrites(region, village.id, office, people)),
];
