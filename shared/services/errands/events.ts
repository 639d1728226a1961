import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const errand = z.object({ id: Id });
/** Somebody goes to town, or something is to be fetched. */
export const Offered = event(errand.extend({ kind: z.enum(["trip", "fetch"]) }), { act: "asked" });
/** Somebody gave a traveller something to bring along. */
export const Given = event(errand.extend({ trip: Id }), { act: "answered" });
export const Taken = event(errand, { act: "answered" });
export const LetGo = event(errand);
export const Handed = event(errand, { act: "known" });
export const Withdrawn = event(errand);
export const Over = event(errand);
export const PointSet = event(z.object({}));
