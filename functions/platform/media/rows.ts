import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MEDIA_AUDIENCES, MEDIA_KINDS } from "../../../shared/contract/media.ts";
import { MEDIA_STATES, WHY_ASIDE } from "../../../shared/platform/media/media.ts";
import { NO_NAME, row } from "../../core/implement.ts";

/** A picture or a voice: who brought it, who may see it, what it turned out to be. The bytes lie in the bucket under keys made of its id. */
export const Media = row("MEDIA", () => z.object({
  id: Id, kind: z.enum(MEDIA_KINDS), type: z.string(), bytes: z.number().int(), thumb: z.object({ type: z.string(), bytes: z.number().int() }).nullable(), seconds: z.number().nullable(),
  owner: Id, audience: z.enum(MEDIA_AUDIENCES), feature: z.string(), at: Instant,
  state: z.enum(MEDIA_STATES), why: z.enum(WHY_ASIDE).nullable(),
  /** Of what is kept: bytes after cleaning, SHA-256, and pixels of a picture. */
  size: z.number().int().nullable(), hash: z.string().nullable(), width: z.number().int().nullable(), height: z.number().int().nullable(),
  transcript: z.object({ text: z.string(), person: Id, name: z.string(), at: Instant }).nullable(),
  /** When the keeper asks next whether anything names it. */
  lookAt: Instant,
  /** Where its clean bytes lie: keys made here, of village and id. */
  keys: z.array(z.string()),
}), {
  id: (media) => media.id, person: (media) => media.owner, due: (media) => ({ at: media.lookAt, clock: "look" }), files: (media) => media.keys,
  // What somebody kept to themselves, or said to one post alone, is not in a copy that other posts hold.
  carried: (media) => (media.audience === "mine" ? null : media),
  // A picture is its maker's: it goes with them. What somebody wrote down for another stays, without the name.
  erase: (media, who) => (media.owner === who.person ? null : media.transcript?.person === who.person ? { ...media, transcript: { ...media.transcript, name: NO_NAME } } : media),
});
export type Media = z.infer<typeof Media.schema>;
