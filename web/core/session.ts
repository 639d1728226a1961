/** What this phone remembers of who signed in, to draw the right tabs at once. The server never trusts it. */
export interface Session {
  readonly name: string;
  /** "villager", "office:secretary", "county:duty-officer", "operator", … in each place. */
  readonly whos: Readonly<Record<string, readonly string[]>>;
}
const KEY = "wecountry.session";

/** The person this phone belongs to now; null for a guest. */
export const session = (): Session | null => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") as Session | null;
  } catch {
    return null;
  }
};
/** Remembered by the sign-in page; null when signing out, which also throws away the views kept for reading offline. */
export const remember = (next: Session | null): void => {
  if (next) localStorage.setItem(KEY, JSON.stringify(next));
  else {
    localStorage.removeItem(KEY);
    if ("caches" in globalThis) void caches.delete("wecountry-mine");
  }
};
/** What the person is in this village, county or the region. */
export const whosIn = (place: string | undefined): readonly string[] => session()?.whos[place ?? "region"] ?? [];
