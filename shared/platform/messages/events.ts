import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Day, Id } from "../../contract/ids.ts";

/** Somebody chose how they are told. */
export const Wished = event(z.object({ person: Id }));
/** How a household without a signed-in phone is told was chosen. */
export const HouseWished = event(z.object({ household: Id, way: z.string() }));
/** A phone may be pushed to from now on, or no more. */
export const Subscribed = event(z.object({ person: Id.nullable(), on: z.boolean() }));
/** One page of a day's digests was made. */
export const Digested = event(z.object({ day: Day, hour: z.number().int(), people: z.number().int() }));
/** Somebody was told at the door. */
export const ToldAtDoor = event(z.object({ household: Id, line: Id }));
