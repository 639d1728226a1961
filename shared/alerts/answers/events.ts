import * as z from "zod";
import { event } from "../../contract/event.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { CHANNELS, FACTS } from "../roll-call/states.ts";

/** A household (or somebody for it) said something. */
export const Answered = event(z.object({ warning: Id, household: Id, answer: Id, fact: z.enum(FACTS), people: z.number().nullable(), seen: z.boolean(), channel: z.enum(CHANNELS), said: Instant }), { act: "known" });
/** An answer from a number that is on no roll. */
export const Unplaced = event(z.object({ unplaced: Id, help: z.boolean() }));
/** Somebody wrote STOP: only danger to life reaches them from now on. `number` is the keyed hash under which the number stands. */
export const Stopped = event(z.object({ number: z.string(), people: z.array(Id), houses: z.array(z.object({ village: AreaCode, household: Id })) }));
/** A known number wrote "1" while no warning means its house: these people of that number give a sign of life each day. */
export const WellSaid = event(z.object({ people: z.array(z.object({ village: AreaCode, person: Id })) }));
export const Placed = event(z.object({ unplaced: Id, warning: Id, household: Id }));
