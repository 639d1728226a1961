import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** A post was given to somebody or taken back. `alone`: by one person, for lack of others. */
export const PostChanged = event(z.object({ office: z.string(), person: Id, alone: z.boolean().default(false) }), { public: true });
/** A post was put forward, waits for its second person, or was not confirmed. */
export const PostAsked = event(z.object({ giving: Id, office: z.string() }), { public: true });
