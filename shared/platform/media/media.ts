import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MEDIA_AUDIENCES, MEDIA_KINDS, MEDIA_LIMITS } from "../../contract/media.ts";
import { text } from "../../contract/text.ts";

export const PHOTO_TYPES = ["image/webp", "image/jpeg", "image/png"] as const;
export const VOICE_TYPES = ["audio/webm", "audio/ogg", "audio/mp4"] as const;
export const MEDIA_STATES = ["waiting", "ready", "quarantined"] as const;
/** Why nobody sees it: a program, markup (SVG, HTML), bytes of another type than it said, moving or unreadable, too many pixels. */
export const WHY_ASIDE = ["program", "markup", "other-type", "broken", "too-wide"] as const;
export type WhyAside = (typeof WHY_ASIDE)[number];

/** The small picture beside a large one, made on the phone. */
const Thumb = z.strictObject({ type: z.string().max(60), bytes: z.number().int().min(1) });

/** What a phone wants to bring. `type` as the phone says it; what is no picture and no voice is answered 415, not 422. */
export const NewMedia = z.strictObject({
  id: Id, kind: z.enum(MEDIA_KINDS), type: z.string().max(60), bytes: z.number().int().min(1), audience: z.enum(MEDIA_AUDIENCES),
  /** The feature whose thing will name it. */
  feature: z.string().regex(/^[a-z]+\/[a-z-]+$/).max(60),
  thumb: Thumb.optional(),
  /** Of a voice. */
  seconds: z.number().min(1).max(MEDIA_LIMITS.seconds).optional(),
}).superRefine((media, context) => {
  if (media.kind === "photo" && !media.thumb) context.addIssue({ code: "custom", path: ["thumb"], message: "required" });
  if (media.kind === "voice" && media.seconds === undefined) context.addIssue({ code: "custom", path: ["seconds"], message: "required" });
});
export type NewMedia = z.infer<typeof NewMedia>;

const Fields = z.record(z.string(), z.string());
/** Where the bytes go: one form each, good for some minutes; null once they are there. */
export const Ticket = z.object({ media: Id, state: z.enum(MEDIA_STATES), url: z.string(), full: Fields.nullable(), thumb: Fields.nullable() });

/** What everybody who may see it knows of it. */
export const MediaView = z.object({
  id: Id, kind: z.enum(MEDIA_KINDS), state: z.enum(MEDIA_STATES), why: z.enum(WHY_ASIDE).nullable(), width: z.number().int().nullable(), height: z.number().int().nullable(), seconds: z.number().nullable(),
  /** What the voice says, written down by a relative or a volunteer, and by whom. */
  transcript: z.object({ text: z.string(), by: z.string(), at: Instant }).nullable(), version: z.number().int(),
});
export const Transcript = z.strictObject({ text: text(2000) });
