import { dayIn } from "../../../shared/contract/days.ts";
import { put, remove, type Write } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { insideOf } from "./insiders.ts";
import { Sees, Well } from "./rows.ts";
import { lookAgain } from "./rules.ts";
import { careView, hereFor } from "./view.ts";

/** Begins, or changes the hour: for oneself or somebody of the own house, who is told and may end it. */
export const begin = async (given: For<"begin">) => {
  const { table, caller, params, body, newId, fail, change } = given;
  const found = await insideOf(table, caller, params.person);
  if (!found) return fail("not-found");
  if (found.as === "circle") return fail("family-sets");
  const here = (await hereFor(given, [params.person]))(params.person);
  const { version, ...before } = found.row ?? { version: 0, care: newId(), person: params.person, circle: [], pausedUntil: null, seen: null, told: null };
  const facts = { ...before, name: found.member.name, by: body.by, ended: false };
  const well: Well = { ...facts, next: lookAgain(facts, here) };
  return change({
    writes: [put(Well, well, found.row ? { version } : "new")], emits: { name: found.well ? "changed" : "begun", data: { care: well.care }, as: well.care }, answer: careView({ ...well, version: version + 1 }, found.as, caller.person!, here),
    tells: found.well || found.as === "self" ? [] : [{ person: params.person, key: "begun", where: "services/care", stays: true }],
  });
};

export const pause = async (given: For<"pause">) => {
  const { table, caller, params, body, facts, now, fail, change } = given;
  const found = await insideOf(table, caller, params.person);
  if (!found?.well) return fail("not-found");
  if (found.as === "circle") return fail("family-sets");
  if (body.until !== null && body.until < dayIn(facts.zone, now)) return fail("wrong-field", { field: "until", reason: "in-the-past" });
  const here = (await hereFor(given, [params.person]))(params.person);
  const { version, ...before } = found.well;
  const paused = { ...before, pausedUntil: body.until };
  const well: Well = { ...paused, next: lookAgain(paused, here) };
  return change({ writes: [put(Well, well, { version })], emits: { name: "changed", data: { care: well.care }, as: well.care }, answer: careView({ ...well, version: version + 1 }, found.as, caller.person!, here) });
};

/** No more: the circle is let go with it, and those who were told once. */
export const end = async ({ table, caller, params, fail, change }: For<"end">) => {
  const found = await insideOf(table, caller, params.person);
  if (!found?.well) return fail("not-found");
  if (found.as === "circle") return fail("family-sets");
  const { version, ...before } = found.well;
  const { care, circle, told } = before;
  const watchers = new Set([...circle, ...(told?.steps ?? [])].flatMap(({ person }) => (person ? [person] : [])));
  const gone = [...watchers].map((watcher): Write => remove(Sees, `${watcher}#${params.person}`));
  return change({ writes: [put(Well, { ...before, circle: [], told: null, seen: null, pausedUntil: null, next: null, ended: true }, { version }), ...gone], emits: { name: "ended", data: { care }, as: care }, answer: { done: true as const } });
};
