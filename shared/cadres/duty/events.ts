import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const shift = z.object({ shift: z.string() });
const gap = z.object({ gap: Id });

export const CardSaved = event(z.object({ person: Id, open: z.boolean() }), { public: true });
export const PhonesSaved = event(z.object({}), { public: true });
export const Planned = event(shift.extend({ person: Id }), { public: true, act: "published" });
export const Dropped = event(shift, { public: true });
export const HandedOver = event(z.object({ note: Id }));
/** Nobody is on duty for some hours of tomorrow. */
export const Uncovered = event(gap);
export const Covered = event(gap);
export const LeftOpen = event(gap);
