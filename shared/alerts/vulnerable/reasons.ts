import { VULNERABLE } from "../../affairs/households/household.ts";

/** Why a household needs somebody to come: what its people are, then what follows from who sleeps there, the house and the telephone. */
export const REASONS = [...VULNERABLE, "child-headed", "old", "hazard-house"] as const;
export type Reason = (typeof REASONS)[number];

export const BUDDY_STATES = ["asked", "accepted", "declined", "lapsed", "ended", "replaced"] as const;
/** Whose word the consent is: the person's own, the head's of the household, or said at the door before a witness. */
export const CONSENT_BY = ["person", "head", "witness"] as const;
