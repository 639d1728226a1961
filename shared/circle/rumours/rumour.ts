import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRefs, saysSomething } from "../../contract/media.ts";
import { text } from "../../contract/text.ts";

export const RUMOUR_STATES = ["asked", "answered", "pinned", "unproven"] as const;
export const NewRumour = z.strictObject({ words: text(300).optional(), media: MediaRefs }).refine(saysSomething, { path: ["words"], error: "required" });
/** Papers: what they are called and where they can be read: a page of the village, or where the sheet hangs. */
export const Paper = z.strictObject({ title: text(60), where: text(200) });
export const NewAnswer = z.strictObject({ words: text(1000).optional(), media: MediaRefs, papers: z.array(Paper).max(5).default([]) }).refine(saysSomething, { path: ["words"], error: "required" });
export const AnswerView = z.object({
  name: z.string(), office: z.string(), words: z.string(), media: MediaRefs, papers: z.array(Paper), at: Instant,
  /** Said without anything to show for it. */
  bare: z.boolean(),
});
export const RumourView = z.object({
  id: Id, state: z.enum(RUMOUR_STATES), words: z.string(), media: MediaRefs, at: Instant, askers: z.number().int(), verifier: z.object({ name: z.string(), office: z.string() }).nullable(), answer: AnswerView.nullable(), version: z.number().int(),
});
/** What became of a question: new, or the same as one that stands. */
export const AskedView = RumourView.extend({ joined: z.boolean() });
