import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRefs, saysSomething } from "../../contract/media.ts";
import { Name, text } from "../../contract/text.ts";

export const KINDS = ["person", "animal", "thing"] as const;
export const AGES = ["child", "adult", "elder"] as const;
export const STATES = ["held", "open", "seen", "found", "closed", "refused"] as const;

/** What is needed to go and look; who speaks it needs to write nothing. */
export const NewLost = z.strictObject({
  kind: z.enum(KINDS),
  /** A missing person: a child, somebody grown, somebody old or confused. */
  age: z.enum(AGES).optional(),
  /** The name, or what it is. */
  what: Name.optional(),
  words: text(500).optional(), media: MediaRefs,
  lastPlace: text(100).optional(), lastAt: Instant.optional(),
  /** Groups near that place; left out: the reporter's own. */
  groups: z.array(z.string().trim().min(1).max(20)).max(12).default([]),
}).refine((lost) => lost.what !== undefined || saysSomething({ media: lost.media }), { path: ["what"], error: "required" })
  .refine((lost) => lost.kind !== "person" || lost.age !== undefined, { path: ["age"], error: "required" });

/** Where somebody thinks to have seen it. */
export const NewSighting = z.strictObject({ place: text(100).optional(), words: text(300).optional(), media: MediaRefs, at: Instant.optional() })
  .refine((sighting) => sighting.place !== undefined || saysSomething({ media: sighting.media }), { path: ["place"], error: "required" });

export const Sighting = z.object({ id: Id, place: z.string(), words: z.string(), media: MediaRefs, at: Instant, name: z.string() });
export const LostView = z.object({
  id: Id, kind: z.enum(KINDS), age: z.enum(AGES).nullable(), what: z.string(), words: z.string(), media: MediaRefs, lastPlace: z.string(), lastAt: Instant.nullable(), at: Instant,
  /** Who looks for it. */
  by: z.string(), mine: z.boolean(), state: z.enum(STATES),
  /** Which office has confirmed it, and when; null: not yet confirmed, and up all the same. */
  confirmed: z.object({ office: z.string(), at: Instant }).nullable(),
  /** Those this reader may see: of a grown person only cadres and the police see them, and everybody their own. */
  sightings: z.array(Sighting), seen: z.number().int(), sightingsHidden: z.boolean(),
  reason: z.string().nullable(), version: z.number().int(),
});
