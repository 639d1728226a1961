import { parse } from "./address.ts";
import type { Here } from "./address.ts";
import { prefs } from "./prefs.ts";

export type { Here };

let now = parse(location.pathname, location.search, prefs().village);
const listeners = new Set<() => void>();
/** Where the reader is now. */
export const here = (): Here => now;
export const onMove = (tell: () => void): (() => void) => { listeners.add(tell); return () => listeners.delete(tell); };

const arrive = (): void => {
  now = parse(location.pathname, location.search, prefs().village);
  for (const tell of listeners) tell();
};

/** Goes to an address of this site. */
export const go = (to: string, replace = false): void => {
  history[replace ? "replaceState" : "pushState"](null, "", to);
  scrollTo(0, 0);
  arrive();
};
/** One step back, or home where there is none. */
export const back = (): void => { if (history.length > 1) history.back(); else go(base()); };
/** The front of every address of this place: "/v/<village>", "/a/<area>" or "/r". */
export const base = (place: Here = now): string => place.village ? `/v/${place.village}` : place.area ? `/a/${place.area}` : place.scope === "region" && place.kind !== "pick" ? "/r" : prefs().village ? `/v/${prefs().village}` : "";
/** The address of a feature's page in this place. @example at("alerts/warnings", id) */
export const at = (...parts: readonly string[]): string => [base(), ...parts].join("/");

/** To the sign-in page, which returns to the act. Drafts are kept. */
export const toSignIn = (): void => {
  if (now.name !== "platform/sign-in") go(`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname + location.search)}`);
};

/** Links of this site move inside the page; everything else is the browser's. */
export const listen = (): void => {
  addEventListener("popstate", arrive);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute("download") || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
};
