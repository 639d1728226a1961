import * as z from "zod";
import { AreaCode, Id, Instant } from "../../shared/contract/ids.ts";
import { LANGUAGES } from "../../shared/contract/language.ts";
import { ERASED, NO_NAME, row, scrub } from "./rows.ts";

/** Who holds an office, by office name; the people who held it and no longer do stand apart, so that they are told so (403). */
export const Offices = z.record(z.string(), z.array(Id));

/** A village: the row every request reads. Changed by platform/villages and platform/offices. */
export const Village = row("VILLAGE", () => z.object({
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
export const Member = row("MEMBER", () => z.object({
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
}), { id: (m) => m.person, person: (m) => m.person, erase: (m, who) => (m.person === who.person ? null : m) });
export type Member = z.infer<typeof Member.schema>;

/** A person of the region, over all villages: the devices that may speak for them. Changed by platform/sign-in. */
export const Person = row("PERSON", () => z.object({
  id: Id,
  /** How their own phone and the list of offices name them; a village's roll has its own. */
  name: z.string().optional(),
  language: z.enum(LANGUAGES).default("zh"),
  /** The village that opens first; null for officers who live elsewhere. */
  village: AreaCode.nullable().default(null),
  /** Remembered devices: when each was let in, and the family of its refresh tokens. */
  devices: z.record(z.string(), z.object({
    since: Instant, family: z.string(), label: z.string().default(""),
    /** The mark of the number it came in with: parting number and person signs these phones out. */
    number: z.string().optional(),
    /** Phones that have not yet been told that this one was let in. */
    untold: z.array(z.string()).optional(),
  })).default({}),
  /** Has been signed in at least once: from then on a phone not known asks who it is before it opens anything. */
  used: z.boolean().optional(),
}), {
  id: (p) => p.id, at: "region", carry: "person", carried: (p) => ({ ...p, devices: {} }),
  erase: (p, who) => (p.id === who.person ? null : p), eraseAt: (who) => [who.person],
});
export type Person = z.infer<typeof Person.schema>;

/** A county: its offices and its townships'. Changed by platform/offices. */
export const County = row("COUNTY", () => z.object({
  id: AreaCode,
  names: z.record(z.string(), z.string()),
  offices: Offices.default({}),
  ended: Offices.default({}),
  townships: z.record(z.string(), z.object({ names: z.record(z.string(), z.string()), offices: Offices.default({}) })).default({}),
}), { id: () => "", at: "area" });
export type County = z.infer<typeof County.schema>;

/** The region itself: who operates it. */
export const Region = row("REGION", () => z.object({
  name: z.string(),
  operators: z.array(Id).default([]),
  counties: z.array(AreaCode).default([]),
  /** The last real drill, for "not drilled for 35 days". */
  drilledAt: Instant.nullable().default(null),
}), { id: () => "", at: "region" });
export type Region = z.infer<typeof Region.schema>;

/** Three years: longer than the term of whoever looked. */
const KEEP_LOOKS = 1095 * 86_400_000;
/**
 * Somebody in an office saw a household's personal data; the household reads these. Written with `look(…)` in the same change as the answer
 * that showed them, by whichever feature shows them.
 */
export const Look = row("LOOK", () => z.object({
  id: Id, household: Id, at: Instant,
  /** Who looked, under which office ("office:secretary"), and the name their village knows them by. */
  person: Id, office: z.string(), name: z.string(),
  /** What for, as a code (warning, care, …); `note` is a sentence of the one who looked. */
  purpose: z.string(), note: z.string().default(""),
  /** What was seen, as a code: file, sensitive, phones, sheet, names. Older rows are of the record. */
  what: z.string().default("file"),
}), {
  id: (look) => `${look.household}#${look.id}`,
  expires: (look) => new Date(Date.parse(look.at) + KEEP_LOOKS).toISOString(),
  erase: (look, who) => (look.person === who.person ? { ...look, name: NO_NAME, note: look.note && ERASED } : { ...look, note: scrub(look.note, who) }),
});
export type Look = z.infer<typeof Look.schema>;

/**
 * Somebody may act for another, in these features, until that day. Read with every request that says "for her"; written by services/proxies
 * alone. `says` is how the one who acts is called, as the consent says it.
 */
export const Proxy = row("PROXY", () => z.object({
  elder: Id, proxy: Id, consent: Id, scopes: z.array(z.string()), says: z.string(), since: Instant, until: Instant, ended: z.boolean().default(false),
}), {
  id: (each) => `${each.elder}#${each.proxy}`, person: (each) => each.proxy, carry: "never",
  erase: (each, who) => (each.elder === who.person ? null : each.proxy === who.person ? { ...each, says: NO_NAME, ended: true } : each),
});
export type Proxy = z.infer<typeof Proxy.schema>;

/** One thing done for another: which feature's route, when. Written by core beside the change itself; the one it was done for reads these. */
export const Acted = row("ACTED", () => z.object({ id: Id, elder: Id, proxy: Id, feature: z.string(), route: z.string(), at: Instant }), { id: (each) => `${each.elder}#${each.id}` });
export type Acted = z.infer<typeof Acted.schema>;

/** A household card shown on somebody's phone for one matter: no longer than a quarter of an hour. Written by platform/sign-in alone. */
export const CardIn = row("CARDIN", () => z.object({
  id: Id, card: Id, person: Id, device: z.string(),
  /** Who was signed in on that phone. */
  helper: Id.nullable(),
  since: Instant, until: Instant, ended: z.boolean().default(false),
}), { id: (each) => each.id, expires: (each) => new Date(Date.parse(each.until) + 86_400_000).toISOString(), carry: "never" });
export type CardIn = z.infer<typeof CardIn.schema>;

/** A key by which another system asks for a village's post. Written by platform/open-interfaces alone; the key itself is kept nowhere. */
export const ApiKey = row("APIKEY", () => z.object({
  id: Id, mark: z.string(),
  /** What it is for, in the words of who made it; for which post. */
  name: z.string(), office: z.string(),
  /** Features it may ask. */
  scopes: z.array(z.string()), perDay: z.number().int(), by: Id, at: Instant, until: Instant, ended: Instant.nullable(),
}), { id: (key) => key.id, carry: "never", erase: (key, who) => ({ ...key, name: scrub(key.name, who) }) });
export type ApiKey = z.infer<typeof ApiKey.schema>;

const KEEP_CALLS = 30 * 86_400_000;
/** One call by a key: which route, when. Written by core beside the answer, never with what was answered. */
export const ApiCall = row("APICALL", () => z.object({ id: Id, key: Id, feature: z.string(), route: z.string(), at: Instant }), {
  id: (each) => `${each.key}#${each.id}`, expires: (each) => new Date(Date.parse(each.at) + KEEP_CALLS).toISOString(), carry: "never",
});
/** How often a key asked on one day. Only ever added to. */
export const ApiUse = row("APIUSE", () => z.object({ calls: z.number().default(0) }), { id: () => { throw new Error("a count's id is its key and day"); }, carry: "never" });
