import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef, MediaRefs, type MediaRefs as Refs } from "../../contract/media.ts";
import { text } from "../../contract/text.ts";

export const POST_STATES = ["published", "edited", "removed"] as const;
export const AUDIENCES = ["village", "public"] as const;
const said = { words: z.union([z.literal(""), text(1000)]).default(""), media: MediaRefs };
const saysSomething = ({ words, media }: { readonly words: string; readonly media: Refs }): boolean => words !== "" || media.length > 0;

/** Words, a voice, at most nine photos: one of them at least. */
export const NewPost = z.strictObject({ ...said, /** The village alone, or guests too. */ audience: z.enum(AUDIENCES).default("village") }).refine(saysSomething, { path: ["words"], error: "required" });
/** What it says from now on. Who may see it stays: its pictures went to them. */
export const EditedPost = z.strictObject(said).refine(saysSomething, { path: ["words"], error: "required" });

export const PostView = z.object({
  id: Id, state: z.enum(POST_STATES), words: z.string(), media: z.array(MediaRef), audience: z.enum(AUDIENCES),
  /** Masked for whoever is not of the village. */
  name: z.string(), office: z.string().nullable(), at: Instant, editedAt: Instant.nullable(), mine: z.boolean(), reason: z.string().nullable(), version: z.number().int(),
});
