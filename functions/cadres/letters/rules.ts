import { maskName } from "../../../shared/contract/text.ts";

export interface Cadre { readonly person: string; readonly name: string; readonly office: string }
interface Written { readonly category: string; readonly words?: string | undefined; readonly about: readonly string[] }

const DAY = 86_400_000;
const REOPEN_WITHIN = 7 * DAY;

/** When an answer is due. */
export const dueFrom = (from: Date, urgent: boolean, settings: { readonly answerUrgent: number; readonly answerNormal: number }): string =>
  new Date(from.getTime() + (urgent ? settings.answerUrgent : settings.answerNormal)).toISOString();

const names = (words: string, cadre: Cadre): boolean => [...cadre.name].length > 1 && words.includes(cadre.name);

/**
 * The officers a letter is about: those its writer ticked, those whose full name stands in it; in a complaint also the secretary by title alone.
 * "Dear secretary Chen" is how letters begin: a name or title of the secretary counts in a complaint only.
 * @param titles how the secretary is called here
 */
export const concernedBy = ({ category, words = "", about }: Written, cadres: readonly Cadre[], titles: readonly string[]): string[] => {
  const complains = category === "complaint";
  const titled = complains && titles.some((title) => words.toLowerCase().includes(title.toLowerCase()));
  const secretaries = new Set(cadres.filter(({ office }) => office === "secretary").map(({ person }) => person));
  return [...new Set(cadres.filter((cadre) => about.includes(cadre.person) || (secretaries.has(cadre.person) ? complains && (titled || names(words, cadre)) : names(words, cadre))).map(({ person }) => person))];
};

/**
 * Past the village: it is about the secretary, the secretary wrote it, or nobody holds that post.
 */
export const skipsTheVillage = (concerned: readonly string[], secretaries: readonly string[], writer: string): boolean =>
  secretaries.length === 0 || secretaries.some((person) => concerned.includes(person) || person === writer);

/** A writer may open it again for a week after the answer. */
export const mayReopen = (answeredAt: string | null, now: Date): boolean => answeredAt !== null && now.getTime() - Date.parse(answeredAt) <= REOPEN_WITHIN;

/** Whole days from the letter to its first answer. */
export const daysTaken = (sentAt: string, answeredAt: string): number => Math.max(0, Math.floor((Date.parse(answeredAt) - Date.parse(sentAt)) / DAY));

/** A letter as everybody may read it: the writer's own name and long numbers are taken out. */
export const maskedWords = (words: string, writer: string): string =>
  ([...writer].length > 1 ? words.replaceAll(writer, maskName(writer)) : words).replace(/\d[\d\s-]{5,}\d/g, (digits) => `${digits.slice(0, 3)}****`);

/** Which ticket a caller may go on guessing: after five wrong words it is locked for an hour. */
export const WRONG_BEFORE_LOCK = 5;
export const LOCKED_FOR = 3_600_000;
