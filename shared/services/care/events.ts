import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** Events name the care, never the person cared for: nobody reads in a log who is alone. */
const care = z.object({ care: Id });

export const Begun = event(care);
export const Changed = event(care);
/** Somebody was taken into the circle or out of it. */
export const Circled = event(care.extend({ kind: z.string(), added: z.boolean() }));
/** A sign of life. */
export const Seen = event(care.extend({ how: z.string() }));
/** A day without one: the `nth` of the circle was told. */
export const Missed = event(care.extend({ kind: z.string(), nth: z.number().int() }));
export const Ended = event(care);
