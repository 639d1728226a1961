import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

export const Claimed = event(z.object({ claim: Id, person: Id }));
export const Vouched = event(z.object({ claim: Id, person: Id, enough: z.boolean() }));
/** Somebody is a villager now; `instead` is the paper member they turned out to be, `alone` says one cadre vouched and verified. */
export const Verified = event(z.object({ claim: Id, person: Id, household: Id, instead: Id.nullable().default(null), alone: z.boolean() }));
export const ClaimEnded = event(z.object({ claim: Id, person: Id }));
/** A person without a phone was entered as a full member. */
export const PaperAdded = event(z.object({ person: Id, household: Id }));
