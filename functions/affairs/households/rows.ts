import * as z from "zod";
import { Correction } from "../../../shared/affairs/households/contract.ts";
import { BY_PEOPLE, CHECKED_BY, householdFacts, OPEN_THINGS } from "../../../shared/affairs/households/household.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";

/** A household of the village. */
export const Household = row("HH", householdFacts, {
  id: (house) => house.id,
  // Somebody still sleeps there: a warning counts them, and knows no more.
  erase: (house, who) => ({ ...house, people: house.people.map((each) => (each.person === who.person ? { ...each, name: NO_NAME, bornIn: null, vulnerable: [], roll: BY_PEOPLE } : each)) }),
});
export type Household = z.infer<typeof Household.schema>;

/** A correction asked for: a matter with states. */
export const Fix = row("HHFIX", () => z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), change: Correction, why: z.string(), reason: z.string().nullable().default(null), checkedBy: z.enum(CHECKED_BY).nullable().default(null), /** Stands by itself: nobody held an office that could check it. */
  lack: z.boolean().default(false), askedBy: Id,
  state: z.string(),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
}), {
  id: (fix) => fix.id, person: (fix) => fix.household,
  erase: (fix, who) => {
    const why = fix.askedBy === who.person && fix.why ? ERASED : scrub(fix.why, who);
    const change = "name" in fix.change && (("person" in fix.change && fix.change.person === who.person) || who.names.includes(fix.change.name)) ? { ...fix.change, name: NO_NAME } : fix.change;
    return { ...fix, change, why, reason: fix.reason === null ? null : scrub(fix.reason, who) };
  },
});
export type Fix = z.infer<typeof Fix.schema>;

/** Something of another feature is open for a household (an allowance, a matter): it cannot end meanwhile. */
export const Tie = row("HHTIE", () => z.object({ household: Id, what: z.enum(OPEN_THINGS), feature: z.string(), thing: z.string() }), { id: (tie) => `${tie.household}#${tie.feature}#${tie.thing}` });
export type Tie = z.infer<typeof Tie.schema>;
