import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

export const Claimed = event(z.object({ claim: Id, person: Id }), { act: "asked" });
export const Vouched = event(z.object({ claim: Id, person: Id, enough: z.boolean() }));
/** Somebody is a villager now; `instead` is the paper member they turned out to be, `alone` says one cadre vouched and verified, `lack` that nobody held an office for it. */
export const Verified = event(z.object({ claim: Id, person: Id, household: Id, instead: Id.nullable().default(null), alone: z.boolean(), lack: z.boolean().default(false) }), { act: "answered" });
export const ClaimEnded = event(z.object({ claim: Id, person: Id }));
/** A person without a phone was entered as a full member. */
export const PaperAdded = event(z.object({ person: Id, household: Id }));
/** Somebody is a villager no more, and why; `head` leads the household they left, where they had led it. */
export const Left = event(z.object({ person: Id, household: Id.nullable(), how: z.enum(["moved", "died", "ended"]), head: Id.nullable().default(null) }));
/** An office read one member's entry, or a page of names. */
export const Looked = event(z.object({ people: z.number().int(), purpose: z.string() }));
