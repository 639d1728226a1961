import type { WordProblem } from "../../../shared/platform/languages/language.ts";
import type * as z from "zod";
import { HOLE } from "../../../shared/contract/fill.ts";
import type { WordsFile } from "../../../shared/contract/language.ts";

export const TEMPLATES = "alerts/templates";
type Problem = z.infer<typeof WordProblem>;
type Ours = Readonly<Record<string, WordsFile>>;

/** What a warning says is filled by its own rules (shared/alerts/warnings/templates.ts), which know no word taken by a number. */
const BARE = /\{(\w+)\}/g;
/**
 * The holes of a sentence by name, with or without the word a number takes; brackets that make no hole are listed as they are written.
 * @example holesOf("{n} {n:day|days} of {of} {n:day}") // ["n", "of", "{n:day}"]
 */
export const holesOf = (sentence: string, hole: RegExp = HOLE): string[] => {
  const [names, rest] = [[...sentence.matchAll(hole)].map(([, name]) => name!), sentence.replace(hole, "").match(/\{[^{}]*\}?|\}/g) ?? []];
  return [...new Set([...names, ...rest])].sort();
};

/**
 * What is wrong with sentences keyed like ours: pages and keys nobody knows, holes lost or invented. What a warning says has holes that may
 * be empty: there none may be invented.
 */
export const problemsIn = (given: Readonly<Record<string, Readonly<Record<string, string>>>>, ours: Ours): Problem[] => Object.entries(given).flatMap(([page, words]): Problem[] => {
  const known = Object.hasOwn(ours, page) ? ours[page]! : null;
  if (!known) return [{ page, key: "", why: "unknown-page", holes: [] }];
  return Object.entries(words).flatMap(([key, sentence]): Problem[] => {
    const base = Object.hasOwn(known.zh, key) ? known.zh[key]! : null;
    if (base === null) return [{ page, key, why: "unknown-key", holes: [] }];
    const hole = page === TEMPLATES ? BARE : HOLE;
    const [wanted, there] = [holesOf(base, hole), holesOf(sentence, hole)];
    const wrong = [...there.filter((hole) => !wanted.includes(hole)), ...(page === TEMPLATES ? [] : wanted.filter((hole) => !there.includes(hole)))];
    return wrong.length > 0 ? [{ page, key, why: "holes", holes: wrong }] : [];
  });
});

/** How many sentences there are to write. */
export const countOf = (ours: Ours): number => Object.values(ours).reduce((sum, { zh }) => sum + Object.keys(zh).length, 0);
/** Hazard and what is asked of which a warning's sentence is there. @example warnsIn({ "screen.flood.leave": "…" }) // ["flood.leave"] */
export const warnsIn = (templates: Readonly<Record<string, string>>): string[] => Object.keys(templates).filter((key) => /^screen\.[a-z-]+\.[a-z-]+$/.test(key)).map((key) => key.slice("screen.".length)).sort();
