import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";
import { ROLL_STATES } from "./states.ts";

/** Households' states in a warning moved. Counters and the family's line follow from it. */
export const Moved = event(z.object({ warning: Id, moves: z.array(z.object({ household: Id, was: z.enum(ROLL_STATES), is: z.enum(ROLL_STATES), wasOpen: z.boolean(), open: z.boolean(), vulnerable: z.boolean(), firstWord: z.boolean() })).max(40) }));
/** The roll of one village is on the board. */
export const Opened = event(z.object({ warning: Id, households: z.number() }));
/** A call for help nobody took in time: the next taker is asked. */
export const HelpUntaken = event(z.object({ warning: Id, household: Id, level: z.number() }));
export const HelpTaken = event(z.object({ warning: Id, household: Id }), { act: "answered" });
/** A helper looked at a household's numbers while its warning ran; the household sees who. */
export const PhonesSeen = event(z.object({ warning: Id, household: Id }));
