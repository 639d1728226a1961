import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const warning = z.object({ warning: Id });

/** A draft was written or changed. */
export const Drafted = event(warning);
/** Put up for approval: officials stand by. */
export const PutUp = event(warning, { perVillage: true });
/** It holds from now on, in each village it names. */
export const Issued = event(z.object({ warning: Id, replaces: Id.nullable(), single: z.boolean() }), { perVillage: true });
/** Sending stops, or goes on, in each village. */
export const Paused = event(warning, { perVillage: true });
export const Resumed = event(warning, { perVillage: true });
/** How it is over: every household accounted for, ended with reasons, all-clear given, cancelled, replaced, or its time ran out. */
export const Over = event(z.object({ warning: Id, how: z.enum(["complete", "incomplete", "all-clear", "cancelled", "replaced", "by-time"]) }), { perVillage: true });
/** A draft that never held. */
export const Dropped = event(warning);
export const AreaSaved = event(z.object({ area: Id }));
