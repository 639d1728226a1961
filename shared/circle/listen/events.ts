import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const recording = z.object({ recording: Id });
/** A villager spoke something for others to hear; an office listens first. */
export const Offered = event(recording);
export const Accepted = event(recording, { public: true });
export const Declined = event(recording);
export const Withdrawn = event(recording);
