import { MEDIA_LIMITS, type MediaAudience } from "../../../shared/contract/media.ts";
import { PHOTO_TYPES, VOICE_TYPES, type NewMedia } from "../../../shared/platform/media/media.ts";

const [HOUR, DAY] = [3_600_000, 86_400_000];
/** A ticket is good this long: a slow phone brings one megabyte in it at 4 kB a second. */
export const TICKET_LASTS = 5 * 60_000;
/** Asked for and never brought, or brought and never named: cleared after this. */
export const ORPHAN_AFTER = 24 * HOUR;
/** How often what is used is asked for again. */
export const LOOK_AGAIN = 30 * DAY;

const isOf = (types: readonly string[], type: string): boolean => types.includes(type);

/** Why a phone may not bring this; null: it may. A small copy is judged like the picture. */
export const refusalFor = (media: Pick<NewMedia, "kind" | "type" | "bytes" | "thumb">): "wrong-media-type" | "too-heavy" | null => {
  const photo = media.kind === "photo";
  if (!isOf(photo ? PHOTO_TYPES : VOICE_TYPES, media.type) || (media.thumb && !isOf(PHOTO_TYPES, media.thumb.type))) return "wrong-media-type";
  if (media.bytes > (photo ? MEDIA_LIMITS.photoBytes : MEDIA_LIMITS.voiceBytes) || (media.thumb && media.thumb.bytes > MEDIA_LIMITS.thumbBytes)) return "too-heavy";
  return null;
};

/** Whether somebody may see or hear it; a village's people are its members and whoever holds an office over it. */
export const mayKnow = (media: { readonly audience: MediaAudience; readonly owner: string }, reader: { readonly person: string | null; readonly member: unknown; readonly holds: readonly string[] }): boolean =>
  media.audience === "public" || (reader.person !== null && media.owner === reader.person)
  || (media.audience === "village" && (reader.member !== null || reader.holds.some((each) => each !== "operator")));

/** Whether somebody may write down, or change, what a voice says: anybody who hears it while nobody has; then who wrote it, who spoke, or an office. */
export const mayWrite = (media: { readonly owner: string; readonly transcript: { readonly person: string } | null }, person: string, holds: readonly string[]): boolean =>
  media.transcript === null || media.transcript.person === person || media.owner === person || holds.some((each) => each.startsWith("office:"));
