/** The end somebody is of a line: the parent, or the child through the guardian; nobody else has one. */
export const sideOf = (line: { readonly parent: { readonly person: string }; readonly guardian: string; readonly ended: boolean }, person: string | null): "parent" | "child" | null =>
  person === null || line.ended ? null : line.parent.person === person ? "parent" : line.guardian === person ? "child" : null;

/** To whom a note from that side goes. */
export const earOf = (line: { readonly parent: { readonly person: string }; readonly guardian: string }, from: "parent" | "child"): string => (from === "parent" ? line.guardian : line.parent.person);
