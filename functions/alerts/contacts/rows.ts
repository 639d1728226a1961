import * as z from "zod";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import { row } from "../../core/implement.ts";

/** One number of one person, in the turn it is tried. */
export const ContactEntry = z.object({
  person: Id,
  /** E.164. */
  phone: z.string(),
  order: z.number().int(),
  language: z.enum(LANGUAGES).default("zh"),
  canRead: z.boolean().default(true),
  hearsBadly: z.boolean().default(false),
  /** Mortal danger only. */
  stopped: z.boolean().default(false),
  /** A carrier said that nothing arrives. */
  dead: z.boolean().default(false),
  lastSuccess: Instant.nullable().default(null),
});
export type ContactEntry = z.infer<typeof ContactEntry>;

/** A household's contact book. */
export const Contact = row("CONTACT", () => z.object({
  household: Id,
  entries: z.array(ContactEntry).default([]),
  /** When the household, or a cadre at its door, last said that it is right. */
  checked: Instant.nullable().default(null),
  /** Hashes of person and number that people took out: no list brings them back. */
  left: z.array(z.string()).default([]),
}), {
  id: (contact) => contact.household, carried: (contact) => ({ ...contact, left: [] }),
  erase: (contact, who) => ({ ...contact, entries: contact.entries.filter((each) => each.person !== who.person) }),
});
export type Contact = z.infer<typeof Contact.schema>;

/** Who stands behind a number, over all villages; the number itself is only here as a keyed hash. */
export const Phone = row("PHONE", () => z.object({
  hash: z.string(),
  people: z.array(z.object({ person: Id, village: AreaCode, household: Id })).default([]),
}), {
  id: (phone) => phone.hash, at: "region", eraseAt: (who) => who.hashes,
  erase: (phone, who) => { const people = phone.people.filter((each) => each.person !== who.person); return people.length > 0 ? { ...phone, people } : null; },
});
export type Phone = z.infer<typeof Phone.schema>;
