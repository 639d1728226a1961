const LOAN = /借.{0,6}(?:钱|款|\d|[一二两三五十百千万]+[块元])|(?:钱|款|[块元]).{0,4}借|(?:借|贷)款|贷点|放贷|周转|垫.{0,3}(?:钱|款)|利息|\b(?:lend|borrow|loan)\b.{0,20}(?:money|cash|yuan|\d{2,})|\b(?:a|any|small|cash) loan\b|\binterest rate\b/i;
/** Whether money is asked for as a loan: neighbours lend a ladder here, never money. */
export const asksForLoan = (said: string): boolean => LOAN.test(said.normalize("NFKC"));

interface Asking { readonly by: string; readonly offers: readonly { readonly person: string; readonly accepted: boolean }[] }
/** The helper whose offer was accepted. */
export const helperOf = ({ offers }: Asking): string | null => offers.find(({ accepted }) => accepted)?.person ?? null;
/** Who may know which house it is. */
export const knowsHouse = (ask: Asking, person: string | null): boolean => person !== null && (person === ask.by || person === helperOf(ask));
/** Whether neighbours still read it as something to be done. */
export const stands = ({ state }: { readonly state: string }): boolean => state === "asked" || state === "offered";
