import type { Words } from "../../shared/contract/language.ts";
import { boot } from "./boot.ts";
import { prefs } from "./prefs.ts";
import { addFrameWords } from "./words.ts";

/** A feature's place as the phone sees it, in the reader's language. */
export interface PlaceEntry {
  readonly feature: string;
  readonly tab: string;
  readonly shelf: string;
  readonly order: number;
  readonly icon: string;
  readonly label: string;
  /** The words people use for what they want. */
  readonly search: string;
  readonly only?: readonly string[];
}
export interface Index {
  readonly pages: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly places: readonly PlaceEntry[];
  readonly frame?: Words;
}
const loaded = new Map<string, Promise<Index>>();

/** The other places, their search words and where each page's file is, in the reader's language. Fetched once. */
export const loadIndex = (): Promise<Index> => {
  const { language } = prefs();
  const kept = loaded.get(language);
  if (kept) return kept;
  const coming = fetch(boot.index[language] ?? boot.index[boot.first] ?? "").then(async (answer) => {
    const index = (await answer.json()) as Index;
    if (index.frame) addFrameWords(language, index.frame);
    return index;
  });
  loaded.set(language, coming);
  coming.catch(() => loaded.delete(language));
  return coming;
};

/** Whether a place is shown to somebody who is all of `whos`. */
export const shownTo = (place: PlaceEntry, whos: readonly string[]): boolean => !place.only || place.only.some((who) => whos.includes(who));
