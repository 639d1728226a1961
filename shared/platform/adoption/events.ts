import * as z from "zod";
import { event } from "../../contract/event.ts";

/** A function nobody used for a while is kept all the same. */
export const Kept = event(z.object({ feature: z.string() }));
