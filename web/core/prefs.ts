import type { Language } from "../../shared/contract/language.ts";
import { boot } from "./boot.ts";

export interface Prefs {
  readonly size: "18" | "24" | "30";
  readonly mode: "plain" | "elder";
  readonly theme: "auto" | "light" | "dark";
  readonly language: Language;
  /** Pictures always, or only where they cost nothing. */
  readonly pictures: "always" | "wifi";
  /** A further language of the village, whose sentences are fetched; what it lacks is shown in the first one. */
  readonly tongue?: string | undefined;
  /** The village last looked at: where "/" leads. */
  readonly village: string;
}
const KEY = "wecountry.prefs";
const PLAIN: Prefs = { size: "18", mode: "plain", theme: "auto", language: boot.first, pictures: "always", village: "" };

const read = (): Prefs => {
  try {
    return { ...PLAIN, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Prefs>) };
  } catch {
    return PLAIN;
  }
};
let now = read();
const listeners = new Set<() => void>();

/** What this phone's reader chose. */
export const prefs = (): Prefs => now;

/** Keeps a choice on this phone, paints it and tells whoever draws. Elder mode starts at the middle size. */
export const choose = (change: Partial<Prefs>): void => {
  now = { ...now, ...change };
  if (change.mode === "elder" && now.size === "18") now = { ...now, size: "24" };
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch { /* a phone that keeps nothing still shows the page */ }
  paint();
  for (const tell of listeners) tell();
};

/** Called after each choice; returns how to stop listening. */
export const onPrefs = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

const paint = (): void => {
  const root = document.documentElement;
  root.dataset["size"] = now.size;
  root.dataset["mode"] = now.mode;
  root.dataset["theme"] = now.theme;
  root.lang = now.language === "zh" ? "zh-CN" : now.language;
};
