import { Member, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { goesOn, Sees, Well } from "./rows.ts";

export type As = "self" | "family" | "circle";
export interface Found { readonly well: Stored<Well> | null; /** The row, though it may have ended. */ readonly row: Stored<Well> | null; readonly member: Member; readonly as: As }

/** Who may know of somebody's care: they themselves, their house, their circle. For everybody else there is nothing: null. */
export const insideOf = async (table: Table, caller: Caller, person: string): Promise<Found | null> => {
  const [row, member, sees] = await Promise.all([table.get(Well, person), table.get(Member, person), table.get(Sees, `${caller.person!}#${person}`)]);
  const well = goesOn(row);
  if (member?.state !== "verified") return null;
  if (person === caller.person) return { well, row, member, as: "self" };
  const household = caller.member?.household ?? null;
  if (household !== null && member.household === household) return { well, row, member, as: "family" };
  return sees && well ? { well, row, member, as: "circle" } : null;
};
