import * as z from "zod";
import { Correction } from "../../../shared/affairs/households/contract.ts";
import { HouseholdFacts, PURPOSES } from "../../../shared/affairs/households/household.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

/** A household of the village. */
export const Household = row("HH", HouseholdFacts, { id: (house) => house.id });
export type Household = z.infer<typeof Household.schema>;

/** An office looked at a household; the household reads these. */
export const Look = row("LOOK", z.object({ id: Id, household: Id, at: Instant, person: Id, office: z.string(), name: z.string(), purpose: z.enum(PURPOSES), note: z.string() }), { id: (look) => `${look.household}#${look.id}` });

/** A correction asked for: a matter with states. */
export const Fix = row("HHFIX", z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), change: Correction, why: z.string(), reason: z.string().nullable().default(null), askedBy: Id,
  state: z.string(),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
}), { id: (fix) => fix.id, person: (fix) => fix.household });
export type Fix = z.infer<typeof Fix.schema>;
