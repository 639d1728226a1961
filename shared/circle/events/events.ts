import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const happening = z.object({ id: Id });
/** Of the whole village, or of the branch's members alone. */
export const Called = event(happening.extend({ audience: z.enum(["village", "branch"]) }), { act: "published" });
export const SignedUp = event(happening.extend({ people: z.number().int(), waiting: z.number().int() }), { act: "answered" });
export const DroppedOut = event(happening);
/** Somebody brings what is needed, or no longer does. */
export const Taken = event(happening.extend({ need: Id }), { act: "answered" });
export const Attended = event(happening);
export const Began = event(happening);
export const Told = event(happening, { act: "published" });
export const PhotosAdded = event(happening.extend({ photos: z.number().int() }));
export const Cancelled = event(happening);
export const BranchChanged = event(z.object({ members: z.number().int() }));
