import * as z from "zod";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { MediaRefs, saysSomething } from "../../contract/media.ts";
import { text } from "../../contract/text.ts";

export const QUESTION_STATES = ["asked", "township", "answered", "visit", "visited", "solved"] as const;
/** As what somebody answers: a technician the village named, the township, or whoever knows. */
export const ANSWERS_AS = ["technician", "township", "neighbour"] as const;
const Crop = z.union([z.literal(""), text(20)]).default("");

/** A question may be vague; a picture or a voice alone is a whole one. */
export const NewQuestion = z.strictObject({ crop: Crop, words: text(500).optional(), media: MediaRefs, hideName: z.boolean().default(false) })
  .refine((said) => (said.words ?? said.crop) !== "" || said.media.length > 0, { path: ["words"], error: "required" });
export const More = z.strictObject({ words: text(500).optional(), media: MediaRefs }).refine((said) => said.words !== undefined || said.media.length > 0, { path: ["words"], error: "required" });
export const NewAnswer = z.strictObject({ words: text(1000).optional(), media: MediaRefs }).refine(saysSomething, { path: ["words"], error: "required" });
export const Visit = z.strictObject({ words: text(1000).optional(), media: MediaRefs });

export const AnswerView = z.object({
  id: Id, name: z.string(), as: z.enum(ANSWERS_AS), words: z.string(), media: MediaRefs, at: Instant,
  /** How many days after the question: 0 the same day. */
  day: z.number().int(), helped: z.boolean(),
});
/** A question as everybody reads it; no name where the asker hid it. */
export const QuestionLine = z.object({
  id: Id, state: z.enum(QUESTION_STATES), crop: z.string(), words: z.string(), media: MediaRefs, name: z.string(), group: z.string(), at: Instant, answers: z.array(AnswerView), answerCount: z.number().int(), version: z.number().int(),
});
/** The same for one reader. `thin`: too little to go by, so that the asker is kindly asked for more. */
export const QuestionView = QuestionLine.extend({ mine: z.boolean(), technician: z.boolean(), thin: z.boolean() });
export const TechnicianView = z.object({ person: Id, name: z.string(), crops: z.string() });
/** When a technician comes by which hamlet. */
export const NewRound = z.strictObject({ day: Day, hamlet: text(30), note: text(100).optional() });
export const RoundView = z.object({ id: Id, day: Day, hamlet: z.string(), note: z.string(), name: z.string() });
