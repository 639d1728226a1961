import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** Somebody agreed to something. */
export const Given = event(z.object({ person: Id, purpose: z.string(), how: z.string() }));
/** Somebody took an agreement back, or said no: from now on. */
export const Withdrawn = event(z.object({ person: Id, purpose: z.string(), how: z.string() }));
