import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const line = z.object({ line: Id });
/** A guardian opened a line between a child and a parent who is away. */
export const Opened = event(line);
export const Left = event(line.extend({ note: Id, from: z.enum(["parent", "child"]) }));
export const Heard = event(line.extend({ note: Id }));
/** It was quiet for a week: both were reminded. */
export const Reminded = event(line);
export const Ended = event(line);
