import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const point = z.object({ point: Id });
export const Added = event(point, { public: true });
/** Somebody standing there says whether it works. */
export const Tapped = event(point.extend({ works: z.boolean() }));
/** Three said on one day that it does not. */
export const Broken = event(point, { public: true, act: "asked" });
export const Repaired = event(point, { public: true, act: "answered" });
export const Closed = event(point, { public: true });
