import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const link = z.object({ link: Id, household: Id, person: Id });

/** Somebody was asked to look after a household; `instead` is the link whose place it would take. */
export const Proposed = event(link.extend({ instead: Id.nullable() }));
/** Said yes; the one before has handed over in the same moment. */
export const Accepted = event(link.extend({ instead: Id.nullable() }));
/** Did not want to, or did not answer in time. */
export const Declined = event(link);
/** The household asks for another person, or is content after all. */
export const Wished = event(z.object({ link: Id, household: Id, another: z.boolean() }));
export const Ended = event(link);
