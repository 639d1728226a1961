import type { Words } from "./language.ts";

const TITLE = /\{(office|township|county|term)\.([a-z.-]+)\}/gi;

/**
 * One language's sentences with a profile's titles in them. Keys that end in "@<profile>" stand in for the plain key there and nowhere else;
 * a sentence that names a post the profile does not have is left out.
 * @example fillTitles({ a: "Ask the {office.secretary}", "a@x": "Ask anyone" }, "x", title) // { a: "Ask anyone" }
 */
export const fillTitles = (words: Words, profile: string, title: (family: string, code: string) => string | undefined): Words => {
  const own = `@${profile}`;
  const filled: Record<string, string> = {};
  for (const [key, text] of Object.entries(words)) {
    const ours = key.endsWith(own);
    if (!ours && (key.includes("@") || `${key}${own}` in words)) continue;
    const said = text.includes("{") ? withTitles(text, title) : text;
    if (said !== null) filled[ours ? key.slice(0, -own.length) : key] = said;
  }
  return filled;
};

const withTitles = (text: string, title: (family: string, code: string) => string | undefined): string | null => {
  let whole = true;
  const said = text.replace(TITLE, (hole, family: string, code: string) => {
    const found = title(family.toLowerCase(), code);
    if (found === undefined) { whole = false; return hole; }
    return /^[A-Z]/.test(family) ? `${found[0]!.toUpperCase()}${found.slice(1)}` : found;
  });
  return whole ? said : null;
};
