import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const snap = z.object({ id: Id });

export const Asked = event(snap, { public: true, act: "asked" });
/** The village's first word on it. */
export const Answered = event(snap, { public: true, act: "answered" });
export const Promised = event(snap, { public: true });
export const Fixed = event(snap, { public: true, act: "answered" });
/** The reporter says that it is fixed. */
export const Closed = event(snap, { public: true });
export const Reopened = event(snap, { public: true });
export const Passed = event(z.object({ id: Id, department: z.string() }), { public: true });
export const HandedBack = event(snap, { public: true });
export const Joined = event(z.object({ id: Id, to: Id }), { public: true });
export const Followed = event(snap);
/** No answer came: it was sent again, or to the township. */
export const Resent = event(z.object({ id: Id, to: z.enum(["village", "township"]) }), { public: true });
