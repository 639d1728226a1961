import * as z from "zod";
import { BUDDY_STATES, CONSENT_BY, REASONS } from "../../../shared/alerts/vulnerable/reasons.ts";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";

/** A vulnerable household: the reasons as codes, worked out from its record; the consent; the buddies asked and accepted. */
export const Care = row("VULN", () => z.object({
  household: Id, no: z.string(), group: z.string(), reasons: z.array(z.enum(REASONS)), highRisk: z.boolean(),
  consent: z.object({ given: z.boolean(), by: z.enum(CONSENT_BY), at: Instant, said: z.string(), witness: z.string().nullable() }).nullable().default(null),
  buddies: z.array(z.object({ id: Id, person: Id, state: z.enum(["asked", "accepted"]) })).default([]),
  checkedAt: Instant.nullable().default(null),
  /** The reasons are worked out once more then: what they follow from may be written down a moment later. */
  lookAt: Instant.nullable().default(null),
}), {
  id: (care) => care.household, due: (care) => (care.lookAt ? { at: care.lookAt, clock: "look" } : null),
  // The reasons follow from the household's record, which forgets the person itself.
  erase: (care, who) => ({
    ...care, buddies: care.buddies.filter((each) => each.person !== who.person),
    consent: care.consent?.witness && who.names.includes(care.consent.witness) ? { ...care.consent, witness: NO_NAME } : care.consent,
  }),
});
export type Care = z.infer<typeof Care.schema>;

/** Stands only while a household of high risk has no buddy near: so counting them reads nothing else. */
export const Bare = row("VULNBARE", () => z.object({ household: Id }), { id: (bare) => bare.household });

/** One neighbour for one household: a matter with states. */
export const Buddy = row("BUDDY", () => z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), person: Id, name: z.string(), instead: Id.nullable(), witness: z.string().nullable().default(null), reason: z.string().nullable().default(null),
  state: z.enum(BUDDY_STATES), history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() })),
}), {
  id: (buddy) => buddy.id, person: (buddy) => buddy.person,
  erase: (buddy, who) => ({
    ...buddy, name: buddy.person === who.person ? NO_NAME : buddy.name, witness: buddy.witness && who.names.includes(buddy.witness) ? NO_NAME : buddy.witness,
    reason: buddy.reason === null ? null : who.households.includes(buddy.household) || buddy.person === who.person ? ERASED : scrub(buddy.reason, who),
  }),
});
export type Buddy = z.infer<typeof Buddy.schema>;

/** A villager who said "I am away"; never where to. `back` is the first instant of the day after. */
export const Away = row("AWAY", () => z.object({ person: Id, until: Day, back: Instant }), { id: (away) => away.person, due: (away) => ({ at: away.back, clock: "back" }), erase: (away, who) => (away.person === who.person ? null : away) });
export type Away = z.infer<typeof Away.schema>;
