import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** Somebody asked for a sign-in code; whether the number is known stands nowhere. */
export const CodeAsked = event(z.object({ ask: Id }));
/** A person was let in on a phone, or signed out of one. */
export const DeviceChanged = event(z.object({ person: Id }));
