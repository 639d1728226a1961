import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRefs, saysSomething } from "../../contract/media.ts";
import { Name, text, Title } from "../../contract/text.ts";

export const KINDS = ["trip", "fetch"] as const;
/** Medicines and cash are handed over by name. */
export const CARES = ["none", "medicine", "cash"] as const;
export const STATES = ["offered", "taken", "handed", "withdrawn", "over"] as const;

const said = { what: Title.optional(), words: text(300).optional(), media: MediaRefs };
const care = { care: z.enum(CARES).default("none"), /** Who sends it and who gets it: needed for medicines and cash. */ sender: Name.optional(), receiver: Name.optional() };

/** "I am going to town", with the hour; or "please fetch me …", from where to where. */
export const NewErrand = z.strictObject({ kind: z.enum(KINDS), ...said, from: text(60).optional(), to: text(60).optional(), at: Instant.optional(), ...care })
  .refine((errand) => errand.what !== undefined || errand.to !== undefined || saysSomething({ media: errand.media }), { path: ["what"], error: "required" })
  .refine((errand) => errand.kind === "fetch" || errand.at !== undefined, { path: ["at"], error: "required" });
/** What a traveller is asked to bring along. */
export const Bring = z.strictObject({ ...said, to: text(60).optional(), ...care }).refine((bring) => bring.what !== undefined || saysSomething({ media: bring.media }), { path: ["what"], error: "required" });

export const ErrandView = z.object({
  id: Id, kind: z.enum(KINDS), /** Empty where medicines or cash are another's matter. */ what: z.string(), words: z.string(), media: MediaRefs, from: z.string(), to: z.string(), goesAt: Instant.nullable(), care: z.enum(CARES),
  by: z.string(), mine: z.boolean(), carrying: z.boolean(), at: Instant, state: z.enum(STATES),
  /** For both sides alone. */
  carrier: z.string().nullable(), sender: z.string().nullable(), receiver: z.string().nullable(), handed: z.object({ to: z.string(), at: Instant }).nullable(),
  /** For the one who gets it alone, while it is on its way: said when it is handed over. */
  code: z.string().nullable(), version: z.number().int(),
});
/** Where parcels lie. */
export const Point = z.object({ place: z.string(), hours: z.string(), version: z.number().int() });
