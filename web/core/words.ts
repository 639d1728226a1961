import { fill } from "../../shared/contract/fill.ts";
import type { Language, Words } from "../../shared/contract/language.ts";
import { boot } from "./boot.ts";
import { prefs } from "./prefs.ts";

const frames: Partial<Record<string, Words>> = { [boot.first]: boot.words };
const pages = new Map<string, Words>();
let current = "";

/** Keeps the frame's sentences of another language, or the rest of the first one's: the document carries what home needs. */
export const addFrameWords = (language: string, words: Words): void => { frames[language] = { ...frames[language], ...words }; };
/** Keeps a page's sentences: called by the page's own file for the first language, by the loader for the others. */
export const addWords = (page: string, language: string, words: Words): void => { pages.set(`${language}:${page}`, words); };
export const hasWords = (page: string, language: Language): boolean => pages.has(`${language}:${page}`);
/** The page whose words `t` reads. */
export const speakFor = (page: string): void => { current = page; };

/** Stands after a sentence that is not there in the reader's language. */
const UNTOLD = "°";

/**
 * The sentence for a key of the page that is shown, else of the frame, in the reader's language (else the first one, marked), with its {holes} filled.
 * @example t("left.day", { n: 3 })
 */
export const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  const { language, tongue = language } = prefs();
  const inIt = (spoken: string): string | undefined => pages.get(`${spoken}:${current}`)?.[key] ?? frames[spoken]?.[key];
  const base = inIt(boot.first);
  const sentence = inIt(tongue) ?? (base ? base + UNTOLD : key);
  return fill(sentence, values);
};
/** Whether a sentence exists, for optional lines. */
export const has = (key: string): boolean => t(key) !== key;

/** A text the server keeps in one or several languages. */
export type Spoken = string | Readonly<Partial<Record<Language, string>>> | null | undefined;
/** That text in the reader's language, else in any. */
export const pick = (text: Spoken): string =>
  typeof text === "string" ? text : text?.[prefs().language] ?? text?.[boot.first] ?? Object.values(text ?? {})[0] ?? "";
