/** Kinds of small offers that share the village's one board; a kind has a shelf of its own from five on (FUNCTIONS, Settings). */
export const OFFERS = ["sell", "buy", "lend", "work", "second-hand", "stay", "help", "lost", "errand", "sign-up", "event"] as const;
export type OfferKind = (typeof OFFERS)[number];
/** From so many offers of one kind on it leaves the mixed board for a shelf of its own. */
export const OWN_SHELF = 5;

/** As what it stands on the home (words `kind.*` of web/core). */
export const SHOWN_KINDS = ["diary", "notice", "post", "market", "event", "disclosure", "decision"] as const;

interface Texts { readonly zh: string; readonly en: string }
/** What the village shows of a thing. */
export interface Showing {
  readonly kind: (typeof SHOWN_KINDS)[number];
  /** One line: in somebody's own words, or in both languages. */
  readonly title: string | Texts;
  /** The page that shows it, below the village. */
  readonly where: string;
  /** Whose it is: a person, or a visitor's device. */
  readonly by: string;
  readonly at: string;
  /** From then on it is not shown any more. */
  readonly until?: string | null;
  readonly audience: "public" | "village";
  /** Who may reply and like: everybody, villagers, or (left out) nobody. */
  readonly talk?: "all" | "villagers" | "none";
  /** It was taken away after it was shown: replies and likes are refused from now on. */
  readonly gone?: boolean;
  /** It stands on the board while it stands at all. */
  readonly offer?: { readonly kind: OfferKind; readonly note?: Texts };
}
