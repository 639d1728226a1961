import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef, MediaRefs } from "../../contract/media.ts";
import { Body, text, Title } from "../../contract/text.ts";

export const KINDS = ["photo", "story", "place"] as const;
export const MEMORY_STATES = ["given", "held", "described", "shown", "withdrawn"] as const;
export const AUDIENCES = ["village", "public"] as const;
/** Whose private life it tells of: nobody's, the giver's own, of somebody who has died, of somebody living. */
export const ABOUT = ["nobody", "self", "passed", "living"] as const;

/** What is given: a picture to be recognised, a story told aloud or written, a place and why it is called so. */
export const NewMemory = z.strictObject({
  kind: z.enum(KINDS), title: Title, words: z.union([z.literal(""), Body]).default(""), media: MediaRefs, year: z.number().int().min(1800).max(2100).optional(),
  /** For whom its pictures and voices are brought: what is brought for the village alone is not shown to guests later. */
  audience: z.enum(AUDIENCES).default("village"), about: z.enum(ABOUT), /** The living person agreed, and how. */ consent: text(200).optional(),
}).superRefine(({ kind, words, media }, context) => {
  const needs = kind === "photo" ? !media.some((each) => each.kind === "photo") : words === "" && !media.some((each) => each.kind === "voice");
  if (needs) context.addIssue({ code: "custom", path: [kind === "photo" ? "media" : "words"], message: "required" });
});
export type NewMemory = z.infer<typeof NewMemory>;

const Part = z.object({ id: Id, name: z.string(), words: z.string(), media: z.array(MediaRef), at: Instant });
export const MemoryView = z.object({
  id: Id, state: z.enum(MEMORY_STATES), kind: z.enum(KINDS), title: z.string(), words: z.string(), media: z.array(MediaRef), year: z.number().int().nullable(), about: z.enum(ABOUT), audience: z.enum(AUDIENCES), /** For whom pictures and voices were brought. */ brought: z.enum(AUDIENCES),
  /** Masked for whoever is not of the village. */
  name: z.string(), at: Instant, mine: z.boolean(), version: z.number().int(),
  /** Who or what it is, as neighbours say. */
  parts: z.array(Part),
});
