import type { Answer } from "../../core/client/types.ts";

export type Language = Answer<"platform/languages", "list">["items"][number];
export type Missing = Answer<"platform/languages", "missing">["items"][number];
export type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A file as it was chosen; null where it is no file of sentences by page and key. Whether the keys are right the server says. */
export const readFile = (text: string): Sentences | null => {
  try {
    const read = JSON.parse(text) as unknown;
    const isMap = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
    return isMap(read) && Object.values(read).every((words) => isMap(words) && Object.values(words).every((each) => typeof each === "string")) ? (read as Sentences) : null;
  } catch { return null; }
};
export const countOf = (file: Sentences): number => Object.values(file).reduce((sum, words) => sum + Object.keys(words).length, 0);

const MOST_PAGES = 20;
/** A file in pieces small enough for one change each. */
export const pieces = (file: Sentences): Sentences[] => {
  const pages = Object.entries(file);
  return Array.from({ length: Math.ceil(pages.length / MOST_PAGES) }, (_, i) => Object.fromEntries(pages.slice(i * MOST_PAGES, (i + 1) * MOST_PAGES)));
};
/** What is missing, as a file to be filled in: the base sentence stands where the translation goes. */
export const toFill = (missing: readonly Missing[], first: "zh" | "en"): string => {
  const file: Record<string, Record<string, string>> = {};
  for (const each of missing) (file[each.page] ??= {})[each.key] = each[first];
  return JSON.stringify(file, null, 1);
};
