import { put, type Stored } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Line, Note } from "./rows.ts";
import { earOf, sideOf } from "./rules.ts";

const view = ({ id, from, words, media, at, heard }: Note) => ({ id, from, words, media, at, heard });
/** The line and the caller's end of it; null for whoever was not chosen by the guardian. */
const ownLine = async ({ table, params, caller }: Pick<For<"leave">, "table" | "params" | "caller">): Promise<{ line: Stored<Line>; as: "parent" | "child" } | null> => {
  const line = await table.get(Line, params.id);
  const as = line && sideOf(line, caller.person);
  return line && as ? { line, as } : null;
};

export const notes = async (given: For<"notes">) => {
  const own = await ownLine(given);
  if (!own) return given.fail("not-found");
  const page = await given.table.list(Note, { ...given.query, under: `${own.line.id}#` });
  return { items: page.items.map(view), next: page.next };
};

export const leave = async (given: For<"leave">) => {
  const { body, caller, now, newId, settings, change } = given;
  const own = await ownLine(given);
  if (!own) return given.fail("not-found");
  const { version, ...line } = own.line;
  const at = now.toISOString();
  const note: Note = { id: newId(), line: line.id, from: own.as, by: caller.person!, words: body.words ?? "", media: body.media, ears: [line.parent.person, line.guardian], at, heard: false };
  const next: Line = { ...line, last: { from: own.as, at, heard: false }, remindAt: new Date(now.getTime() + settings.remindAfter).toISOString() };
  return change({
    writes: [put(Note, note, "new"), put(Line, next, { version })], emits: { name: "left", data: { line: line.id, note: note.id, from: own.as } }, answer: view(note),
    tells: [{ person: earOf(line, own.as), key: `from-${own.as}`, where: `circle/family-voices/${line.id}` }],
  });
};

/** The other end has heard it: whoever left it can see that. */
export const heard = async (given: For<"heard">) => {
  const { table, params, change } = given;
  const own = await ownLine(given);
  const note = own && (await table.get(Note, `${own.line.id}#${params.note}`));
  if (!own || !note || note.from === own.as) return given.fail("not-found");
  if (note.heard) return { done: true as const };
  const { version, ...before } = note;
  const { version: seen, ...line } = own.line;
  const last = line.last?.at === note.at ? [put(Line, { ...line, last: { ...line.last, heard: true } }, { version: seen })] : [];
  return change({ writes: [put(Note, { ...before, heard: true }, { version }), ...last], emits: { name: "heard", data: { line: line.id, note: note.id } }, answer: { done: true as const } });
};
