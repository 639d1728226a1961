import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const memory = z.object({ memory: Id });

/** An old picture, a story or a place's name was given to the village. */
export const Given = event(memory, { act: "published" });
/** A story about somebody living, without their word: nobody but its giver reads it. */
export const Held = event(memory);
/** The giver has their word now. */
export const Consented = event(memory);
/** Somebody said who or what it is. */
export const Described = event(z.object({ memory: Id, part: Id }), { act: "answered" });
/** Its giver lets it be shown, to whom they chose. */
export const Shown = event(z.object({ memory: Id, audience: z.enum(["village", "public"]) }));
export const Withdrawn = event(memory);
