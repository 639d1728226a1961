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

const VERIFIERS = ["secretary", "committee", "grid-worker", "group-leader"];
type Offices = Readonly<Record<string, readonly string[]>>;
/** Whether somebody other than the claimant holds an office that confirms. */
export const hasVerifier = (offices: Offices, claimant: string): boolean => VERIFIERS.some((name) => (offices[name] ?? []).some((person) => person !== claimant));

/** Who a claim waits for; null when it waits no more. */
export const waitsFor = (claim: { readonly state: string; readonly person: string }, offices: Offices): "neighbours" | "office" | "villager" | null =>
  claim.state === "claimed" ? "neighbours" : claim.state !== "vouched" ? null : hasVerifier(offices, claim.person) ? "office" : "villager";

/** What this reader may do about an open claim. */
export const mayDo = (claim: { readonly state: string; readonly person: string; readonly vouchers: readonly Voucher[] }, asker: Asker, offices: Offices): ("vouch" | "verify" | "refuse" | "withdraw")[] => {
  if (asker.person === claim.person) return ["withdraw"];
  const cadre = isCadre(asker);
  const office = cadre || asker.holds.includes("township:director");
  const third = asker.member !== null && !hasVerifier(offices, claim.person) && !claim.vouchers.some((each) => each.person === asker.person);
  return [
    ...((asker.member !== null || cadre) && refusesWord(claim, asker) === null ? ["vouch" as const] : []),
    ...(claim.state === "vouched" && (office || third) ? ["verify" as const] : []),
    ...(cadre ? ["refuse" as const] : []),
  ];
};

export interface MemberFacts {
  readonly name: string; readonly household: string | null; readonly group: string; readonly bornIn: number | null;
  readonly sleepsHere: boolean; readonly head: boolean; readonly vulnerable: readonly string[];
}
/** Whether a member's row says what the household says. */
export const agrees = (member: MemberFacts, facts: MemberFacts): boolean =>
  (Object.keys(facts) as (keyof MemberFacts)[]).every((key) => JSON.stringify(member[key]) === JSON.stringify(facts[key]));
