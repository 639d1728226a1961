import { fill } from "../../../shared/contract/fill.ts";

export type Language = "zh" | "en";
type Words = Readonly<Record<string, string>>;

let all: Readonly<Record<Language, Words>> | null = null;
let current: Language = "zh";
const KEPT = "wecountry.phones.language";

/** Fetches the page's words and takes the language chosen last time, else the browser's. */
export const loadWords = async (): Promise<void> => {
  all = (await (await fetch("/phones/words.json")).json()) as Readonly<Record<Language, Words>>;
  const kept = localStorage.getItem(KEPT);
  current = kept === "zh" || kept === "en" ? kept : navigator.language.startsWith("zh") ? "zh" : "en";
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
};
export const language = (): Language => current;
export const otherLanguage = (): void => {
  current = current === "zh" ? "en" : "zh";
  localStorage.setItem(KEPT, current);
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
};
/** A sentence of this page. @example t("house", { no: "7" }) */
export const t = (key: string, holes: Readonly<Record<string, string | number>> = {}): string =>
  fill(all?.[current][key] ?? key, holes);
/** A text that came in both languages. */
export const pick = (text: Readonly<Record<string, string>>): string => text[current] ?? text["zh"] ?? "";
