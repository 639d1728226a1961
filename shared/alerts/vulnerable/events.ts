import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const buddy = z.object({ buddy: Id, household: Id, person: Id });

/** A neighbour was asked to be a household's buddy; `instead` is the one whose place it would be. */
export const Asked = event(buddy.extend({ instead: Id.nullable() }));
export const Accepted = event(buddy.extend({ instead: Id.nullable() }));
/** Did not want to, or did not answer in time. */
export const Declined = event(buddy);
/** No longer a buddy: by own wish, by the household's, or the office's. */
export const Ended = event(buddy);
/** The household agreed that neighbours know, or took that back. */
export const Consented = event(z.object({ household: Id, given: z.boolean(), by: z.enum(["person", "head", "witness"]) }));
/** Somebody went through it: the reasons, the consent and the buddies still hold. */
export const Checked = event(z.object({ household: Id }));
/** A villager is away for some days, or back: of the person alone, never where to. */
export const AwaySaid = event(z.object({ person: Id, away: z.boolean() }));
