import { Member, put, type Table } from "../../core/implement.ts";
import type { ForMove } from "./given.ts";
import { Ability, LessonOf, Teacher, type Lesson } from "./rows.ts";
import { partOf, ticked } from "./rules.ts";

const where = (lesson: Lesson): string => `services/phone-lessons/${lesson.id}`;
/** The lesson with its volunteer, whom the learner is told of. */
const withVolunteer = (given: Pick<ForMove<"take">, "row" | "moved">, { person, name }: { readonly person: string; readonly name: string }) =>
  given.moved({
    row: { volunteer: { person, name } }, writes: [put(LessonOf, { person, lesson: given.row.id }, "over")], emits: { name: "matched", data: { lesson: given.row.id, volunteer: person } },
    tells: [{ person: given.row.learner, key: "matched", where: where(given.row) }],
  });

const take = async (given: ForMove<"take">) => {
  const { table, caller, row, fail } = given;
  if (caller.person === row.learner) return fail("own-lesson");
  const teacher = await table.get(Teacher, caller.person!);
  return teacher?.checked ? withVolunteer(given, teacher) : fail("not-checked");
};
/** The secretary finds somebody whom nobody needs to check. */
const assign = async (given: ForMove<"assign">) => {
  const { table, body, row, fail } = given;
  if (body.person === row.learner) return fail("own-lesson");
  const member = await table.get(Member, body.person);
  return member?.state === "verified" ? withVolunteer(given as unknown as ForMove<"take">, member) : fail("wrong-field", { field: "person", reason: "not-a-list-member" });
};

const isVolunteer = ({ row, caller }: Pick<ForMove<"teach">, "row" | "caller">): boolean => partOf(row, caller) === "volunteer";
const letGo = (given: ForMove<"let-go">) =>
  isVolunteer(given) ? given.moved({ row: { volunteer: null }, emits: { name: "let-go", data: { lesson: given.row.id } }, tells: [{ person: given.row.learner, key: "let-go", where: where(given.row) }] }) : given.fail("not-found");

const ability = async (table: Table, { learner }: Lesson, skills: Lesson["skills"], able: boolean) => {
  const before = await table.get(Ability, learner);
  const all = [...(before?.skills ?? []), ...skills.filter(({ skill }) => !before?.skills.some((each) => each.skill === skill))];
  return put(Ability, { person: learner, skills: all, able: able || (before?.able ?? false) }, before ? { version: before.version } : "new");
};
const teach = async (given: ForMove<"teach">) => {
  const { table, row, body, now, fail, moved } = given;
  if (!isVolunteer(given)) return fail("not-found");
  if (!row.consent) return fail("no-consent");
  const skills = ticked(row.skills, body.skills, now.toISOString());
  return moved({ row: { skills }, writes: [await ability(table, row, skills, false)], emits: { name: "taught", data: { lesson: row.id, skills: body.skills } } });
};
const able = async (given: ForMove<"able">) => {
  const { table, row, caller, fail, moved } = given;
  if (!["volunteer", "learner"].includes(partOf(row, caller))) return fail("not-found");
  if (!row.skills.some(({ skill }) => skill === "answer")) return fail("answer-first");
  return moved({ writes: [await ability(table, row, row.skills, true)], emits: { name: "able", data: { lesson: row.id, learner: row.learner } } });
};
const end = ({ row, caller, fail, moved }: ForMove<"end">) =>
  ["learner", "asker", "keeper"].includes(partOf(row, caller)) ? moved({ emits: { name: "ended", data: { lesson: row.id } } }) : fail("not-found");
const later = ({ row, moved }: ForMove<"later">) => moved({ emits: { name: "unmatched", data: { lesson: row.id } } });

export const moves = { take, assign, "let-go": letGo, teach, able, end, later };
