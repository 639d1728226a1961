import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const entry = z.object({ entry: Id });

export const Added = event(entry, { public: true, act: "published" });
export const Changed = event(entry, { public: true });
export const Checked = event(entry, { public: true });
export const Removed = event(entry, { public: true });
/** A villager found a number wrong. */
export const Flagged = event(entry.extend({ why: z.string() }), { act: "asked" });
