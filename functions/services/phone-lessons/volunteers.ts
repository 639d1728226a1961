import { holds, put, remove } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Teacher } from "./rows.ts";
import { KEEPERS, officesFilled } from "./rules.ts";

const WANTED = 2;
const view = ({ person, name, checked }: Teacher, reader: string | null) => ({ person, name, checked, mine: person === reader });

export const volunteers = async ({ table, query, caller }: For<"volunteers">) => {
  const page = await table.list(Teacher, query);
  return { items: page.items.map((each) => view(each, caller.person)), next: page.next };
};

export const volunteer = async ({ table, body, caller, change }: For<"volunteer">) => {
  const person = caller.person!;
  const before = await table.get(Teacher, person);
  const teacher: Teacher = { person, name: caller.member!.name, checked: false, words: [] };
  if (body.on === (before !== null)) return view(before ?? teacher, person);
  return change({ writes: [body.on ? put(Teacher, teacher, "new") : remove(Teacher, person)], emits: { name: "volunteered", data: { volunteer: person, on: body.on } }, answer: view(teacher, person) });
};

/** Somebody vouches for a volunteer who goes into people's houses. */
export const vouch = async ({ table, village, params, caller, fail, change }: For<"vouch">) => {
  const teacher = await table.get(Teacher, params.person);
  if (!teacher) return fail("not-found");
  if (teacher.person === caller.person) return fail("own-word-only");
  const office = holds(caller, ...KEEPERS);
  if (!office && officesFilled(village.offices)) return fail("office-checks");
  if (teacher.checked) return view(teacher, caller.person);
  const { version, ...before } = teacher;
  const household = caller.member?.household ?? null;
  if (!office && before.words.some((word) => word.person === caller.person || word.household === household)) return fail("one-per-household");
  const words = [...before.words, { person: caller.person!, household }];
  const next: Teacher = { ...before, words, checked: office || words.length >= WANTED };
  return change({
    writes: [put(Teacher, next, { version })], emits: { name: "vouched", data: { volunteer: next.person, checked: next.checked } }, answer: view(next, caller.person),
    tells: next.checked ? [{ person: next.person, key: "checked", where: "services/phone-lessons" }] : [],
  });
};
