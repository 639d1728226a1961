import type { MediaRef } from "../../../shared/contract/media.ts";

interface Technician { readonly person: string; readonly crops: string; readonly since: string }

const SHORTEST = 4;
/** Too little to go by: no picture, no voice, and fewer than four letters. It is kept all the same, and the asker kindly asked for more. */
export const isThin = ({ words, media }: { readonly words: string; readonly media: readonly MediaRef[] }): boolean =>
  media.length === 0 && [...words.replace(/\s/g, "")].length < SHORTEST;

/** Whether a technician knows this crop by their own list; an empty list says everything. */
const knows = ({ crops }: Technician, crop: string): boolean => crops === "" || (crop !== "" && (crops.includes(crop) || crops.split(/[、,，\s]+/).some((each) => each !== "" && crop.includes(each))));

/**
 * The technician whose turn it is: who knows the crop first, then who has been named longest; never one who was asked already or who asks.
 * @returns null when everybody has been asked: the township's turn
 */
export const nextTechnician = (all: readonly Technician[], crop: string, asked: readonly string[]): string | null =>
  all.filter(({ person }) => !asked.includes(person)).sort((a, b) => Number(knows(b, crop)) - Number(knows(a, crop)) || (a.since < b.since ? -1 : 1))[0]?.person ?? null;

/** Calendar days between two instants in a zone: 0 the same day, 1 the next. */
export const daysBetween = (from: string, to: string, zone: string): number => {
  const day = (at: string): number => Date.parse(new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(at)));
  return Math.max(0, Math.round((day(to) - day(from)) / 86_400_000));
};

const LONGEST_TITLE = 60;
/** One line: the crop and the first of the words; a spoken or photographed question is called by what it is. */
export const titleOf = ({ crop, words }: { readonly crop: string; readonly words: string }): string | { zh: string; en: string } => {
  const said = [...[crop, words.split("\n")[0]!].filter(Boolean).join("：")].slice(0, LONGEST_TITLE).join("");
  return said === "" ? { zh: "农技问题（看图听语音）", en: "A farm question (picture, voice)" } : said;
};
