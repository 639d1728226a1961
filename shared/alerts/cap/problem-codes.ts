import * as z from "zod";

/** Why a text is not taken at all. */
export const CAP_REFUSALS = ["not-xml", "doctype", "not-cap", "missing-element", "too-large", "wrong-value"] as const;
/** What a message is read with all the same: each is a sentence beside the draft (`problem.<code>` in words.json). */
export const CAP_PROBLEMS = [
  "cap-1.1", "expired", "expires-before-sent", "no-expires", "no-info", "no-headline", "long-headline", "no-instruction",
  "update-without-references", "bad-references", "bad-identifier", "unknown-area",
  "polygon-open", "polygon-too-few", "polygon-out-of-range", "polygon-too-large", "polygon-crosses", "wrong-circle",
  "restricted-without-restriction", "private-without-addresses", "wrong-time", "wrong-word", "repeated-element", "incomplete-element",
] as const;

/** A named problem of a message that was read; `detail` says where (an area's name, a language, a value). */
export const CapProblem = z.strictObject({ code: z.enum(CAP_PROBLEMS), detail: z.string() });
export type CapProblem = z.infer<typeof CapProblem>;
export type CapProblemCode = CapProblem["code"];
export type CapRefusalCode = (typeof CAP_REFUSALS)[number];
