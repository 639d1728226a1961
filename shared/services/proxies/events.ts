import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** Somebody asked to act for another; `elder` is null where nobody of that name lives at that house. */
export const Asked = event(z.object({ consent: Id, proxy: Id, elder: Id.nullable() }));
/** The elder's word came: by code, on the own page, by card, by a witness. */
export const Active = event(z.object({ consent: Id, proxy: Id, elder: Id, how: z.string() }));
/** The word came, and somebody else may already do the same: the elder says which. */
export const Waiting = event(z.object({ consent: Id, proxy: Id, elder: Id }));
/** One word of several that are needed, or a wrong code. */
export const Counted = event(z.object({ consent: Id, what: z.enum(["neighbour", "wrong-code"]) }));
export const Ended = event(z.object({ consent: Id, proxy: Id, elder: Id.nullable(), how: z.enum(["ended", "refused", "lapsed"]) }));
/** The elder has been told at the door. */
export const Told = event(z.object({ consent: Id }));
/** A relative who stands on no roll may sign in from now on. */
export const Invited = event(z.object({ person: Id }));
