import type { Caller } from "../../core/implement.ts";
import type { Lesson } from "./rows.ts";
import { nameFor, partOf } from "./rules.ts";

export const lessonView = (lesson: Lesson & { readonly version?: number }, caller: Pick<Caller, "person" | "holds">) => {
  const as = partOf(lesson, caller);
  const inside = as !== "neither";
  return {
    id: lesson.id, state: lesson.state, learner: nameFor(as, lesson.name), group: lesson.group, house: inside ? lesson.house : null, volunteer: lesson.volunteer && nameFor(as, lesson.volunteer.name), consent: lesson.consent !== null,
    wish: inside ? lesson.wish : "", media: inside ? lesson.media : [], skills: lesson.skills, at: lesson.at, as, version: lesson.version ?? 1,
  };
};
