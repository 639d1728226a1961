import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef } from "../../contract/media.ts";

/** What is told, in order of need: a running warning, how my house stands in it, what every household must hear, what waits for me, the rest. */
export const KINDS = ["warning", "house", "must-read", "matter", "notice"] as const;
/** The way people talk here, where it is none of the languages pages are written in. */
export const LOCAL = "local";
/** A language of a recording: one of the pages', one the village added, or the way people talk here. */
export const Tongue = z.string().regex(/^[a-z]{2,8}(-[a-z0-9]{2,8})?$/);

/** What a recording is of: one notice, one warning, or what is said in every warning of a hazard and colour, recorded on a calm day. */
export const Thing = z.string().regex(/^(?:notice:[0-9A-HJKMNP-TV-Z]{26}|warning:[0-9A-HJKMNP-TV-Z]{26}|template:[a-z-]{3,20}:(?:blue|yellow|orange|red))$/);

/** A voice that may stand in the place of the phone's own. */
export const Voice = z.object({ id: Id, language: z.string(), by: z.string(), media: z.array(MediaRef) });
export const Item = z.object({
  key: z.string(), kind: z.enum(KINDS), id: Id.nullable(), title: z.object({ zh: z.string(), en: z.string() }), text: z.object({ zh: z.string(), en: z.string() }),
  where: z.string(), at: Instant, colour: z.enum(["blue", "yellow", "orange", "red"]).nullable(),
  /** Texts and recordings in the village's further languages. */
  more: z.record(z.string(), z.string()), voices: z.array(Voice),
  /** Of a must-read: whether this household has said that it knows; null where nobody asks. */
  heard: z.boolean().nullable(),
});
export type Item = z.infer<typeof Item>;

export const RECORDING_STATES = ["offered", "accepted", "declined", "withdrawn"] as const;
export const NewRecording = z.strictObject({ thing: Thing, language: Tongue, media: z.array(MediaRef).length(1).refine((media) => media.every(({ kind }) => kind === "voice"), { error: "voice" }) });
export const RecordingView = z.object({
  id: Id, thing: z.string(), language: z.string(), by: z.string(), at: Instant, state: z.enum(RECORDING_STATES), media: z.array(MediaRef), mine: z.boolean(), version: z.number().int(),
  /** What it is of, as people read it; null where that is over. */
  title: z.string().nullable(), reason: z.string().nullable(), /** Nobody was there who could have listened first. */ unheard: z.boolean(),
});
