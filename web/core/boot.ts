import type { Language, Words } from "../../shared/contract/language.ts";

/** What the build writes into the document: the region's facts, the frame's words and where the other files are. */
export interface Boot {
  readonly first: Language;
  readonly languages: readonly Language[];
  readonly zone: string;
  readonly currency: string;
  readonly helpPhone: string;
  readonly emergencyPhone: string;
  readonly policePhone: string;
  /** The frame's sentences in the first language. */
  readonly words: Words;
  /** By language: the file with places, search words, chunk hashes and, except for the first language, the frame's sentences. */
  readonly index: Readonly<Record<string, string>>;
  readonly routes: string;
  /** Pages that must open without waiting for the index: the warning's answer above all. */
  readonly hot: Readonly<Record<string, string>>;
}

const EMPTY: Boot = {
  first: "zh", languages: ["zh", "en"], zone: "Asia/Shanghai", currency: "CNY", helpPhone: "", emergencyPhone: "", policePhone: "",
  words: {}, index: {}, routes: "", hot: {},
};
const written = document.getElementById("boot")?.textContent;

/** The document's own data, read once. */
export const boot: Boot = written ? (JSON.parse(written) as Boot) : EMPTY;
