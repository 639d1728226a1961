/** What this phone remembers of who signed in, to draw the right tabs at once. The server never trusts it. */
export interface Session {
  readonly person: string;
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
/** Remembered by the sign-in page; null when signing out. Another person on the same phone finds neither the last one's views nor their drafts. */
export const remember = (next: Session | null): void => {
  const before = session();
  if (before && before.person !== next?.person) {
    if ("caches" in globalThis) void caches.delete("wecountry-mine");
    for (const key of Object.keys(localStorage)) if (key.startsWith("draft:")) localStorage.removeItem(key);
  }
  if (next) localStorage.setItem(KEY, JSON.stringify(next));
  else localStorage.removeItem(KEY);
};
/** What the person is in this place: an office of a county or township counts in each of its villages, whose codes begin with its own. */
export const whosIn = (place: string | undefined): readonly string[] =>
  Object.entries(session()?.whos ?? {}).flatMap(([where, whos]) => (where === "region" || place?.startsWith(where) ? whos : []));

interface Me {
  readonly person: string;
  readonly name: string;
  readonly village: { readonly id: string; readonly household: string | null } | null;
  readonly offices: readonly { readonly at: "village" | "township" | "county" | "region"; readonly id: string; readonly office: string }[];
}
/** What the phone remembers of the answer to "who am I?". */
export const sessionOf = ({ person, name, village, offices }: Me): Session => {
  const whos: Record<string, string[]> = village ? { [village.id]: village.household ? ["villager", "household"] : ["villager"] } : {};
  for (const { at, id, office } of offices) (whos[at === "region" ? "region" : id] ??= []).push(at === "region" ? office : `${at === "village" ? "office" : at}:${office}`);
  return { person, name, whos };
};
