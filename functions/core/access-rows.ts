import * as z from "zod";
import { AreaCode, Id, Instant } from "../../shared/contract/ids.ts";
import { LANGUAGES } from "../../shared/contract/language.ts";
import { row } from "./rows.ts";

/** Who holds an office, by office name; the people who held it and no longer do stand apart, so that they are told so (403). */
export const Offices = z.record(z.string(), z.array(Id));

/** A village: the row every request reads. Changed by platform/villages and platform/offices. */
export const Village = row("VILLAGE", z.object({
  id: AreaCode,
  names: z.record(z.string(), z.string()),
  /** Residents on the roll. */
  residents: z.number().int().default(0),
  households: z.number().int().default(0),
  offices: Offices.default({}),
  ended: Offices.default({}),
  /** Chosen settings, keyed "<section>/<feature>.<setting>". */
  settings: z.record(z.string(), z.unknown()).default({}),
  /** Features switched off here. */
  off: z.array(z.string()).default([]),
  doors: z.array(z.string()).default([]),
  openedAt: Instant,
}), { id: () => "", area: true });
export type Village = z.infer<typeof Village.schema>;

/** One person's place in one village. Changed by circle/members. */
export const Member = row("MEMBER", z.object({
  person: Id,
  name: z.string(),
  /** claimed → vouched → verified → moved | ended; a paper member is verified and has no phone. */
  state: z.enum(["claimed", "vouched", "verified", "moved", "ended"]),
  paper: z.boolean().default(false),
  household: Id.nullable(),
  /** Villagers' group. */
  group: z.string().default(""),
  /** Born in, for who is old or a child; never a full date. */
  bornIn: z.number().int().nullable().default(null),
  /** Sleeps in the house: counted when a warning says "leave". */
  sleepsHere: z.boolean().default(true),
  head: z.boolean().default(false),
  /** Codes of what makes a person vulnerable: alone, bed-bound, child, deaf, blind, cannot-read, no-phone, pregnant, chronic. */
  vulnerable: z.array(z.string()).default([]),
  since: Instant,
}), { id: (m) => m.person, person: (m) => m.person });
export type Member = z.infer<typeof Member.schema>;

/** A person of the region, over all villages: the devices that may speak for them. Changed by platform/sign-in. */
export const Person = row("PERSON", z.object({
  id: Id,
  /** How their own phone and the list of offices name them; a village's roll has its own. */
  name: z.string().optional(),
  language: z.enum(LANGUAGES).default("zh"),
  /** The village that opens first; null for officers who live elsewhere. */
  village: AreaCode.nullable().default(null),
  /** Remembered devices: when each was let in, and the family of its refresh tokens. */
  devices: z.record(z.string(), z.object({ since: Instant, family: z.string(), label: z.string().default("") })).default({}),
}), { id: (p) => p.id, at: "region" });
export type Person = z.infer<typeof Person.schema>;

/** A county: its offices and its townships'. Changed by platform/offices. */
export const County = row("COUNTY", z.object({
  id: AreaCode,
  names: z.record(z.string(), z.string()),
  offices: Offices.default({}),
  ended: Offices.default({}),
  townships: z.record(z.string(), z.object({ names: z.record(z.string(), z.string()), offices: Offices.default({}) })).default({}),
}), { id: () => "", at: "area" });
export type County = z.infer<typeof County.schema>;

/** The region itself: who operates it. */
export const Region = row("REGION", z.object({
  name: z.string(),
  operators: z.array(Id).default([]),
  counties: z.array(AreaCode).default([]),
  /** The last real drill, for "not drilled for 35 days". */
  drilledAt: Instant.nullable().default(null),
}), { id: () => "", at: "region" });
export type Region = z.infer<typeof Region.schema>;
