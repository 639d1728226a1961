import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";
import { REPORTS } from "./door.ts";

const house = z.object({ house: Id });
/** Codes were made for these houses; the codes themselves stand nowhere. */
export const Issued = event(z.object({ houses: z.array(Id) }));
export const PutUp = event(house);
export const Lost = event(house);
/** A new code was made: the old one is nothing from now on. */
export const Replaced = event(house);
/** An office with duty here scanned the door and saw the household's summary; the household reads it. */
export const Scanned = event(z.object({ house: Id, look: Id.nullable() }));
/** Somebody at the door, while a warning lasted: help is needed here, or they were seen leaving. */
export const Reported = event(z.object({ report: Id, house: Id, warning: Id, fact: z.enum(REPORTS) }));
