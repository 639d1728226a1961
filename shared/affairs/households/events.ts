import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** What about a household changed. */
export const WHAT = ["sleeping", "name", "born", "head", "vulnerable", "joined", "moved", "died", "hazards", "house", "replaced", "split", "within", "merged", "ended"] as const;
/** Of these, what leaves everybody living and sleeping where they did. */
export const STAYS: readonly (typeof WHAT)[number][] = ["name", "born", "head", "vulnerable", "hazards", "house"];

/**
 * One household's facts changed; `person` is whom it concerns, `instead` whose place that person took. Where people went from one household to
 * another (split, within, merged), `household` is where they live now, `also` where they came from, `people` who they are.
 */
export const Changed = event(z.object({ household: Id, what: z.enum(WHAT), person: Id.nullable().default(null), instead: Id.nullable().default(null), correction: Id.nullable().default(null), also: Id.nullable().default(null), people: z.array(Id).max(60).default([]) }));
/** A page of an imported list was merged into these households. */
export const Merged = event(z.object({ import: z.string(), households: z.array(Id) }));
/** An office opened a household's file. */
export const Looked = event(z.object({ household: Id, look: Id, purpose: z.string() }));
export const Proposed = event(z.object({ correction: Id, household: Id, what: z.string() }));
export const Refused = event(z.object({ correction: Id, household: Id }));
export const Overdue = event(z.object({ correction: Id, household: Id }));
/** Somebody stood before the door: nobody lives there. */
export const FoundEmpty = event(z.object({ household: Id }));
/** Somebody made sure that what was asked is right. */
export const Checked = event(z.object({ correction: Id, household: Id, by: z.string() }));
