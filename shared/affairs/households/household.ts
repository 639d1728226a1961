import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";

/** What makes a person vulnerable, as codes; the words stand in words.json under `vulnerable.<code>`. */
export { VULNERABLE } from "../../platform/villages/vulnerable.ts";
/** What a house stands in the way of. */
export const HAZARDS = ["river", "slope", "dam", "road", "old-house"] as const;
/** Why an official opens a household's file; the household reads it. */
export const PURPOSES = ["warning", "care", "allowance", "records", "repair", "other"] as const;

/** How somebody made sure that a correction is right. */
export const CHECKED_BY = ["door", "papers", "neighbours", "phone"] as const;
/** What may still be open for a household, so that it cannot end. */
export const OPEN_THINGS = ["correction", "warning", "allowance", "matter"] as const;

/** Stands in `roll` where people, not a list, said it last: no list overwrites that. */
export const BY_PEOPLE = "~";

/** One person of a household. */
export const Dweller = z.object({
  person: Id,
  name: z.string(),
  bornIn: z.number().int().nullable().default(null),
  sleepsHere: z.boolean().default(true),
  head: z.boolean().default(false),
  vulnerable: z.array(z.string()).default([]),
  /** When the list that said this last was taken in, or BY_PEOPLE. */
  roll: z.string().default(""),
});
export type Dweller = z.infer<typeof Dweller>;

/** A household as kept. Who has left is nobody's business but the family's and the sweepers'. */
export const householdFacts = () => z.object({
  id: Id,
  /** House number as people say it. */
  no: z.string(),
  group: z.string(),
  /** Place in the walk from door to door. */
  order: z.number().int().default(0),
  people: z.array(Dweller),
  hazards: z.array(z.string()).default([]),
  /** When somebody stood before the door and found nobody living there. */
  emptyChecked: Instant.nullable().default(null),
  roll: z.string().default(""),
  /** Who left for good: no later list brings them back. */
  gone: z.array(Id).default([]),
  /** When it ended, by whom merged or found without people; it stays so that no list begins it again. */
  ended: z.object({ at: Instant, into: Id.nullable() }).nullable().default(null),
});
export type HouseholdFacts = z.infer<ReturnType<typeof householdFacts>>;
