import * as z from "zod";
import { Instant } from "../../contract/ids.ts";
import { Name, text } from "../../contract/text.ts";

/** A code as in BCP 47, never one of the languages every page has: "hmn", "ii", "za". "local" is the way people talk. */
export const Code = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/).refine((code) => !["zh", "en"].includes(code), { error: "our-own" });
/** A language a village has besides those of the pages; its name as its own people write it. */
export const NewLanguage = z.strictObject({ code: Code, name: Name });
export const LanguageView = z.object({ code: z.string(), name: z.string(), /** How many of the pages' sentences are there, and of how many. */ done: z.number().int(), of: z.number().int(), at: Instant.nullable() });

/** Sentences by page ("core" is the frame) and key, as in our own files. */
export const Sentences = z.record(z.string().max(60), z.record(z.string().max(80), text(2000)));
export const NewWords = z.strictObject({ words: Sentences });
/** What was wrong with a file, line by line: not known here, holes lost or invented. */
export const WordProblem = z.object({ page: z.string(), key: z.string(), why: z.enum(["unknown-page", "unknown-key", "holes"]), holes: z.array(z.string()) });
export const Kept = z.object({ kept: z.number().int(), done: z.number().int(), of: z.number().int() });
/** A sentence still to be written, as the pages say it. */
export const Missing = z.object({ page: z.string(), key: z.string(), zh: z.string(), en: z.string() });
/** A language of villages of a county, for whoever warns them. */
export const InCounty = z.object({ village: z.string(), code: z.string(), name: z.string(), /** Hazard and what is asked of which the sentence is there: "flood.leave". */ warns: z.array(z.string()) });
