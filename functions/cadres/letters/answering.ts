import type { Spoken } from "../../../shared/contract/media.ts";
import type { Caller, Stored } from "../../core/implement.ts";
import { tellWriter, voices, wallOf } from "./keep.ts";
import type { Letter } from "./rows.ts";
import { postOf } from "./view.ts";

interface Answering { readonly row: Stored<Letter>; readonly body: Spoken; readonly caller: Caller; readonly now: Date; readonly newId: () => string; readonly nameOf: string }

/** An anonymous writer has no phone here to hear a voice with: they are answered in writing. */
export const mustWrite = ({ row, body }: Pick<Answering, "row" | "body">): boolean => row.writer === null && body.words === undefined;

/** A letter with one answer more: its clock stops, what was given for the wall goes up, the writer is told. */
export const answeredWith = ({ row, body, caller, now, newId, nameOf }: Answering) => {
  const at = now.toISOString();
  const office = caller.office ?? "office:secretary";
  const reply = { id: newId(), at, by: caller.person!, name: nameOf, office: office.replace(/^office:/, ""), words: body.words ?? "", parts: body.voice ? [{ id: body.voice, kind: "voice" as const }] : [] };
  const { version: _, ...rest } = row;
  const next: Letter = { ...rest, replies: [...row.replies, reply], answeredAt: at, wall: row.wall === "consented" ? "published" : row.wall };
  return {
    row: { replies: next.replies, answeredAt: at, wall: next.wall }, writes: [...voices(next), ...wallOf(next)],
    emits: { name: "answered" as const, data: { letter: row.mark, category: row.category, post: office.startsWith("office:") ? reply.office : "township" } }, tells: tellWriter(next, "answered"),
  };
};

/** What its writer does after an answer. */
export const closing = (row: Letter, satisfied: Letter["satisfied"]) => ({ row: { satisfied }, emits: { name: "closed" as const, data: { letter: row.mark, category: row.category, post: postOf(row) } } });
/** Opened again it goes back to whoever answered, with a new time to be answered by. */
export const reopening = (row: Letter, words: string, now: Date, answerBy: string) => {
  const to = postOf(row) === "township" ? "escalated" as const : "reopened" as const;
  return { to, row: { more: [...row.more, { at: now.toISOString(), words }], answerBy }, emits: { name: "reopened" as const, data: { letter: row.mark, category: row.category, post: postOf(row) } } };
};
