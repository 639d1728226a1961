import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Day, Id } from "../../contract/ids.ts";

/** Away from that day; `until` null: until they say otherwise. Where to stands in no event. */
export const Left = event(z.object({ person: Id, from: Day, until: Day.nullable() }));
/** Home again, or a journey was called off. */
export const Home = event(z.object({ person: Id, from: Day }));
const ride = z.object({ ride: Id });
export const Offered = event(ride, { act: "published" });
export const Joined = event(ride.extend({ joined: z.boolean() }));
export const Cancelled = event(ride);
/** The week's digest was told. */
export const Digested = event(z.object({ person: Id }));
