import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";
import { WHY_ASIDE } from "./media.ts";

const media = z.object({ media: Id });

/** Somebody may bring a picture or a voice. */
export const Asked = event(z.object({ media: Id, feature: z.string() }));
/** The phone says that it is there: whoever lost the bucket's word looks now. */
export const Brought = event(media);
/** It was looked at, cleaned and may be seen. */
export const Kept = event(media);
/** It was not what it said, and nobody will see it. */
export const SetAside = event(z.object({ media: Id, why: z.enum(WHY_ASIDE) }));
/** Nothing names it, or it never came. */
export const Cleared = event(media);
/** Somebody wrote down what a voice says. */
export const Written = event(media);
