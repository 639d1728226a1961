import { actForSelf } from "./acting.ts";
import { swapLook } from "./look.ts";
import { session, SESSION } from "./session.ts";
import type { Session } from "./session.ts";

/** Remembered by the sign-in page; null when signing out. Another person on the same phone finds neither the last one's views nor their drafts. */
export const remember = (next: Session | null): void => {
  const before = session();
  if (before && before.person !== next?.person) {
    actForSelf();
    if ("caches" in globalThis) void caches.delete("wecountry-mine");
    for (const key of Object.keys(localStorage)) if (key.startsWith("draft:")) localStorage.removeItem(key);
  }
  swapLook(before?.person ?? "", next?.person ?? "");
  if (next) localStorage.setItem(SESSION, JSON.stringify(next));
  else localStorage.removeItem(SESSION);
};

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
