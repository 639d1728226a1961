import { pick, t } from "./words.ts";
import type { Spoken } from "./words.ts";

const KEY = "wecountry.names";
const read = (): Record<string, Spoken> => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, Spoken>;
  } catch {
    return {};
  }
};
/** Keeps the name of a village or county for the top bar of its other pages. */
export const rememberName = (id: string, names: Spoken): void => {
  const all = read();
  if (JSON.stringify(all[id]) !== JSON.stringify(names)) localStorage.setItem(KEY, JSON.stringify({ ...all, [id]: names }));
};
const OFF = "wecountry.off";
/** Keeps which features a village switched off, for its shelves and old links. */
export const rememberOff = (village: string, off: readonly string[]): void => { if (off.join() !== offIn(village).join()) localStorage.setItem(OFF, JSON.stringify({ ...offAll(), [village]: off })); };
const offAll = (): Record<string, string[]> => JSON.parse(localStorage.getItem(OFF) ?? "{}") as Record<string, string[]>;
export const offIn = (village: string | undefined): readonly string[] => (village ? (offAll()[village] ?? []) : []);
/** Whether the phone has heard the name of a place. */
export const knowsName = (id: string): boolean => id in read();
/** The name of a place in the reader's language; the platform's own where none is known. */
export const nameOf = (id: string | undefined): string => (id ? pick(read()[id]) : "") || t("frame.name");
