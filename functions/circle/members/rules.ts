/** What the rules need to know of who asks. */
export interface Asker { readonly person: string | null; readonly holds: readonly string[]; readonly member: { readonly household: string | null; readonly group: string } | null }
/** One neighbour's word. */
export interface Voucher { readonly person: string; readonly household: string | null; readonly office: boolean }

const WHOLE_VILLAGE = ["office:secretary", "office:committee", "office:grid-worker"];
/** Two neighbours of two households, or one cadre. */
const NEIGHBOURS = 2;

export const isCadre = (asker: Asker): boolean => asker.holds.some((each) => WHOLE_VILLAGE.includes(each) || each === "office:group-leader");

/** Whether a name is shown whole in the offices' list: only to who walks that group's doors. */
export const knowsByName = (asker: Asker, group: string): boolean =>
  (asker.holds.includes("office:group-leader") || asker.holds.includes("office:grid-worker")) && group !== "" && asker.member?.group === group;

/** Whether this office sees members of that group: a leader the own one, the others all. */
export const worksOn = (asker: Asker, group: string): boolean =>
  asker.holds.some((each) => WHOLE_VILLAGE.includes(each)) || (asker.holds.includes("office:group-leader") && group !== "" && asker.member?.group === group);

/** Why this word does not count, or null. */
export const refusesWord = (claim: { readonly person: string; readonly vouchers: readonly Voucher[] }, asker: Asker): "own-vouching" | "already-vouched" | "one-per-household" | null => {
  if (asker.person === claim.person) return "own-vouching";
  if (claim.vouchers.some((each) => each.person === asker.person)) return "already-vouched";
  const home = asker.member?.household ?? null;
  return !isCadre(asker) && home !== null && claim.vouchers.some((each) => each.household === home) ? "one-per-household" : null;
};

/** Whether enough people have given their word. */
export const enough = (vouchers: readonly Voucher[]): boolean => vouchers.some((each) => each.office) || vouchers.length >= NEIGHBOURS;

/** Whether the one who verifies is the only one whose word there is. */
export const isAlone = (vouchers: readonly Voucher[], verifier: string | null): boolean =>
  !vouchers.some((each) => each.person !== verifier);

/** How many different people hold one of these offices. */
export const holders = (offices: Readonly<Record<string, readonly string[]>>, names: readonly string[]): number =>
  new Set(names.flatMap((name) => offices[name] ?? [])).size;

export interface MemberFacts {
  readonly name: string; readonly household: string | null; readonly group: string; readonly bornIn: number | null;
  readonly sleepsHere: boolean; readonly head: boolean; readonly vulnerable: readonly string[];
}
/** Whether a member's row says what the household says. */
export const agrees = (member: MemberFacts, facts: MemberFacts): boolean =>
  (Object.keys(facts) as (keyof MemberFacts)[]).every((key) => JSON.stringify(member[key]) === JSON.stringify(facts[key]));
