import { prefs } from "./prefs.ts";

/** Where the reader is. */
export interface Here {
  readonly kind: "home" | "pick" | "tab" | "page";
  readonly scope: "village" | "area" | "region" | "link";
  readonly village?: string;
  readonly area?: string;
  /** On `tab`: its name. On `page`: "<section>/<feature>". */
  readonly name: string;
  /** What stands behind the name: an id, "new", … */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}
const VILLAGE_TABS = ["village", "do", "market", "me", "all", "help", "listen"];

/** Reads an address. @example parse("/v/v1/alerts/warnings/01J…") // { kind: "page", name: "alerts/warnings", rest: ["01J…"], … } */
export const parse = (path: string, search = "", last = ""): Here => {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const query = new URLSearchParams(search);
  const at = (kind: Here["kind"], scope: Here["scope"], name: string, rest: string[], place: { village?: string; area?: string } = {}): Here => ({ kind, scope, name, rest, query, ...place });
  const inside = (scope: "village" | "area" | "region", tail: string[], place: { village?: string; area?: string }): Here =>
    tail.length === 0 ? at(scope === "village" ? "home" : "tab", scope, scope === "village" ? "home" : scope === "area" ? "board" : "operator", [], place)
      : tail.length === 1 || (scope === "village" && VILLAGE_TABS.includes(tail[0]!)) ? at("tab", scope, tail[0]!, tail.slice(1), place)
        : at("page", scope, `${tail[0]}/${tail[1]}`, tail.slice(2), place);
  const [head, id, ...tail] = parts;
  if (head === "w" && id) return at("page", "link", "alerts/answers", [id, ...tail]);
  if (head === "v" && id) return inside("village", tail, { village: id });
  if (head === "a" && id) return inside("area", tail, { area: id });
  if (head === "r") return inside("region", parts.slice(1), {});
  return last ? inside("village", parts, { village: last }) : at("pick", "region", "pick", parts);
};

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
