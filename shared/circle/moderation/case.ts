import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef } from "../../contract/media.ts";
import { text } from "../../contract/text.ts";

/** The village's rules, by which alone words are taken away. That somebody in an office is criticised is none of them. */
export const RULES = ["threat", "child", "private", "danger", "insult", "fraud", "impersonation", "advert"] as const;
export type Rule = (typeof RULES)[number];
/** What may do harm before anybody has looked. */
export const GRAVE: readonly Rule[] = ["threat", "child", "private", "danger"];

/** Who judges: the panel (of the village's habit), one of it for lack of others, the township, two drawn by lot; of an appeal also the county. */
export const LEVELS = ["panel", "township", "county", "lot", "one"] as const;
export type Level = (typeof LEVELS)[number];
/** How it was settled, for the public log; `alone`: by one, for lack of others; `nobody`: nobody was there, and words stand until somebody proves them wrong. */
export const HOW = ["panel", "single", "township", "county", "lot", "alone", "nobody"] as const;
export const STATES = ["reported", "hidden", "referred", "drawn", "kept", "removed", "appealed", "above", "redrawn", "final"] as const;

const Feature = z.string().regex(/^[a-z]+\/[a-z-]{1,40}$/);
/** What is reported: a thing of a feature, or one part of it (an answer). */
export const Thing = { feature: Feature, thing: Id, part: Id.optional() };
export const NewReport = z.strictObject({ ...Thing, rule: z.enum(RULES), note: z.union([z.literal(""), text(300)]).default("") });

/** Removing needs a rule of the village and a reason that everybody may read. */
export const Verdict = z.strictObject({ verdict: z.enum(["keep", "remove"]), rule: z.enum(RULES).optional(), reason: text(200).optional() }).superRefine((said, context) => {
  if (said.verdict === "keep") return;
  for (const field of ["rule", "reason"] as const) if (said[field] === undefined) context.addIssue({ code: "custom", path: [field], message: "required" });
});

const Outcome = { state: z.enum(STATES), verdict: z.enum(["keep", "remove"]).nullable(), rule: z.enum(RULES).nullable(), reason: z.string().nullable(), how: z.enum(HOW).nullable() };
const Where = { feature: z.string(), thing: Id, part: Id.nullable(), where: z.string() };

/** What the reporter is told, at once and later. */
export const ReportView = z.object({ id: Id, ...Where, ...Outcome, hidden: z.boolean(), ground: z.enum(RULES), at: Instant, mayAppeal: z.boolean(), appealBy: Instant.nullable(), version: z.number().int() });
/** The same to whoever wrote the words. */
export const OwnWords = ReportView.omit({ ground: true });

/** A case as those see it who sit on it: how many reported, never who. */
export const CaseView = z.object({
  id: Id, ...Where, ...Outcome, version: z.number().int(), hidden: z.boolean(), at: Instant, until: Instant.nullable(),
  reports: z.number().int(), houses: z.number().int(), visitors: z.number().int(), grounds: z.array(z.object({ rule: z.enum(RULES), n: z.number().int() })),
  /** Somebody in an office is named: then reports alone hide nothing, and whoever is named does not sit. */
  officeNamed: z.boolean(), by: z.enum(LEVELS), seats: z.number().int(), votes: z.number().int(),
  /** Whether the reader has a seat here and has not used it. */
  maySit: z.boolean(), appeal: z.object({ from: z.enum(["writer", "reporter"]), reason: z.string() }).nullable(), answerBy: Instant.nullable(),
});
/** With the words, for whoever sits; null where they have gone meanwhile. */
export const CaseWithWords = CaseView.extend({ words: z.string().nullable(), media: z.array(MediaRef), notes: z.array(z.string()) });

/** One line of the public log: what was done by which rule, never the words. */
export const LogLine = z.object({ id: Id, at: Instant, feature: z.string(), did: z.enum(["hidden", "kept", "removed", "appealed", "upheld", "overturned"]), rule: z.enum(RULES).nullable(), reason: z.string().nullable(), how: z.enum(HOW).nullable() });
export type LogLine = z.infer<typeof LogLine>;
