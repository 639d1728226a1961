import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const greeting = z.object({ greeting: Id });

/** A guest said hello, and everybody can read it. */
export const Left = event(greeting, { public: true, act: "asked" });
/** It holds a link or a number: somebody looks at it first. */
export const Held = event(greeting, { act: "asked" });
export const Released = event(greeting, { public: true });
export const Answered = event(z.object({ greeting: Id, answer: Id }), { public: true, act: "answered" });
export const Removed = event(greeting, { public: true });
