import type { PlaceEntry } from "../places.ts";
import type { Here } from "../router.ts";

/** The shelves of each tab, in the order they are shown; a shelf not named here stands behind them. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  village: ["books", "decide", "people", "together", "safety"],
  do: ["say", "ask", "get", "sell", "help", "learn"],
  market: ["season", "group", "board", "live", "stall"],
  me: ["matters", "money", "family", "house", "dates", "how", "looked", "all"],
  county: ["board", "warn", "villages", "people", "report"],
};
/** The tab whose places an address shows: the county's five tabs are five shelves of one. */
export const tabOf = (here: Pick<Here, "scope" | "name">): string => (here.scope === "area" ? "county" : here.scope === "region" ? "operator" : here.name);

/** Places by shelf, in order; a shelf without places is absent, and with `only` all others are. */
export const shelvesOf = (places: readonly PlaceEntry[], tab: string, only?: string): (readonly [string, readonly PlaceEntry[]])[] => {
  const order = ORDER[tab] ?? [];
  const rank = (shelf: string): number => (order.includes(shelf) ? order.indexOf(shelf) : order.length);
  const names = [...new Set(places.map(({ shelf }) => shelf))].filter((shelf) => !only || shelf === only).sort((a, b) => rank(a) - rank(b));
  return names.map((shelf) => [shelf, places.filter((place) => place.shelf === shelf).sort((a, b) => a.order - b.order)] as const);
};
