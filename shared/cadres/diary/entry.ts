import * as z from "zod";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { MediaRef, MediaRefs, saysSomething } from "../../contract/media.ts";
import { Body, Title } from "../../contract/text.ts";

export const ENTRY_STATES = ["draft", "published", "corrected", "archived", "removed", "dropped"] as const;
/** So often an entry is corrected; then a new one is written. */
export const MOST_VERSIONS = 20;

/** A thing of the village an entry speaks of: a letter, a notice, a project, by the page that shows it. */
export const Link = z.string().regex(/^(cadres|affairs|services|market|circle|alerts)\/[a-z-]+\/[0-9A-HJKMNP-TV-Z]{26}$/);
const written = { title: z.union([z.literal(""), Title]).default(""), /** May be empty where a recording says it. */ words: z.union([z.literal(""), Body]).default(""), media: MediaRefs, links: z.array(Link).max(5).default([]) };
/** What an entry says after it was corrected. */
export const Correction = z.strictObject(written).refine(saysSomething, { path: ["words"], error: "required" });
/** An entry as it is written: the day it tells of, words or a recording. */
export const NewEntry = z.strictObject({ day: Day, ...written, /** Read by all at once; left out: a draft. */ publish: z.boolean().default(false) }).refine(saysSomething, { path: ["words"], error: "required" });

const Said = z.object({ title: z.string(), words: z.string(), media: z.array(MediaRef), at: Instant });
export const EntryView = z.object({
  id: Id, state: z.enum(ENTRY_STATES), day: Day, /** Written after the day it tells of (补记). */ late: z.boolean(), title: z.string(), words: z.string(), media: z.array(MediaRef), links: z.array(z.string()),
  by: z.string(), /** The post it was written in. */ office: z.string(), at: Instant, correctedAt: Instant.nullable(),
  /** What it said before, the oldest first. */
  versions: z.array(Said), /** As it is read out, over the loudspeaker too. */ readAloud: z.string(), /** Why it was taken away. */ reason: z.string().nullable(),
});
/** The same for those who write and for the supervisors. */
export const OwnEntry = EntryView.extend({ mine: z.boolean(), version: z.number().int() });
