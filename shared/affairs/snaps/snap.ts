import * as z from "zod";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { MediaRefs } from "../../contract/media.ts";
import { PROFILES } from "../../contract/profile.ts";
import { text } from "../../contract/text.ts";

export const SNAP_STATES = ["received", "accepted", "in-hand", "fixed", "confirmed", "reopened", "passed", "escalated", "joined"] as const;
/** The county's departments of every kind of village, to which a report is passed that is not the village's. */
export const DEPARTMENTS = [...new Set(Object.values(PROFILES).flatMap(({ departments }) => Object.keys(departments)))];

/** A place in words, by a house or on the map; words, a voice. No place and no words is no report; no map is fine. */
export const NewSnap = z.strictObject({
  words: text(500).optional(), place: text(60).optional(), house: text(20).optional(), spot: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).optional(),
  media: MediaRefs, showName: z.boolean().default(false),
}).refine((said) => said.words !== undefined || said.place !== undefined || said.house !== undefined || said.spot !== undefined || said.media.some(({ kind }) => kind === "voice"), { path: ["words"], error: "required" });
export const Proof = z.strictObject({ words: text(500).optional(), media: MediaRefs });

/** A report as everybody reads it; a name only where the reporter wished it. */
export const SnapLine = z.object({
  id: Id, state: z.enum(SNAP_STATES), words: z.string(), place: z.string(), house: z.string(), spot: z.object({ lat: z.number(), lng: z.number() }).nullable(), media: MediaRefs, name: z.string(), at: Instant,
  promised: Day.nullable(), department: z.string().nullable(), departmentHeld: z.boolean(), fixed: z.object({ words: z.string(), media: MediaRefs, at: Instant }).nullable(), followers: z.number().int(), joinedTo: Id.nullable(), reason: z.string().nullable(), version: z.number().int(),
});
export const SnapView = SnapLine.extend({ mine: z.boolean(), following: z.boolean() });
export const PromiseDay = z.strictObject({ day: Day });
