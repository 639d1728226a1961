import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const post = z.object({ post: Id });

/** A villager told the others something. */
export const Published = event(z.object({ post: Id, audience: z.enum(["village", "public"]) }), { act: "published" });
/** It says something else now, and says so. */
export const Edited = event(post);
/** By an office with a reason, or by whoever wrote it. */
export const Removed = event(post);
