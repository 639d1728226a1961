import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const reply = z.object({ thing: Id, reply: Id });
const thing = z.object({ thing: Id });

/** Somebody replied, and whoever may read the thing reads it. */
export const Replied = event(reply, { act: "answered" });
/** A visitor's reply holds a link or a number: somebody looks at it first. */
export const Held = event(reply, { act: "asked" });
export const Released = event(reply);
/** By an office with a reason, or by whoever said it. */
export const Removed = event(reply);
export const Liked = event(thing);
export const Unliked = event(thing);
