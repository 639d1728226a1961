import { cardShown } from "./acting.ts";

/** What this phone remembers of who signed in, to draw the right tabs at once. The server never trusts it. */
export interface Session {
  readonly person: string;
  readonly name: string;
  /** "villager", "office:secretary", "county:duty-officer", "operator", … in each place. */
  readonly whos: Readonly<Record<string, readonly string[]>>;
}
/** Where the phone keeps it. */
export const SESSION = "wecountry.session";

/** The person this phone speaks for now: a card's bearer while it is shown, else its owner; null for a guest. */
export const session = (): Session | null => {
  const shown = cardShown();
  if (shown) return shown;
  try {
    return JSON.parse(localStorage.getItem(SESSION) ?? "null") as Session | null;
  } catch {
    return null;
  }
};
/** What the person is in this place: an office of a county or township counts in each of its villages, whose codes begin with its own. */
export const whosIn = (place: string | undefined): readonly string[] =>
  Object.entries(session()?.whos ?? {}).flatMap(([where, whos]) => (where === "region" || place?.startsWith(where) ? whos : []));
