import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";
import { KINDS } from "./lost.ts";

const lost = z.object({ id: Id, kind: z.enum(KINDS) });

/** Somebody or something is missing, and the village reads it. */
export const Reported = event(lost, { act: "asked" });
/** It may be a private quarrel: somebody looks before the village does. */
export const Held = event(lost, { act: "asked" });
/** What was held goes up. */
export const Released = event(lost);
export const Refused = event(lost);
/** A cadre has confirmed that it is true. */
export const Confirmed = event(lost);
/** Nobody has confirmed it yet: the next in turn are called. */
export const Called = event(lost.extend({ level: z.number().int() }));
/** It stood long enough without a word. */
export const Lapsed = event(lost);
export const Seen = event(lost.extend({ sighting: Id }), { act: "answered" });
export const Found = event(lost, { act: "known" });
export const Closed = event(lost);
