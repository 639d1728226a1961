import { fill } from "./fill.ts";

/** The languages every page is complete in; a village may add more as files of words. */
export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One language's sentences, by dotted key. */
export type Words = Readonly<Record<string, string>>;
/** What words.json beside a contract holds. */
export interface WordsFile { readonly zh: Words; readonly en: Words }

/** The sentence for a key with its {holes} filled; a missing one shows in the base language, then as its key. */
export const say = (words: WordsFile, language: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  fill(words[language][key] ?? words.zh[key] ?? key, values);
