import * as z from "zod";
import { event } from "../../contract/event.ts";

const language = z.object({ code: z.string() });
/** The village has one language more. */
export const Added = event(language, { public: true });
/** Sentences were brought: how many. */
export const Brought = event(z.object({ code: z.string(), sentences: z.number().int() }), { public: true });
export const Ended = event(language, { public: true });
