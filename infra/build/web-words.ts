import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language, Words, WordsFile } from "../../shared/contract/language.ts";
import { ROOT } from "./features.ts";

const NOTHING: WordsFile = { zh: {}, en: {} };
const read = (path: string): WordsFile => (existsSync(path) ? { ...NOTHING, ...(JSON.parse(readFileSync(path, "utf8")) as WordsFile) } : NOTHING);

/** The frame's sentences. */
export const frameWords = (): WordsFile => read(join(ROOT, "web", "core", "words.json"));
/** What home, the frame and a warning need at once stands in the document; the rest comes with the index. */
const AT_ONCE = /^(frame|tab|time|home|kind|guest|colour|warning|answer)\./;
export const firstWords = (words: Words, atOnce: boolean): Words => Object.fromEntries(Object.entries(words).filter(([key]) => AT_ONCE.test(key) === atOnce));
/** All of a feature's sentences. */
export const featureWords = (feature: string, folder: string = join(ROOT, "shared")): WordsFile => read(join(folder, feature, "words.json"));

/** Refusals, messages, lines of the desk and what settings mean are the server’s to say; search words stand in the index. */
const SERVER_ONLY = /^(fails\.|sms\.|tells\.|waits\.|setting\.|place\.search)/;
export const pageWords = (words: WordsFile, language: Language): Words => Object.fromEntries(Object.entries(words[language]).filter(([key]) => !SERVER_ONLY.test(key)));

/** The features whose routes a page's source names, its own first. */
export const featuresNamed = (feature: string, all: readonly string[], pages: string = join(ROOT, "web")): string[] => {
  const folder = join(pages, feature);
  const source = readdirSync(folder).filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  return [feature, ...all.filter((name) => name !== feature && source.includes(`"${name}"`))];
};
