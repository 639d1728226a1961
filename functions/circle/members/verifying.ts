import { deciders, TOWNSHIP, type Household } from "../../affairs/households/reads.ts";
import type { Caller, Table, Village } from "../../core/implement.ts";
import { worksOn } from "./rules.ts";
import type { Claim } from "./rows.ts";

/** How many officers could confirm somebody into this household who do not live in it. @param besides the claimant */
export const otherOfficers = async (table: Table, offices: Village["offices"], house: Household, besides: readonly string[]): Promise<{ own: number; others: number }> =>
  deciders(table, offices, house, besides);

/**
 * Who confirms: an office that works on the household's group and does not live in it; where there is none, its own officer or the township;
 * where the village has no such officer at all, a villager who is neither of that household nor one of the vouchers. Nothing waits for
 * somebody who is not there.
 */
export const verifierOf = (claim: Claim, house: Household, caller: Caller, { own, others }: { readonly own: number; readonly others: number }): "office" | "lack" | "own-household" | "third-person" | "role-missing" | "no-such-household" => {
  const lives = caller.member?.household === house.id;
  if (worksOn(caller, house.group)) return lives && others > 0 ? "own-household" : "office";
  if (others === 0 && caller.holds.includes(TOWNSHIP)) return "office";
  // An officer of another part of the village does not know of this household.
  if (caller.office?.startsWith("office:") && own + others > 0) return "no-such-household";
  if (own + others > 0) return "role-missing";
  return lives || claim.vouchers.some((each) => each.person === caller.person) ? "third-person" : "lack";
};
