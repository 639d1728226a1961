import { choose, prefs } from "./prefs.ts";
import type { Prefs } from "./prefs.ts";

const LOOK = "wecountry.look.";
/**
 * How somebody reads (letters, elder mode, language) goes with the person, not with the phone: kept under who leaves, taken up for who comes.
 * Whoever comes for the first time begins as the phone was set, which a guest at the door may have just done for them.
 */
export const swapLook = (leaves: string, comes: string): void => {
  if (leaves === comes) return;
  const { size, mode, theme, language } = prefs();
  try {
    localStorage.setItem(LOOK + leaves, JSON.stringify({ size, mode, theme, language }));
    const kept = localStorage.getItem(LOOK + comes);
    if (kept) choose(JSON.parse(kept) as Partial<Prefs>);
  } catch { /* a phone that keeps nothing shows it as it was */ }
};
