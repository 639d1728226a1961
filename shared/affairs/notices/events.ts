import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const notice = z.object({ notice: Id });

/** Written or changed. */
export const Drafted = event(notice);
/** `alone`: by one person, for lack of others. */
export const Approved = event(z.object({ notice: Id, alone: z.boolean() }), { public: true });
export const SentBack = event(notice);
export const Published = event(z.object({ notice: Id, to: z.enum(["village", "groups", "households"]), mustRead: z.boolean(), alone: z.boolean() }), { public: true });
export const Withdrawn = event(notice, { public: true });
export const Expired = event(notice);
/** A draft that was never published. */
export const Dropped = event(notice);
/** A household said "I know", by itself or through an office. */
export const Known = event(z.object({ notice: Id, household: Id }));
