/** What of something to be found decides who may. */
interface Offered { readonly feature: string; readonly audience: "public" | "village" | { readonly groups: readonly string[] } | { readonly households: readonly string[] } | { readonly offices: readonly string[]; readonly leadersOf?: string | undefined }; readonly until: string | null }
interface Asker { readonly holds: readonly string[]; readonly member: { readonly household: string | null; readonly group: string } | null }

/** Whether a search shows this to that asker: the same rights by which its own page opens. */
export const mayFind = ({ audience }: Pick<Offered, "audience">, { holds, member }: Asker): boolean => {
  if (audience === "public") return true;
  if (audience === "village") return member !== null;
  if ("groups" in audience) return member !== null && audience.groups.includes(member.group);
  if ("households" in audience) return member !== null && member.household !== null && audience.households.includes(member.household);
  return audience.offices.some((office) => holds.includes(office)) || (audience.leadersOf !== undefined && audience.leadersOf !== "" && holds.includes("office:group-leader") && member?.group === audience.leadersOf);
};

/** Whether it still stands: not over, and its feature not switched off here. */
export const stillStands = ({ feature, until }: Pick<Offered, "feature" | "until">, off: readonly string[], now: Date): boolean =>
  !off.includes(feature) && (until === null || until > now.toISOString());

const AROUND = 24;
const SHOWN = 90;
/** Some of a text, around what was sought where it stands as written; else its beginning. */
export const excerpt = (text: string, sought: string): string => {
  const letters = [...text];
  const found = sought === "" ? -1 : text.toLowerCase().indexOf(sought.toLowerCase());
  const from = found < 0 ? 0 : Math.max(0, [...text.slice(0, found)].length - AROUND);
  return `${from > 0 ? "…" : ""}${letters.slice(from, from + SHOWN).join("")}${from + SHOWN < letters.length ? "…" : ""}`;
};
