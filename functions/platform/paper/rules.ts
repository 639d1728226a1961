export type Verdict = "current" | "older" | "withdrawn" | "over";
interface Now { readonly fingerprint: string; readonly stands: "stands" | "withdrawn" | "over" }

/** How a sheet compares with what stands now; null now: the thing is gone. */
export const verdictOf = (printed: string, now: Now | null): Verdict =>
  now === null || now.stands === "withdrawn" ? "withdrawn" : now.stands === "over" ? "over" : now.fingerprint === printed ? "current" : "older";

const MOST_NAMED = 40;
export interface Editions { readonly before: number; readonly fingerprints: readonly string[] }
/** Which edition this state of a thing is: the one it was printed as, else the next. */
export const editionOf = ({ before, fingerprints }: Editions, fingerprint: string): number => {
  const known = fingerprints.lastIndexOf(fingerprint);
  return before + (known === -1 ? fingerprints.length : known) + 1;
};
/** The editions after this one was printed; the oldest are only counted. */
export const withEdition = ({ before, fingerprints }: Editions, fingerprint: string): { before: number; fingerprints: string[] } => {
  if (fingerprints.includes(fingerprint)) return { before, fingerprints: [...fingerprints] };
  const all = [...fingerprints, fingerprint];
  const dropped = Math.max(0, all.length - MOST_NAMED);
  return { before: before + dropped, fingerprints: all.slice(dropped) };
};

/** Three groups of four, as it is read aloud from paper. @example shown("ABCDEFGHJKMN…") // "ABCD EFGH JKMN" */
export const shown = (fingerprint: string): string => [fingerprint.slice(0, 4), fingerprint.slice(4, 8), fingerprint.slice(8, 12)].join(" ");
