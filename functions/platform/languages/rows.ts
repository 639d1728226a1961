import * as z from "zod";
import { Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

/** A language of the village, with how much of each page is there and which warnings it can say. */
export const Lang = row("LANG", () => z.object({ code: z.string(), name: z.string(), counts: z.record(z.string(), z.number().int()), warns: z.array(z.string()), at: Instant.nullable() }), { id: (lang) => lang.code, area: true });
export type Lang = z.infer<typeof Lang.schema>;

/** The sentences of one page in one language. */
export const PageWords = row("LANGWORDS", () => z.object({ code: z.string(), page: z.string(), words: z.record(z.string(), z.string()) }), { id: (words) => `${words.code}#${words.page}` });
export type PageWords = z.infer<typeof PageWords.schema>;
