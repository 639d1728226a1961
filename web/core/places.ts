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
  /** A village may choose it as one of the six doors of its home. */
  readonly door?: true;
}
export interface Index {
  readonly pages: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly places: readonly PlaceEntry[];
  readonly frame: Words;
  /** The lines of the icons that the document does not carry. */
  readonly icons: Readonly<Record<string, string>>;
}
const SVG = "http://www.w3.org/2000/svg";
const draw = (icons: Index["icons"]): void => {
  const sheet = document.getElementById("drawings");
  for (const [name, lines] of Object.entries(icons)) {
    if (document.getElementById(`i-${name}`)) continue;
    const [symbol, path] = [document.createElementNS(SVG, "symbol"), document.createElementNS(SVG, "path")];
    symbol.id = `i-${name}`;
    symbol.setAttribute("viewBox", "0 0 24 24");
    path.setAttribute("d", lines);
    symbol.append(path);
    sheet?.append(symbol);
  }
};
const loaded = new Map<string, Promise<Index>>();

/** The other places, their search words and where each page's file is, in the reader's language. Fetched once. */
export const loadIndex = (): Promise<Index> => {
  const { language } = prefs();
  const kept = loaded.get(language);
  if (kept) return kept;
  const coming = fetch(boot.index[language] ?? boot.index[boot.first] ?? "").then(async (answer) => {
    const index = (await answer.json()) as Index;
    addFrameWords(language, index.frame);
    draw(index.icons);
    return index;
  });
  loaded.set(language, coming);
  coming.catch(() => loaded.delete(language));
  return coming;
};

/** The doors a village chose, in its order. */
export const doorsIn = (places: readonly PlaceEntry[], doors: readonly string[]): PlaceEntry[] =>
  doors.flatMap((feature) => places.find((place) => place.door && place.feature === feature) ?? []);

/** Whether a place is shown to somebody who is all of `whos`, where the features `off` are switched off. */
export const shownTo = (place: PlaceEntry, whos: readonly string[], off: readonly string[] = []): boolean =>
  !off.includes(place.feature) && (!place.only || place.only.some((who) => whos.includes(who)));
