import * as z from "zod";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { ASKS, COLOURS, HAZARDS } from "../../../shared/alerts/warnings/hazards.ts";
import { CONCERNS, Source, STATUSES, Texts, VillagePart } from "../../../shared/alerts/warnings/warning.ts";
import { row } from "../../core/implement.ts";

const both = <T extends z.ZodType>(each: T) => z.object({ zh: each, en: each });
const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() });

/** A warning of a county. Texts hold {village} where the village's name goes. */
export const Warning = row("WARN", () => z.object({
  id: Id, state: z.string(), history: z.array(Step),
  kind: z.enum(["relay", "order"]), status: z.enum(STATUSES), hazard: z.enum(HAZARDS), colour: z.enum(COLOURS), ask: z.enum(ASKS),
  parts: z.array(VillagePart), place: both(z.string()).nullable(), who: both(z.string()).nullable(), onset: Instant.nullable(), expires: Instant.nullable(),
  source: Source.nullable(), note: z.string().nullable(), texts: both(Texts), templateVersion: z.number(), replaces: Id.nullable(), replacedBy: Id.nullable(),
  drafter: z.string(), waitsUntil: Instant.nullable(), issuedAt: Instant.nullable(), single: z.boolean(), paused: z.boolean(),
  concerns: z.array(z.enum(CONCERNS)), reason: z.string().nullable(), problems: z.array(z.string()).default([]), clearWords: z.string().nullable().default(null),
  openReasons: z.array(z.object({ village: AreaCode, household: Id, reason: z.string() })),
}), { id: (warning) => warning.id, at: "area" });
export type Warning = z.infer<typeof Warning.schema>;

/** A village's own copy, with its name in the texts: what its page, its sender and its roll read. */
export const Alert = row("ALERT", () => z.object({
  id: Id, state: z.string(), status: z.enum(STATUSES), kind: z.enum(["relay", "order"]), hazard: z.enum(HAZARDS), colour: z.enum(COLOURS), ask: z.enum(ASKS),
  groups: z.array(z.string()).nullable(), mark: z.string().nullable(), texts: both(Texts), place: both(z.string()).nullable(), source: Source.nullable(),
  issuedAt: Instant, expires: Instant.nullable(), overAt: Instant.nullable(), how: z.string().nullable(), reason: z.string().nullable(), clearWords: z.string().nullable().default(null), single: z.boolean(), replaces: Id.nullable(), drafter: z.string(),
}), { id: (alert) => alert.id });
export type Alert = z.infer<typeof Alert.schema>;

/** "Below the dam": a choice of village parts kept for the next time. */
export const SavedArea = row("SAVED", () => z.object({ id: Id, name: z.string(), parts: z.array(VillagePart) }), { id: (area) => area.id, at: "area" });
