import * as z from "zod";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRefs } from "../../../shared/contract/media.ts";
import { ANSWERS_AS, QUESTION_STATES } from "../../../shared/services/farm-questions/question.ts";
import { ERASED, NO_NAME, row } from "../../core/implement.ts";
import { titleOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const Answer = z.object({ id: Id, person: z.string(), name: z.string(), as: z.enum(ANSWERS_AS), words: z.string(), media: MediaRefs, at: Instant, day: z.number().int() });
export type Answer = z.infer<typeof Answer>;

/** What somebody asked of their field or their animals, with the answers. */
export const Question = row("FARMQ", () => z.object({
  id: Id, state: z.enum(QUESTION_STATES), history: z.array(Step), crop: z.string(), words: z.string(), media: MediaRefs, person: z.string(), name: z.string(), hideName: z.boolean(), group: z.string(), at: Instant,
  answers: z.array(Answer),
  /** Technicians who were asked, in turn; and when the next one's turn comes. */
  asked: z.array(z.string()), passAt: Instant, helped: z.string().nullable(),
}), {
  id: (question) => question.id, person: (question) => question.person,
  find: (question) => ({
    title: titleOf(question), words: [question.hideName ? "" : question.name, question.crop, question.words].filter(Boolean).join(" "), parts: question.answers.map((answer) => ({ id: answer.id, words: `${answer.name} ${answer.words}`, by: answer.person })),
    where: `services/farm-questions/${question.id}`, by: question.person, audience: "public", at: question.at,
  }),
  said: (question, part) => {
    if (part === null) return { words: [question.crop, question.words].filter(Boolean).join("："), media: question.media, by: question.person, audience: "public" };
    const answer = question.answers.find((each) => each.id === part);
    return answer ? { words: answer.words, media: answer.media, by: answer.person, audience: "public" } : null;
  },
  shown: (question) => ({ kind: "post", title: titleOf(question), where: `services/farm-questions/${question.id}`, by: question.person, at: question.at, audience: "public" }),
  erase: (question, who) => ({
    ...question, ...(question.person === who.person ? { name: NO_NAME, words: ERASED, media: [] } : {}),
    answers: question.answers.map((answer) => (answer.person === who.person ? { ...answer, name: NO_NAME, words: ERASED, media: [] } : answer)),
  }),
});
export type Question = z.infer<typeof Question.schema>;

/** A page of the village's own book: a question that was solved. */
export const Solved = row("FARMBOOK", () => z.object({ question: Id, at: Instant }), { id: (solved) => solved.question });
export type Solved = z.infer<typeof Solved.schema>;

/** Whom the village named as one who knows; `crops` in their own words, empty for everything. */
export const Technician = row("FARMTECH", () => z.object({ person: Id, name: z.string(), crops: z.string(), since: Instant }), {
  id: (technician) => technician.person, person: (technician) => technician.person, erase: (technician, who) => (technician.person === who.person ? null : technician),
});
export type Technician = z.infer<typeof Technician.schema>;

/** A technician's round: a day, a hamlet. */
export const Round = row("FARMROUND", () => z.object({ id: Id, day: Day, hamlet: z.string(), note: z.string(), person: z.string(), name: z.string() }), {
  id: (round) => `${round.day}#${round.id}`, person: (round) => round.person, erase: (round, who) => (round.person === who.person ? { ...round, name: NO_NAME } : round),
});
export type Round = z.infer<typeof Round.schema>;
