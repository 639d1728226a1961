import type { Language } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import { USUAL, type Wishes } from "../../../shared/platform/messages/wishes.ts";
import { Person, type Table } from "../../core/implement.ts";
import { quietUntil } from "./rules.ts";
import { Wish } from "./rows.ts";

export interface Reader { readonly person: string; /** Phones they are signed in on. */ readonly devices: readonly string[]; readonly wish: Wishes }

/** How each of up to 100 people wants to be told; what they have not said is as usual, in the language of their phone. */
export const readersOf = async (table: Table, region: Table, people: readonly string[], first: Language): Promise<Reader[]> => {
  const [wishes, persons] = await Promise.all([table.many(Wish, people), region.many(Person, people)]);
  return people.map((person, i) => ({ person, devices: Object.keys(persons[i]?.devices ?? {}), wish: wishes[i] ?? { ...USUAL, language: persons[i]?.language ?? first } }));
};

type Night = Pick<RegionFacts, "night" | "zone">;
export const quietFor = (wish: Pick<Wishes, "quiet"> | null, { night, zone }: Night, now: Date): Date | null =>
  quietUntil(wish?.quiet ?? { from: night[0], to: night[1] }, zone, now);
