import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** A household's contact book was changed by the household or for it. */
export const Edited = event(z.object({ household: Id }));
/** The household said its numbers are still right. */
export const Checked = event(z.object({ household: Id }));
/** A number wants warnings of mortal danger only, or everything again. */
export const Stopped = event(z.object({ households: z.array(Id), stopped: z.boolean() }));
