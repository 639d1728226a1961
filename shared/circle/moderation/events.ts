import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";
import { RULES } from "./case.ts";

const lot = { link: z.number().int(), seed: z.string(), drawn: z.array(Id) };
const thing = { case: Id, feature: z.string(), thing: Id, part: Id.nullable() };

/** Somebody reported words. Who, stands nowhere outside the report itself. */
export const Reported = event(z.object({ ...thing, hidden: z.boolean(), lot: z.object(lot).optional() }));
/** Hidden by one who sits, until all have judged. */
export const Hidden = event(z.object(thing), { public: true });
/** One who sits has judged; the matter is still open. */
export const Judged = event(z.object(thing));
/** It goes on to whoever comes next, for lack of others. */
export const Passed = event(z.object(thing));
/** Kept or removed, by which rule. */
export const Decided = event(z.object({ ...thing, verdict: z.enum(["keep", "remove"]), rule: z.enum(RULES).nullable() }), { public: true });
export const Appealed = event(z.object(thing), { public: true });
/** Nothing follows any more. */
export const Settled = event(z.object({ ...thing, verdict: z.enum(["keep", "remove"]) }), { public: true });
/** Villagers were drawn by lot; link and seed let anybody draw again. */
export const LotDrawn = event(z.object({ ...thing, ...lot }), { public: true });
