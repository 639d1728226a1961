import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** Somebody asked for a sign-in code; whether the number is known stands nowhere. */
export const CodeAsked = event(z.object({ ask: Id }));
/** A person was let in on a phone, or signed out of one. */
export const DeviceChanged = event(z.object({ person: Id }));
/** A household card was printed, given its figures, or reported lost. */
export const CardChanged = event(z.object({ card: Id, person: Id }));
/** A card was shown on somebody's phone for one matter, or put away again. */
export const CardShown = event(z.object({ card: Id, person: Id, shown: Id }));
/** Somebody who got a code said: I am none of these people. */
export const NumberDoubted = event(z.object({ doubt: Id }));
