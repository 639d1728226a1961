import * as z from "zod";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { MediaRefs } from "../../contract/media.ts";
import { HAZARDS } from "../households/household.ts";

/** What a house stands in the way of; a warning may mean the houses with one of these marks. */
export { HAZARDS as MARKS, PURPOSES } from "../households/household.ts";
export const STATES = ["ok", "watch", "unsafe", "do-not-live-in", "repaired"] as const;
export type HouseState = (typeof STATES)[number];
export const STRUCTURES = ["earth", "timber", "stone", "brick-timber", "brick", "concrete", "other"] as const;
export const TOILETS = ["flush", "septic", "dry", "shared", "none"] as const;
/** What an inspector found: A sound, B small faults, C parts are dangerous, D all of it is. */
export const GRADES = ["A", "B", "C", "D"] as const;
export type Grade = (typeof GRADES)[number];
export const DAMAGES = ["crack", "roof", "wall", "water", "slope", "fire", "wind", "other"] as const;
/** What should make an office look: nobody belongs to the house and nobody found it empty; people sleep where nobody should. */
export const FLAGS = ["no-household", "people-in-danger", "no-grade"] as const;
export type Flag = (typeof FLAGS)[number];

/** The most damages a file keeps; the oldest leave first. */
export const MOST_DAMAGES = 40;

export const Inspection = z.object({ grade: z.enum(GRADES), inspector: z.string(), on: Day, note: z.string().default("") });
export type Inspection = z.infer<typeof Inspection>;
export const Damage = z.object({ id: Id, what: z.enum(DAMAGES), on: Day, note: z.string().default(""), media: MediaRefs });
export type Damage = z.infer<typeof Damage>;

/** A house as kept: one file a door. A household's house has the household's own id. */
export const houseFacts = () => z.object({
  id: Id,
  no: z.string(),
  group: z.string(),
  order: z.number().int().default(0),
  structure: z.enum(STRUCTURES).nullable().default(null),
  storeys: z.number().int().nullable().default(null),
  builtIn: z.number().int().nullable().default(null),
  toilet: z.enum(TOILETS).nullable().default(null),
  marks: z.array(z.enum(HAZARDS)).default([]),
  media: MediaRefs,
  inspection: Inspection.nullable().default(null),
  repairedOn: Day.nullable().default(null),
  damages: z.array(Damage).default([]),
  /** When somebody stood before the door of a house without a household and found nobody. */
  emptyOn: Instant.nullable().default(null),
  state: z.enum(STATES),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
});
export type HouseFacts = z.infer<ReturnType<typeof houseFacts>>;
