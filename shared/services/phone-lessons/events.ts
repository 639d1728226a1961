import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const lesson = z.object({ lesson: Id });
export const Asked = event(lesson, { act: "asked" });
/** The learner agreed, or somebody heard it at the door. */
export const Consented = event(lesson);
export const Matched = event(lesson.extend({ volunteer: Id }), { act: "answered" });
/** Nobody was free in time: it waits for the secretary. */
export const Unmatched = event(lesson);
export const LetGo = event(lesson);
export const Taught = event(lesson.extend({ skills: z.array(z.string()) }));
/** Can do it alone now; alerts/vulnerable reads who can answer a warning. */
export const Able = event(lesson.extend({ learner: Id }));
export const Ended = event(lesson);
export const Volunteered = event(z.object({ volunteer: Id, on: z.boolean() }));
export const Vouched = event(z.object({ volunteer: Id, checked: z.boolean() }));
