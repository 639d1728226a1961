import type { Caller, Stored, Table } from "../../core/implement.ts";
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import type { Question } from "./rows.ts";
import { isThin } from "./rules.ts";

const FEATURE = "services/farm-questions";

/** Questions as they may be read now: without what was hidden or removed after somebody reported it. @param own the asker's: their own words stay for them */
export const leftOpen = async <T extends Question>(table: Table, questions: readonly T[], own = false): Promise<T[]> => {
  const hidden = await hiddenAmong(table, FEATURE, questions.map(({ id }) => id));
  return hidden.size === 0 ? [...questions] : questions.filter(({ id }) => own || !hidden.has(id))
    .map((question) => ({ ...question, answers: question.answers.filter((answer) => !hidden.has(`${question.id}/${answer.id}`)) }));
};

/** A question as everybody reads it; an asker who hid the name has none. */
export const lineOf = ({ id, state, crop, words, media, name, hideName, group, at, answers, helped, version }: Stored<Question>) => ({
  id, state, crop, words, media, name: hideName ? "" : name, group: hideName ? "" : group, at, version, answerCount: answers.length,
  answers: answers.map((answer) => ({ ...answer, helped: answer.id === helped })),
});
/** The same for one reader. */
export const viewFor = (question: Stored<Question>, caller: Pick<Caller, "person">, technician: boolean) =>
  ({ ...lineOf(question), mine: caller.person !== null && question.person === caller.person, technician, thin: isThin(question) });
