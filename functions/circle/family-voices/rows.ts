import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row } from "../../core/implement.ts";

const End = z.object({ person: Id, name: z.string() });
/** Between a child and a parent who is away, opened by the guardian the child lives with. */
export const Line = row("KINLINE", () => z.object({
  id: Id, child: End, parent: End, guardian: Id, last: z.object({ from: z.enum(["parent", "child"]), at: Instant, heard: z.boolean() }).nullable(),
  remindAt: Instant.nullable(), ended: z.boolean(),
}), {
  id: (line) => line.id, due: (line) => (line.remindAt ? { at: line.remindAt, clock: "remind" } : null),
  erase: (line, { person }) => {
    const named = (end: z.infer<typeof End>) => (end.person === person ? { ...end, name: NO_NAME } : end);
    const over = [line.child.person, line.parent.person, line.guardian].includes(person);
    return over ? { ...line, child: named(line.child), parent: named(line.parent), remindAt: null, ended: true } : line;
  },
});
export type Line = z.infer<typeof Line.schema>;

/** Which lines somebody is an end of. */
export const LineOf = row("KINOF", () => z.object({ person: Id, line: Id }), { id: (of) => `${of.person}#${of.line}`, erase: (of, who) => (of.person === who.person ? null : of) });

const YEAR = 365 * 86_400_000;
/** One note. Its voice is its maker's own ("mine"): `ears` alone may hear it besides, the parent and the guardian. */
export const Note = row("KINNOTE", () => z.object({
  id: Id, line: Id, from: z.enum(["parent", "child"]), by: Id, words: z.string(), media: z.array(MediaRef), ears: z.array(Id), at: Instant, heard: z.boolean(),
}), {
  id: (note) => `${note.line}#${note.id}`, expires: (note) => new Date(Date.parse(note.at) + YEAR).toISOString(), carry: "never",
  hears: (note, { person }) => person !== null && note.ears.includes(person),
  erase: (note, { person }) => (note.by === person ? { ...note, words: ERASED, media: [] } : { ...note, ears: note.ears.filter((each) => each !== person) }),
});
export type Note = z.infer<typeof Note.schema>;
