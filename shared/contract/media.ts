import * as z from "zod";
import { Id } from "./ids.ts";
import { MEDIA_LIMITS } from "./media-limits.ts";
import { text } from "./text.ts";

export { MEDIA_LIMITS } from "./media-limits.ts";
export const MEDIA_KINDS = ["photo", "voice"] as const;
/** Who may see a picture or hear a voice: everybody, the village's people, only who made it. */
export const MEDIA_AUDIENCES = ["public", "village", "mine"] as const;
export type MediaAudience = (typeof MEDIA_AUDIENCES)[number];

/** A picture or a voice note of a thing. Its id is made on the phone; the thing is saved at once, the bytes follow through platform/media. */
export const MediaRef = z.strictObject({ id: Id, kind: z.enum(MEDIA_KINDS) });
export type MediaRef = z.infer<typeof MediaRef>;

const most = (refs: readonly MediaRef[], kind: MediaRef["kind"], max: number): boolean => refs.filter((each) => each.kind === kind).length <= max;

/** What a thing carries: at most nine photos and one voice note, each once. Left out: nothing. */
export const MediaRefs = z.array(MediaRef).max(MEDIA_LIMITS.photos + MEDIA_LIMITS.voices)
  .refine((refs) => most(refs, "photo", MEDIA_LIMITS.photos) && most(refs, "voice", MEDIA_LIMITS.voices), { error: "too-many" })
  .refine((refs) => new Set(refs.map(({ id }) => id)).size === refs.length, { error: "twice" })
  .default([]);
export type MediaRefs = z.infer<typeof MediaRefs>;

/**
 * What somebody says: written, spoken, or both. A voice note counts as text: whoever may write here may speak, whoever may read may listen.
 * In a larger body use the two fields themselves: `words` optional, `media` as MediaRefs, and `saysSomething`.
 * @example answer: z.strictObject({ said: spoken(500) })
 */
export const spoken = (max: number) =>
  z.strictObject({ words: text(max).optional(), voice: Id.optional() }).refine((said) => said.words !== undefined || said.voice !== undefined, { path: ["words"], error: "required" });
export const Spoken = spoken(2000);
export type Spoken = z.infer<typeof Spoken>;

/** Whether a body holds words or a voice: for bodies whose words may be left out because somebody spoke instead. */
export const saysSomething = (said: { readonly words?: string | undefined; readonly media: MediaRefs }): boolean =>
  (said.words ?? "") !== "" || said.media.some(({ kind }) => kind === "voice");

/** A route's answer that is bytes: a picture, a voice. */
export const BytesAnswer = z.object({ type: z.string(), base64: z.string() });
export type BytesAnswer = z.infer<typeof BytesAnswer>;
