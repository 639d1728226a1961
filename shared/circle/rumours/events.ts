import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const rumour = z.object({ id: Id });

export const Asked = event(rumour, { public: true, act: "asked" });
/** Somebody asked the same: it is one question with two askers. */
export const Joined = event(rumour);
/** An office says that it looks into it. */
export const Verifying = event(rumour, { public: true });
export const Answered = event(z.object({ id: Id, bare: z.boolean() }), { public: true, act: "answered" });
/** The answer hangs where everybody sees it. */
export const Closed = event(rumour, { public: true });
export const Unproven = event(rumour, { public: true });
