import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** One a village and step, never one a recipient. */
export const Planned = event(z.object({ warning: Id, step: z.enum(["stand-by", "alert", "all-clear", "cancel", "update"]), messages: z.number(), parts: z.number() }));
/** Somebody posted the text to the group, or read it over the loudspeaker. */
export const MarkedByHand = event(z.object({ warning: Id, channel: z.enum(["group", "loudspeaker", "gong"]) }));
