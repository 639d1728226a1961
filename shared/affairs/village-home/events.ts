import * as z from "zod";
import { event } from "../../contract/event.ts";

/** What the village says of itself was changed. */
export const Profiled = event(z.object({}), { public: true });
