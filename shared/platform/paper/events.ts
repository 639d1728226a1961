import * as z from "zod";
import { event } from "../../contract/event.ts";

/** A sheet was printed with its code: which, not by whom it will be read. */
export const Printed = event(z.object({ code: z.string() }));
