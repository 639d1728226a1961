import * as z from "zod";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { Body, Name, text } from "../../contract/text.ts";
import { ASKS, COLOURS, HAZARDS } from "./hazards.ts";

export const STATUSES = ["Actual", "Exercise", "Test"] as const;

/** What part of a village a warning means: all of it, some groups, or the houses with a hazard mark. */
export const VillagePart = z.strictObject({
  village: AreaCode,
  groups: z.array(z.string().min(1).max(20)).max(60).optional(),
  /** A hazard mark of houses: "river", "slope", "dam". */
  mark: z.string().max(20).optional(),
});
export type VillagePart = z.infer<typeof VillagePart>;

/** Where a relayed warning comes from; its own text stays one tap away. */
export const Source = z.strictObject({ issuer: Name, issuedAt: Instant, text: text(8000).optional(), cap: Id.optional(), observed: z.boolean().default(false) });

/** The words of one language: `what` is the screen's sentence, the rest follows from templates unless written by hand. */
export const Texts = z.strictObject({ headline: text(200), what: text(200), sms: text(500), speaker: text(1000), group: text(1000) });
export type Texts = z.infer<typeof Texts>;

const both = <T extends z.ZodType>(each: T) => z.strictObject({ zh: each, en: each });

/** What a duty officer fills in. Form never stops a warning: only no area, nothing to do, already over do. */
export const NewWarning = z.strictObject({
  kind: z.enum(["relay", "order"]),
  status: z.enum(STATUSES).default("Actual"),
  hazard: z.enum(HAZARDS),
  colour: z.enum(COLOURS),
  ask: z.enum(ASKS).optional(),
  parts: z.array(VillagePart).max(500).default([]),
  /** Where to go ("the village school"), who ("groups 1–3 by the river"). */
  place: both(z.string().trim().max(40)).optional(),
  who: both(z.string().trim().max(40)).optional(),
  onset: Instant.optional(),
  expires: Instant.optional(),
  source: Source.optional(),
  note: Body.optional(),
  texts: z.strictObject({ zh: Texts.partial().optional(), en: Texts.partial().optional() }).default({}),
  /** The running warning this one updates. */
  replaces: Id.optional(),
});
export type NewWarning = z.infer<typeof NewWarning>;

/** Sentences beside the button; none of them stops a warning. */
export const CONCERNS = ["no-expiry", "long-life", "long-headline", "extra-parts", "no-second-person", "no-place", "not-announced-drill", "colour-changed"] as const;

export const STATES = ["draft", "waiting", "issued", "ended", "cleared", "cancelled", "replaced", "lapsed", "dropped"] as const;
/** Who may know a warning that is still a draft: offices. Everyone may know an issued one. */
export const PUBLIC_STATES = ["issued", "ended", "cleared", "cancelled", "replaced", "lapsed"] as const;

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() });

/** A warning as offices see it. */
export const WarningView = z.object({
  id: Id, state: z.enum(STATES), version: z.number(),
  kind: z.enum(["relay", "order"]), status: z.enum(STATUSES), hazard: z.enum(HAZARDS), colour: z.enum(COLOURS), ask: z.enum(ASKS),
  parts: z.array(VillagePart), place: both(z.string()).nullable(), who: both(z.string()).nullable(), onset: Instant.nullable(), expires: Instant.nullable(),
  source: Source.nullable(), note: z.string().nullable(), texts: both(Texts), replaces: Id.nullable(), replacedBy: Id.nullable(),
  drafter: z.string(), waitsUntil: Instant.nullable(), issuedAt: Instant.nullable(),
  /** Went out with one person's word only: said in public. */
  single: z.boolean(), paused: z.boolean(), concerns: z.array(z.enum(CONCERNS)), reason: z.string().nullable(), clearWords: z.string().nullable(),
  /** Codes of what was noticed when it came in from another system: sentences stand in alerts/cap. */
  problems: z.array(z.string()),
  /** For one named reason each, when it ended incomplete. */
  openReasons: z.array(z.object({ village: AreaCode, household: Id, reason: z.string() })), history: z.array(Step),
});
export type WarningView = z.infer<typeof WarningView>;

/** A warning as a village's page shows it to everybody. */
export const PublicWarning = z.object({
  id: Id, state: z.enum(PUBLIC_STATES), status: z.enum(STATUSES), kind: z.enum(["relay", "order"]), hazard: z.enum(HAZARDS), colour: z.enum(COLOURS), ask: z.enum(ASKS),
  groups: z.array(z.string()).nullable(), texts: both(Texts), place: both(z.string()).nullable(), source: Source.nullable(), issuedAt: Instant, expires: Instant.nullable(), overAt: Instant.nullable(), how: z.string().nullable(), reason: z.string().nullable(), clearWords: z.string().nullable(), single: z.boolean(),
});
export type PublicWarning = z.infer<typeof PublicWarning>;
