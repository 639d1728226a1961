import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";
import { DAMAGES, GRADES, MARKS, STATES } from "./house.ts";

const house = z.object({ house: Id });
/** A house's file was begun or its facts written down. */
export const Written = event(house);
/** Its hazard marks are these now. A household's record follows. */
export const Marked = event(z.object({ house: Id, marks: z.array(z.enum(MARKS)) }));
export const Inspected = event(z.object({ house: Id, grade: z.enum(GRADES), state: z.enum(STATES) }));
export const Damaged = event(z.object({ house: Id, damage: Id, what: z.enum(DAMAGES), state: z.enum(STATES) }));
export const Repaired = event(house);
/** Somebody stood before the door of a house without a household: nobody lives there. */
export const FoundEmpty = event(house);
/** An office opened a house's file. */
export const Looked = event(z.object({ house: Id, look: Id.nullable(), purpose: z.string() }));
export const AreaSaved = event(z.object({ area: Id }));
export const AreaDropped = event(z.object({ area: Id }));
