import type { WordsFile } from "../../../shared/contract/language.ts";
import { Member, Person, type Table } from "../../core/implement.ts";
import type { Held } from "./rules.ts";

interface HowGiven { readonly since: string; readonly until: string | null; readonly alone: boolean }

/** A post's name in each language; a code no profile names shows as itself. */
export const titlesOf = (words: WordsFile, profile: string, office: string): Record<string, string> =>
  Object.fromEntries((["zh", "en"] as const).map((language) => [language, words[language][`${profile}.${office}`] ?? words[language][`office.${office}`] ?? office]));

/** What people are called: as the village's roll says, else as their own row does. At most a hundred. */
export const namesOf = async (region: Table, people: readonly string[], village?: Table): Promise<Map<string, string>> => {
  const wanted = [...new Set(people)].slice(0, 100);
  const [persons, members] = await Promise.all([region.many(Person, wanted), village?.many(Member, wanted) ?? []]);
  return new Map(wanted.flatMap((id, i) => {
    const name = members[i]?.name ?? persons[i]?.name;
    return name ? [[id, name] as const] : [];
  }));
};

/** The posts of a profile with their holders, vacant ones too: an empty post is something to see. */
export const postsView = (words: WordsFile, profile: string, codes: readonly string[], held: Held, names: ReadonlyMap<string, string>, how: ReadonlyMap<string, HowGiven>) =>
  [...new Set([...codes, ...Object.keys(held).filter((code) => held[code]!.length > 0)])].map((office) => ({
    office, titles: titlesOf(words, profile, office),
    holders: (held[office] ?? []).map((person) => {
      const post = how.get(`${office}#${person}`);
      return { person, name: names.get(person) ?? "", since: post?.since ?? null, until: post?.until ?? null, alone: post?.alone ?? false };
    }),
  }));
