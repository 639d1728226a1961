import { Look } from "./access-rows.ts";
import type { Caller } from "./caller.ts";
import { put, type Write } from "./rows.ts";

/** What was seen of a household, what for, as codes; `note` in the words of the one who looked. */
export interface Seen { readonly household: string; readonly purpose: string; readonly what: "file" | "sensitive" | "phones" | "sheet" | "names"; readonly note?: string }
/** Who looked: a caller, or what an event says of one. */
export interface Looker { readonly person: string; readonly office: string; readonly name: string }

/** The looker a caller is. @throws Error for a visitor, to whom no household's data is shown */
export const lookerOf = (caller: Pick<Caller, "person" | "office" | "member">): Looker => {
  if (!caller.person) throw new Error("a visitor is shown no household's data");
  return { person: caller.person, office: caller.office ?? "", name: caller.member?.name ?? "" };
};

/**
 * The line a household reads under "who looked at us". Belongs into the change whose answer shows its personal data: no answer without it.
 * A change holds at most 98 rows: a list shows at most a page of households, a whole sheet is followed by a listener, page by page.
 * @example change({ writes: [look(given, lookerOf(caller), { household, purpose: "warning", what: "phones" })], … })
 */
export const look = ({ now, newId }: { readonly now: Date; readonly newId: () => string }, by: Looker, seen: Seen, id: string = newId()): Write =>
  put<Look>(Look, { id, household: seen.household, at: now.toISOString(), ...by, purpose: seen.purpose, note: seen.note ?? "", what: seen.what }, "new");
