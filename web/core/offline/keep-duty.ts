import { boot } from "../boot.ts";
import { loadIndex } from "../places.ts";
import { session } from "../session.ts";

const PAGES = ["alerts/warnings", "alerts/roll-call", "alerts/door-sheets"];
const asked = { once: false };

/** Whoever holds a post must be able to work through a night without a network: their phone fetches those pages once; the service worker keeps what is fetched. */
export const keepForDuty = async (): Promise<void> => {
  const holds = Object.values(session()?.whos ?? {}).flat().some((who) => /^(office|township|county):/.test(who));
  if (asked.once || !holds || !navigator.serviceWorker?.controller) return;
  asked.once = true;
  const { words } = await loadIndex();
  for (const file of PAGES.flatMap((name) => [boot.hot[name], words[name]])) if (file) await fetch(file);
};
