import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const entry = z.object({ entry: Id });

/** Begun or changed, read by its writer alone. */
export const Drafted = event(entry);
/** `late`: written after the day it tells of. */
export const Published = event(z.object({ entry: Id, late: z.boolean() }), { public: true, act: "published" });
/** It says something else now; what it said before stays readable. */
export const Corrected = event(entry, { public: true });
export const Archived = event(entry, { public: true });
/** Taken away, by a supervisor with a reason. */
export const Removed = event(entry, { public: true });
/** A draft that was never published. */
export const Dropped = event(entry);
