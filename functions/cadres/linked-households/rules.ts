/** What the rules need to know of who asks. */
export interface Asker { readonly person: string | null; readonly holds: readonly string[]; readonly member: { readonly household: string | null } | null }

const EDITORS = ["office:secretary", "office:committee", "office:party-branch"];
export const edits = (asker: Pick<Asker, "holds">): boolean => asker.holds.some((office) => EDITORS.includes(office));

interface Link { readonly person: string; readonly household: string }
/** Who may know of a link: the one who looks after, the household, and who edits the list. */
export const seesLink = (link: Link, asker: Asker): boolean =>
  asker.person !== null && (link.person === asker.person || edits(asker) || (asker.member?.household ?? "-") === link.household);

export type Refused = "own-household" | "already-proposed" | "already-theirs" | "enough-households" | "not-near";
interface Proposal { readonly ownHousehold: boolean; readonly near: boolean; readonly households: number; readonly most: number; readonly now: { readonly person: string | null; readonly next: string | null } | null; readonly person: string }
/** Why this person cannot be asked for this household; null when they can. */
export const refusedFor = ({ ownHousehold, near, households, most, now, person }: Proposal): Refused | null =>
  ownHousehold ? "own-household" : now?.next ? "already-proposed" : now?.person === person ? "already-theirs" : !near ? "not-near" : households >= most ? "enough-households" : null;

/** Nobody, nobody near, or another one is asked for: the list must cover this household. */
export const isUncovered = (line: { readonly link: { readonly state: string } | null; readonly near: boolean }): boolean => line.link === null || !line.near || line.link.state === "asked";
