import { householdOf, villagerNamed } from "../../affairs/households/reads.ts";
import { holds, Member, put } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Lesson, LessonOf, Teacher } from "./rows.ts";
import { KEEPERS, partOf } from "./rules.ts";
import { lessonView } from "./view.ts";

const MOST_OWN = 40;
const OVER = ["able", "ended"];
const ownLessons = async ({ table }: Pick<For<"mine">, "table">, person: string): Promise<Lesson[]> =>
  (await table.many(Lesson, (await table.list(LessonOf, { under: `${person}#`, limit: MOST_OWN })).items.map(({ lesson }) => lesson))).filter((each) => each !== null);

/** For oneself it is agreed at once; for another they are asked before the first lesson. */
export const ask = async (given: For<"ask">) => {
  const { table, village, body, caller, now, newId, begin, fail, change } = given;
  const own = body.name === undefined;
  if (!own && body.house === undefined) return fail("wrong-field", { field: "house", reason: "required" });
  const learner = own ? await table.get(Member, caller.person!) : await villagerNamed(table, village.id, body.name!, body.house!);
  if (!learner) return fail("wrong-field", { field: "name", reason: "not-a-list-member" });
  if ((await ownLessons(given, learner.person)).some((each) => each.learner === learner.person && !OVER.includes(each.state))) return fail("already-asked");
  const at = now.toISOString();
  const self = learner.person === caller.person;
  const house = body.house ?? (learner.household ? (await householdOf(table, learner.household))?.no : undefined) ?? "";
  const value = {
    id: newId(), learner: learner.person, name: learner.name, house, group: learner.group, asker: caller.person!, wish: body.wish ?? "", media: body.media,
    consent: self ? { by: learner.person, witness: null, at } : null, volunteer: null, skills: [], at,
  };
  const parts = [...new Set([learner.person, caller.person!])].map((person) => put(LessonOf, { person, lesson: value.id }, "new"));
  return change({
    writes: [begin(Lesson, value), ...parts], emits: { name: "asked", data: { lesson: value.id } }, answer: lessonView({ ...value, state: "asked", history: [] }, caller),
    tells: self ? [] : [{ person: learner.person, key: "asked-for", where: `services/phone-lessons/${value.id}` }],
  });
};

export const list = async ({ table, query, caller }: For<"list">) => {
  const page = await table.list(Lesson, query);
  return { items: page.items.map((each) => lessonView(each, caller)), next: page.next };
};
export const one = async ({ table, params, caller, fail }: For<"one">) => {
  const lesson = await table.get(Lesson, params.id);
  return lesson ? lessonView(lesson, caller) : fail("not-found");
};
export const mine = async (given: For<"mine">) => {
  const { table, caller } = given;
  const [lessons, teacher] = await Promise.all([ownLessons(given, caller.person!), table.get(Teacher, caller.person!)]);
  return { lessons: lessons.map((each) => lessonView(each, caller)), volunteer: !teacher ? ("no" as const) : teacher.checked ? ("checked" as const) : ("offered" as const), keeper: caller.holds.some((each) => KEEPERS.includes(each)) };
};

/** The learner's yes: their own, or what the office heard at the door. */
export const consent = async ({ table, params, body, caller, now, fail, change }: For<"consent">) => {
  const lesson = await table.get(Lesson, params.id);
  const self = lesson !== null && partOf(lesson, caller) === "learner";
  if (!lesson || (!self && !holds(caller, ...KEEPERS))) return fail("not-found");
  if (lesson.consent) return lessonView(lesson, caller);
  if (!self && body.witness === undefined) return fail("witness-needed", { field: "witness" });
  const { version, ...before } = lesson;
  const next: Lesson = { ...before, consent: { by: caller.person!, witness: body.witness ?? null, at: now.toISOString() } };
  return change({ writes: [put(Lesson, next, { version })], emits: { name: "consented", data: { lesson: lesson.id } }, answer: lessonView({ ...next, version: version + 1 }, caller) });
};
