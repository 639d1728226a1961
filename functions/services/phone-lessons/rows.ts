import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { LESSON_STATES, SKILLS } from "../../../shared/services/phone-lessons/contract.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";

const Ticked = z.array(z.object({ skill: z.enum(SKILLS), at: Instant }));
/** Somebody learns the phone from a volunteer: a matter with states. */
export const Lesson = row("LESSON", () => z.object({
  id: Id, learner: Id, name: z.string(), house: z.string(), group: z.string(), asker: Id, wish: z.string(), media: z.array(MediaRef),
  consent: z.object({ by: Id, witness: z.string().nullable(), at: Instant }).nullable(),
  volunteer: z.object({ person: Id, name: z.string() }).nullable(), skills: Ticked, at: Instant,
  state: z.enum(LESSON_STATES), history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() })),
}), {
  id: (lesson) => lesson.id,
  erase: (lesson, who) => ({
    ...lesson, ...(lesson.learner === who.person ? { name: NO_NAME, house: "", wish: ERASED, media: [] } : { wish: scrub(lesson.wish, who) }),
    volunteer: lesson.volunteer?.person === who.person ? { ...lesson.volunteer, name: NO_NAME } : lesson.volunteer,
    consent: lesson.consent?.witness && who.names.includes(lesson.consent.witness) ? { ...lesson.consent, witness: NO_NAME } : lesson.consent,
  }),
});
export type Lesson = z.infer<typeof Lesson.schema>;

/** Which lessons somebody has a part in. */
export const LessonOf = row("LESSONOF", () => z.object({ person: Id, lesson: Id }), { id: (of) => `${of.person}#${of.lesson}`, erase: (of, who) => (of.person === who.person ? null : of) });

/** Who offers to teach; `checked` once the office, or two neighbours where there is none, vouched for them. */
export const Teacher = row("TEACHER", () => z.object({ person: Id, name: z.string(), checked: z.boolean(), words: z.array(z.object({ person: Id, household: Id.nullable() })) }), {
  id: (teacher) => teacher.person, erase: (teacher, who) => (teacher.person === who.person ? null : { ...teacher, words: teacher.words.filter(({ person }) => person !== who.person) }),
});
export type Teacher = z.infer<typeof Teacher.schema>;

/** What somebody can do alone with a phone. */
export const Ability = row("PHONEABLE", () => z.object({ person: Id, skills: Ticked, able: z.boolean() }), { id: (ability) => ability.person, erase: (ability, who) => (ability.person === who.person ? null : ability) });
export type Ability = z.infer<typeof Ability.schema>;
