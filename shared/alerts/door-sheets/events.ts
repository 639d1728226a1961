import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id, Instant } from "../../contract/ids.ts";

/** A sheet was printed. */
export const Printed = event(z.object({ warning: Id, sheet: Id }));
/** Somebody looked at a sheet with its phone numbers. */
export const Looked = event(z.object({ warning: Id, sheet: Id }));
/** Ticks of a sheet, with the times they were really made. The entry's row holds the witness's name. */
export const Entered = event(z.object({ warning: Id, sheet: Id, entry: Id, ticks: z.array(z.object({ household: Id, is: z.enum(["moved", "safe", "stayed", "away", "empty", "refused", "needs-help"]), people: z.number().nullable(), at: Instant })) }));
