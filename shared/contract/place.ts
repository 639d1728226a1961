export type Tab = "home" | "village" | "do" | "market" | "me" | "county" | "operator";

/**
 * Where a feature stands on the phone. Tabs, shelves, search words and the list of all functions are read from this; there is no menu file.
 * Labels stand in the feature's words.json under `place.label` and `place.search`.
 */
export interface Place {
  readonly tab: Tab;
  /** village: books, decide, people, together, safety · do: say, ask, get, sell, help, learn · county: board, warn, villages, people, report · others free */
  readonly shelf: string;
  readonly order: number;
  /** Name of an icon in web/core/icons. */
  readonly icon?: string;
  /** One of the six doors a village may choose for its home. */
  readonly door?: true;
  /** Shown only to these. */
  readonly only?: readonly string[];
}
