import { LANGUAGES, type WordsFile } from "../../../shared/contract/language.ts";
import { PROFILES, wordsIn, type ProfileName } from "../../../shared/contract/profile.ts";
import { fits, searched, type Sought } from "../../core/find-match.ts";
import type { Find, Stored } from "../../core/implement.ts";
import { excerpt } from "./rules.ts";

const titles = (title: Find["title"]): string => (typeof title === "string" ? title : Object.values(title).join(" · "));

/** How well something fits, and the words that say so: its own, or an answer's. Parts that are hidden say nothing. */
export const judged = (find: Stored<Find>, sought: Sought, as: string, hidden: ReadonlySet<string> = new Set()): { score: number; words: string } => {
  const said = [find.words, ...find.parts.filter((part) => !hidden.has(`${find.thing}/${part.id}`)).map((part) => part.words)].filter((words) => words !== "");
  const title = searched(titles(find.title));
  // Words of one question may stand in the title, in the text and in an answer.
  const score = fits(sought, title, searched(said.join(" \n ")));
  const best = said.map((words) => ({ words, fit: fits(sought, searched(words)) })).toSorted((a, b) => b.fit - a.fit)[0];
  return { score, words: excerpt(best && best.fit > 0 ? best.words : said[0] ?? "", as) };
};

/** The functions whose name or search words fit, best first. */
export const placesFor = (all: Readonly<Record<string, WordsFile>>, profile: ProfileName, sought: Sought, off: readonly string[], most: number): string[] =>
  Object.entries(all).filter(([feature]) => !off.includes(feature) && !PROFILES[profile].without.includes(feature)).flatMap(([feature, file]) => {
    const words = wordsIn(profile, file);
    const score = Math.max(0, ...LANGUAGES.filter((language) => words[language]["place.label"]).map((language) => fits(sought, searched(words[language]["place.label"]!), searched(words[language]["place.search"] ?? ""))));
    return score > 0 ? [{ feature, score }] : [];
  }).toSorted((a, b) => b.score - a.score).slice(0, most).map(({ feature }) => feature);
