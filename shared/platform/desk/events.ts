import * as z from "zod";
import { event } from "../../contract/event.ts";

/** A matter was handed on, to a person's id or an office, with a word that stands at the matter alone. */
export const HandedOn = event(z.object({ feature: z.string(), case: z.string(), to: z.string() }));
