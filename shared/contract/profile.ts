import type { Language, Words, WordsFile } from "./language.ts";
import { fillTitles } from "./profile-words.ts";
import { CN_VILLAGE } from "./profile-cn.ts";
import { PLAIN_VILLAGE } from "./profile-plain.ts";

export type Titles = Readonly<Record<Language, string>>;
type Posts = Readonly<Record<string, Titles>>;

/**
 * A kind of village, as data: which posts there are and what people call them, which functions are shown, first language and units.
 * Contracts name offices by code ("office:secretary"); only a profile says what such a post is called.
 */
export interface Profile {
  readonly first: Language;
  /** Posts of a village, in the order people read them. English titles begin small: a sentence may hold them. */
  readonly village: Posts;
  readonly township: Posts;
  readonly county: Posts;
  /** How people call these posts besides their title, in small letters: whoever writes so names whoever holds it. */
  readonly called: Readonly<Record<string, readonly string[]>>;
  /** Departments of the county, to which a village passes what is not its own. Their holders are "county:department.<name>". */
  readonly departments: Posts;
  /** Other words that differ: `{term.council}`. */
  readonly terms: Posts;
  /** Features this kind of village does not have: no page, no place, no answer. */
  readonly without: readonly string[];
  /** How land is told: areas are kept in whole square metres. */
  readonly land: { readonly squareMetres: number; readonly titles: Titles };
}

export type ProfileName = "cn-village" | "plain-village";
/** Which posts, words, functions and units there are, by kind of village: the Party's posts exist only where the profile has them. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = { "cn-village": CN_VILLAGE, "plain-village": PLAIN_VILLAGE };
/** The post whose last holder cannot be taken away: somebody must be able to act for the village. */
export const LAST_ONE_STAYS = "secretary";

/** Posts of the county, departments among them, by the code they are held under. */
export const countyPosts = ({ county, departments }: Profile): Posts =>
  ({ ...county, ...Object.fromEntries(Object.entries(departments).map(([name, titles]) => [`department.${name}`, titles])) });

const known = new Map<ProfileName, WeakMap<WordsFile, WordsFile>>();
/**
 * A feature's sentences as this kind of village says them: `{office.secretary}`, `{township.director}`, `{county.department.water}` and
 * `{term.council}` filled (`{Office.…}` with a capital), a key "x@plain-village" in the place of "x" there, and a line whose post the
 * profile does not have left out. Worked out once for a file.
 */
export const wordsIn = (name: ProfileName, words: WordsFile): WordsFile => {
  let files = known.get(name);
  if (!files) known.set(name, files = new WeakMap());
  let filled = files.get(words);
  if (!filled) {
    const profile = PROFILES[name];
    const county = countyPosts(profile);
    const title = (family: string, code: string): Titles | undefined => ({ office: profile.village, township: profile.township, county, term: profile.terms })[family]?.[code];
    const said = (language: Language): Words => fillTitles(words[language], name, (family, code) => title(family, code)?.[language]);
    const spoken: Partial<Record<Language, Words>> = {};
    // Filled when somebody is told something: most answers say nothing.
    files.set(words, filled = { get zh() { return (spoken.zh ??= said("zh")); }, get en() { return (spoken.en ??= said("en")); } });
  }
  return filled;
};

/** What a post is called, in each language; a code the profile does not have shows as itself. @param at where it is held */
export const titlesOf = (name: ProfileName, at: "village" | "township" | "county", office: string): Titles => {
  const profile = PROFILES[name];
  return (at === "village" ? profile.village : at === "township" ? profile.township : countyPosts(profile))[office] ?? { zh: office, en: office };
};

/** What a `who` such as "office:secretary" or "county:department.water" is called; null where it names no post of this profile. */
export const titlesOfWho = (name: ProfileName, who: string): Titles | null => {
  const [kind = "", code = ""] = who.split(":");
  const profile = PROFILES[name];
  return ({ office: profile.village, township: profile.township, county: countyPosts(profile) } as Readonly<Record<string, Posts>>)[kind]?.[code] ?? null;
};
