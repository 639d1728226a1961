import { villagerNamed } from "../../affairs/households/reads.ts";
import { put, remove } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { insideOf } from "./insiders.ts";
import { Sees, Well } from "./rows.ts";
import { lookAgain, MOST_IN_CIRCLE } from "./rules.ts";
import { careView, hereFor } from "./view.ts";

/** Takes somebody into the circle: relatives and neighbours by name and door, a cadre by post unless one is named. They are told, and may leave. */
export const circle = async (given: For<"circle">) => {
  const { table, caller, params, body, newId, fail, change } = given;
  const found = await insideOf(table, caller, params.person);
  if (!found?.well) return fail("not-found");
  if (found.as === "circle") return fail("family-sets");
  const { version, ...before } = found.well;
  if (before.circle.length >= MOST_IN_CIRCLE) return fail("circle-full");
  const byPost = body.kind === "cadre" && body.name === undefined;
  if (!byPost && body.name === undefined) return fail("wrong-field", { field: "name", reason: "required" });
  if (!byPost && body.house === undefined) return fail("wrong-field", { field: "house", reason: "required" });
  const member = byPost ? null : await villagerNamed(table, given.village.id, body.name!, body.house!);
  if (!byPost && (!member || member.person === params.person)) return fail("wrong-field", { field: "name", reason: "not-a-list-member" });
  if (before.circle.some((each) => each.person === (member?.person ?? null))) return fail("in-it-already");
  const facts = { ...before, circle: [...before.circle, { id: newId(), kind: body.kind, person: member?.person ?? null, name: member?.name ?? "", after: body.after }] };
  const here = (await hereFor(given, [params.person]))(params.person);
  const well: Well = { ...facts, next: lookAgain(facts, here) };
  const sees = member ? [put(Sees, { watcher: member.person, person: params.person, until: null }, "over")] : [];
  return change({
    writes: [put(Well, well, { version }), ...sees], emits: { name: "circled", data: { care: well.care, kind: body.kind, added: true }, as: well.care }, answer: careView({ ...well, version: version + 1 }, found.as, caller.person!, here),
    tells: member && member.person !== caller.person ? [{ person: member.person, key: "circled", where: `services/care/${params.person}`, stays: true }] : [],
  });
};

/** Out of the circle: anybody by the family, oneself by oneself. */
export const drop = async (given: For<"drop">) => {
  const { table, caller, params, fail, change } = given;
  const found = await insideOf(table, caller, params.person);
  const entry = found?.well?.circle.find(({ id }) => id === params.entry);
  if (!found?.well || !entry) return fail("not-found");
  if (found.as === "circle" && entry.person !== caller.person) return fail("family-sets");
  const { version, ...before } = found.well;
  const facts = { ...before, circle: before.circle.filter(({ id }) => id !== entry.id) };
  const well: Well = { ...facts, next: lookAgain(facts, (await hereFor(given, [params.person]))(params.person)) };
  return change({
    writes: [put(Well, well, { version }), ...(entry.person ? [remove(Sees, `${entry.person}#${params.person}`)] : [])],
    emits: { name: "circled", data: { care: well.care, kind: entry.kind, added: false }, as: well.care }, answer: { done: true as const },
    tells: found.as === "circle" ? [{ person: params.person, key: "left", where: "services/care", stays: true }] : [],
  });
};
