import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** A letter's mark: it stands for the letter in events alone and opens nothing, so that a log or a copy leads nobody to the letter. */
const letter = z.object({ letter: Id });
const at = letter.extend({ category: z.string(), post: z.string() });

/** `post`: whose desk it lies on: an office of the village, or "township". */
export const Sent = event(at, { act: "asked" });
export const Received = event(letter);
export const Assigned = event(at);
export const Answered = event(at, { act: "answered" });
export const Closed = event(at);
export const Reopened = event(at);
export const Overdue = event(at);
export const Escalated = event(at);
/** A wrong ticket word was tried. */
export const Guessed = event(z.object({}));
export const Consented = event(letter);
export const Published = event(z.object({ letter: Id }), { public: true });
export const Withdrawn = event(letter);
/** Somebody tried to publish what its writer did not give. */
export const PublishRefused = event(letter);
