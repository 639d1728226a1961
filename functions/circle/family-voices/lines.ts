import { householdAt, householdOf } from "../../affairs/households/reads.ts";
import { isGrown } from "../../alerts/vulnerable/reads.ts";
import { Member, put, remove, type Change, type Stored } from "../../core/implement.ts";
import type { For, Heard } from "./given.ts";
import { Line, LineOf } from "./rows.ts";
import { sideOf } from "./rules.ts";

export const lineView = (line: Line, as: "parent" | "child") => ({ id: line.id, child: line.child.name, parent: line.parent.name, as, last: line.last && { from: line.last.from, at: line.last.at }, fresh: line.last !== null && line.last.from !== as && !line.last.heard });

const yearOf = (now: Date): number => now.getUTCFullYear();
/** Whoever lives in the caller's house and is not grown. */
const childrenOf = async ({ table, caller, now }: Pick<For<"children">, "table" | "caller" | "now">) =>
  ((await householdOf(table, caller.member!.household!))?.people ?? []).filter((each) => each.person !== caller.person && each.bornIn !== null && !isGrown(each.bornIn, yearOf(now)));

export const children = async (given: For<"children">) => ({ items: (await childrenOf(given)).map(({ person, name }) => ({ person, name })) });

export const mine = async ({ table, caller, query }: For<"mine">) => {
  const page = await table.list(LineOf, { ...query, under: `${caller.person!}#` });
  const lines = await table.many(Line, page.items.map(({ line }) => line));
  return { items: lines.flatMap((line) => { const as = line && sideOf(line, caller.person); return line && as ? [lineView(line, as)] : []; }), next: page.next };
};

/** The guardian says whose voice may come to a child of the own house. */
export const open = async (given: For<"open">) => {
  const { table, village, caller, body, now, newId, settings, fail, change } = given;
  const me = await table.get(Member, caller.person!);
  if (!me || !isGrown(me.bornIn, yearOf(now))) return fail("grown-ups-open");
  const child = (await childrenOf(given)).find(({ person }) => person === body.child);
  if (!child) return fail("wrong-field", { field: "child", reason: "not-a-list-member" });
  const house = body.house === undefined ? await householdOf(table, caller.member!.household!) : await householdAt(table, village.id, body.house);
  const found = house?.people.find((each) => each.name === body.parent && each.person !== caller.person && each.person !== child.person);
  const parent = found ? await table.get(Member, found.person) : null;
  if (parent?.state !== "verified" || !isGrown(parent.bornIn, yearOf(now))) return fail("wrong-field", { field: "parent", reason: "not-a-list-member" });
  const own = await table.many(Line, (await table.list(LineOf, { under: `${caller.person!}#`, limit: 50 })).items.map(({ line }) => line));
  if (own.some((line) => line && !line.ended && line.child.person === child.person && line.parent.person === parent.person)) return fail("already-open");
  const line: Line = {
    id: newId(), child: { person: child.person, name: child.name }, parent: { person: parent.person, name: parent.name }, guardian: caller.person!, last: null,
    remindAt: new Date(now.getTime() + settings.remindAfter).toISOString(), ended: false,
  };
  const ends = [line.guardian, line.parent.person].map((person) => put(LineOf, { person, line: line.id }, "new"));
  return change({ writes: [put(Line, line, "new"), ...ends], emits: { name: "opened", data: { line: line.id } }, answer: lineView(line, "child"), tells: [{ person: parent.person, key: "opened", where: `circle/family-voices/${line.id}` }] });
};

/** Either end closes it; its notes are nobody's to read from then on, and go after their year. */
export const end = async ({ table, params, caller, fail, change }: For<"end">) => {
  const line = await table.get(Line, params.id);
  if (!line || sideOf(line, caller.person) === null) return fail("not-found");
  const { version, ...before } = line;
  const ends = [line.guardian, line.parent.person].map((person) => remove(LineOf, `${person}#${line.id}`));
  return change({ writes: [put(Line, { ...before, remindAt: null, ended: true }, { version }), ...ends], emits: { name: "ended", data: { line: line.id } }, answer: { done: true as const } });
};

/** Quiet for a week: both are reminded, and again after another. */
export const remind = async ({ settings, now, change }: Heard, line: Stored<Line>): Promise<Change | null> => {
  const { version, ...before } = line;
  return change({
    writes: [put(Line, { ...before, remindAt: new Date(now.getTime() + settings.remindAfter).toISOString() }, { version })], emits: { name: "reminded", data: { line: line.id } },
    tells: [{ person: line.parent.person, key: "remind-parent", where: `circle/family-voices/${line.id}` }, { person: line.guardian, key: "remind-child", where: `circle/family-voices/${line.id}` }],
  });
};
