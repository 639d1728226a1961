import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";
import { DEAL_KINDS } from "./deal.ts";

const deal = z.object({ deal: Id });
const ask = z.object({ deal: Id, ask: Id });

/** Somebody offers or looks for something. */
export const Posted = event(z.object({ deal: Id, kind: z.enum(DEAL_KINDS) }), { public: true, act: "asked" });
export const Agreed = event(deal, { public: true });
export const Done = event(deal, { public: true });
export const Renewed = event(deal, { public: true });
export const Withdrawn = event(deal, { public: true });
export const Expired = event(deal, { public: true });
/** Somebody would like to be in touch with whoever wrote it. */
export const Asked = event(ask);
export const Granted = event(ask, { act: "answered" });
export const Declined = event(ask, { act: "answered" });
