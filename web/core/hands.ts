import { actForSelf, CARD, FOR } from "./acting.ts";
import type { Acting, CardShown } from "./acting.ts";
import { swapLook } from "./look.ts";
import { session } from "./session.ts";

/** From now on this tab acts for somebody who has agreed to it. */
export const actFor = (who: Acting): void => sessionStorage.setItem(FOR, JSON.stringify(who));

const DRAFT = "draft:";
const ASIDE = "aside:";
const each = (prefix: string, act: (key: string) => void): void => { for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) act(key); };
const rename = (key: string, to: string): void => { localStorage.setItem(to, localStorage.getItem(key) ?? ""); localStorage.removeItem(key); };

/** From now on this phone is a card's bearer's; null: its owner's again. Views and drafts of either are not shown to the other; the owner's drafts come back. */
export const holdCard = async (shown: CardShown | null): Promise<void> => {
  actForSelf();
  const before = session()?.person ?? "";
  if (shown) {
    localStorage.setItem(CARD, JSON.stringify(shown));
    each(DRAFT, (key) => rename(key, ASIDE + key));
  } else {
    localStorage.removeItem(CARD);
    each(DRAFT, (key) => localStorage.removeItem(key));
    each(ASIDE, (key) => rename(key, key.slice(ASIDE.length)));
  }
  swapLook(before, session()?.person ?? "");
  if ("caches" in globalThis) await caches.delete("wecountry-mine");
};
