import { townshipOf, type RegionFacts } from "../../../shared/contract/region.ts";
import { put, readPhone, Village, type County, type Region, type Stored, type Table, type Write } from "../../core/implement.ts";
import { officerWrites, personNamed } from "../sign-in/reads.ts";
import { holdsWrite } from "./reads.ts";
import { Post } from "./rows.ts";
import { given, giversOf, taken } from "./rules.ts";

interface Around { readonly region: Table; readonly village: Stored<Village>; readonly countyRow: Stored<County> | null; readonly regionRow: Stored<Region> | null; readonly facts: RegionFacts; readonly now: Date; readonly hash: (text: string) => Promise<string> }

/** The different people who may give posts of this village today. */
export const giversHere = ({ village, countyRow, regionRow, facts }: Around): string[] =>
  giversOf(village.offices, countyRow?.townships[townshipOf(facts, village.id)]?.offices ?? {}, countyRow?.offices ?? {}, regionRow?.operators ?? []);

/** Somebody who is to hold a post: known by name and number already, or new. */
export const newHolder = async (around: Pick<Around, "region" | "facts" | "hash">, who: { name: string; phone: string }, newId: () => string): Promise<{ id: string; name: string; phone: string; isNew: boolean } | { reason: string }> => {
  const phone = await readPhone(who.phone, around.facts.phoneCountries);
  if (!phone.ok) return { reason: phone.reason };
  const known = await personNamed(around.region, await around.hash(phone.e164), who.name);
  return { id: known ?? newId(), name: who.name, phone: phone.e164, isNew: known === null };
};

export interface ToGive { readonly office: string; readonly person: string; readonly name: string; readonly phone: string | null; readonly from: string | null; readonly until: string | null }

/** The rows of giving a village's post, hand-over included. */
export const giveWrites = async (around: Around, what: ToGive, by: string, second: string | null): Promise<Write[]> => {
  const { village, region, now } = around;
  const handed = what.from ? taken(village.offices, village.ended, what.office, what.from) : village;
  const after = given(handed.offices, handed.ended, what.office, what.person);
  const at = { at: "village", id: village.id, office: what.office } as const;
  return [
    put(Village, { ...village, ...after }, { version: village.version }),
    put(Post, { office: what.office, person: what.person, since: now.toISOString(), until: what.until, by, second, alone: second === null }, "over"),
    ...(await holdsWrite(region, what.person, at, "gets")),
    ...(what.from ? await holdsWrite(region, what.from, at, "loses") : []),
    ...(what.phone ? await officerWrites(region, await around.hash(what.phone), { id: what.person, name: what.name, village: village.id }) : []),
  ];
};

/** The rows of taking a village's post back. */
export const takeWrites = async ({ village, region }: Pick<Around, "village" | "region">, office: string, person: string): Promise<Write[]> => [
  put(Village, { ...village, ...taken(village.offices, village.ended, office, person) }, { version: village.version }),
  ...(await holdsWrite(region, person, { at: "village", id: village.id, office }, "loses")),
];
