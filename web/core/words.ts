import type { Language, Words } from "../../shared/contract/language.ts";
import { boot } from "./boot.ts";
import { prefs } from "./prefs.ts";

const frames: Partial<Record<Language, Words>> = { [boot.first]: boot.words };
const pages = new Map<string, Words>();
let current = "";

/** Keeps the frame's sentences of another language, or the rest of the first one's: the document carries what home needs. */
export const addFrameWords = (language: Language, words: Words): void => { frames[language] = { ...frames[language], ...words }; };
/** Keeps a page's sentences: called by the page's own file for the first language, by the loader for the others. */
export const addWords = (page: string, language: Language, words: Words): void => { pages.set(`${language}:${page}`, words); };
export const hasWords = (page: string, language: Language): boolean => pages.has(`${language}:${page}`);
/** The page whose words `t` reads. */
export const speakFor = (page: string): void => { current = page; };

/**
 * The sentence for a key of the page that is shown, else of the frame, in the reader's language (else the first one), with its {holes} filled.
 * @example t("left.day", { n: 3 })
 */
export const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
  const { language } = prefs();
  const sentence = pages.get(`${language}:${current}`)?.[key] ?? frames[language]?.[key]
    ?? pages.get(`${boot.first}:${current}`)?.[key] ?? frames[boot.first]?.[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
};
/** Whether a sentence exists, for optional lines. */
export const has = (key: string): boolean => t(key) !== key;

/** A text the server keeps in one or several languages. */
export type Spoken = string | Readonly<Partial<Record<Language, string>>> | null | undefined;
/** That text in the reader's language, else in any. */
export const pick = (text: Spoken): string =>
  typeof text === "string" ? text : text ? (text[prefs().language] ?? text[boot.first] ?? Object.values(text)[0] ?? "") : "";
