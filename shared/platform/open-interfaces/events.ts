import * as z from "zod";
import { Id } from "../../contract/ids.ts";
import { event } from "../../contract/event.ts";

/** A key was made or ended: for which post and which features. */
export const KeyMade = event(z.object({ key: Id, office: z.string(), scopes: z.array(z.string()) }), { public: true });
export const KeyEnded = event(z.object({ key: Id }), { public: true });
/** A webhook was made, ended, or stands still after repeated failures. */
export const HookMade = event(z.object({ hook: Id }), { public: true });
export const HookEnded = event(z.object({ hook: Id }), { public: true });
export const HookPaused = event(z.object({ hook: Id }));
export const HookResumed = event(z.object({ hook: Id }));
/** Somebody wants to see a delivery arrive. */
export const HookTested = event(z.object({ hook: Id, delivery: Id }));
/** The operator's list of hosts changed. */
export const HostsAllowed = event(z.object({ hosts: z.number().int() }), { public: true });
