import { say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import type { Outgoing } from "../../core/implement.ts";
import type { House } from "./here.ts";
import { LETTERS } from "./rules.ts";

/** The language of a text of an unknown number; the region's first where there is nothing to tell it by. */
export const languageOf = (text: string, first: Language): Language => (/\p{Script=Han}/u.test(text) ? "zh" : /[a-z]{2}/i.test(text) ? "en" : first);

/** How a house is called in a message: its number and its head. @example "12号李秀英家" */
export const houseName = (house: Pick<House, "no" | "head">, words: WordsFile, language: Language): string =>
  say(words, language, "sms.house", { no: house.no, head: house.head }).trim();

/** The choices of a question back, in order. @example "A 12号李秀英家 B 7号王大山家" */
export const offered = (labels: readonly string[]): string => labels.map((label, i) => `${LETTERS[i]} ${label}`).join(" ");

const HOUR = 3_600_000;
/**
 * One reply by SMS. A sentence that invites an answer (its key ends in ".sms") is only sent where answers arrive; elsewhere what was said
 * is noted.
 * @param key in words.json, without "sms."
 */
export const reply = (to: string, language: Language, key: string, values: Readonly<Record<string, string | number>>, { facts, words, now }: { readonly facts: RegionFacts; readonly words: WordsFile; readonly now: Date }): Outgoing => {
  const invited = key.endsWith(".sms") && !facts.answers.includes("sms") ? "noted" : key;
  const params = Object.fromEntries(Object.entries({ phone: facts.helpPhone, emergency: facts.emergencyPhone, ...values }).map(([name, value]) => [name, String(value)]));
  return { to, templateKey: `answers.${invited}`, params, text: say(words, language, `sms.${invited}`, params), expiresAt: new Date(now.getTime() + HOUR).toISOString(), purpose: "answer" };
};
