import type { Answer } from "../../core/client/types.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "services/phone-lessons";
export type Lesson = Answer<typeof FEATURE, "one">;
export const SKILLS = ["open", "listen", "answer", "call-help", "allowance", "order"] as const;

export const whoLearns = (lesson: Lesson): string => t("line", { learner: lesson.learner, group: lesson.group });
export const standing = (lesson: Lesson): string => t(`state.${lesson.state}`, { volunteer: lesson.volunteer ?? "", n: lesson.skills.length });
