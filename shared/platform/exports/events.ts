import * as z from "zod";
import { event } from "../../contract/event.ts";
import { AreaCode, Id } from "../../contract/ids.ts";

/** Somebody asked for their own file; it is gathered away from the request. */
export const FileAsked = event(z.object({ file: Id, person: Id }));
export const FileReady = event(z.object({ file: Id, person: Id }));
export const FileGone = event(z.object({ file: Id }));
/** A copy of the whole village: everybody may know that one was asked for, made, and taken away again. */
export const VillageAsked = event(z.object({ copy: Id }), { public: true });
export const VillageBegun = event(z.object({ copy: Id, alone: z.boolean() }), { public: true });
export const VillageReady = event(z.object({ copy: Id, rows: z.number().int() }), { public: true });
export const VillageEnded = event(z.object({ copy: Id }), { public: true });
/** Somebody looked into a copy: one event a part. */
export const Taken = event(z.object({ copy: Id, name: z.string() }));
/** A village that came from elsewhere. */
export const TakeInBegun = event(z.object({ intake: Id, village: AreaCode }));
export const TakenIn = event(z.object({ intake: Id, village: AreaCode, rows: z.number().int() }));
/** An erasure: asked, taken back within seven days, or done. */
export const ErasureAsked = event(z.object({ erasure: Id, person: Id }));
export const ErasureTakenBack = event(z.object({ erasure: Id, person: Id }));
export const ErasureDue = event(z.object({ erasure: Id, person: Id }));
export const ErasureDone = event(z.object({ erasure: Id, person: Id }));
