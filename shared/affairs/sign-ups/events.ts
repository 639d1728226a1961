import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const list = z.object({ id: Id });
export const Opened = event(list, { act: "asked" });
export const Joined = event(list.extend({ line: Id, waiting: z.boolean() }), { act: "answered" });
export const Left = event(list.extend({ line: Id }));
/** By whoever opened it, by the clock, or because it was full. */
export const Closed = event(list.extend({ how: z.enum(["person", "time", "full"]) }));
