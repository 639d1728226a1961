import type { WordProblem } from "../../../shared/platform/languages/language.ts";
import type * as z from "zod";
import type { WordsFile } from "../../../shared/contract/language.ts";

export const TEMPLATES = "alerts/templates";
type Problem = z.infer<typeof WordProblem>;
type Ours = Readonly<Record<string, WordsFile>>;

/** The holes of a sentence. @example holesOf("{n} of {of}") // ["n", "of"] */
export const holesOf = (sentence: string): string[] => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

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
    const [wanted, there] = [holesOf(base), holesOf(sentence)];
    const wrong = [...there.filter((hole) => !wanted.includes(hole)), ...(page === TEMPLATES ? [] : wanted.filter((hole) => !there.includes(hole)))];
    return wrong.length > 0 ? [{ page, key, why: "holes", holes: wrong }] : [];
  });
});

/** How many sentences there are to write. */
export const countOf = (ours: Ours): number => Object.values(ours).reduce((sum, { zh }) => sum + Object.keys(zh).length, 0);
/** Hazard and what is asked of which a warning's sentence is there. @example warnsIn({ "screen.flood.leave": "…" }) // ["flood.leave"] */
export const warnsIn = (templates: Readonly<Record<string, string>>): string[] => Object.keys(templates).filter((key) => /^screen\.[a-z-]+\.[a-z-]+$/.test(key)).map((key) => key.slice("screen.".length)).sort();
