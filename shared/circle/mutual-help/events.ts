import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const ask = z.object({ id: Id });
export const Asked = event(ask, { act: "asked" });
export const Offered = event(ask.extend({ offer: Id }), { act: "answered" });
export const Accepted = event(ask.extend({ offer: Id }));
/** Who had agreed cannot come: the others who offered are asked again. */
export const GivenUp = event(ask);
export const Done = event(ask);
export const Thanked = event(ask, { act: "known" });
export const Withdrawn = event(ask);
export const Lapsed = event(ask);
