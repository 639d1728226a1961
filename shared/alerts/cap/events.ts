import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

/** Another system's message was read: alerts/warnings makes a draft of it. `warning` is the draft's id. */
export const Imported = event(z.object({ cap: Id, warning: Id }));
