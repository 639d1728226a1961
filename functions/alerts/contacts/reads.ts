import { put, type Stored, type Table, type Write } from "../../core/implement.ts";
import { linesFor } from "./rules.ts";
import { Contact, Phone, type ContactEntry } from "./rows.ts";

export { behindWrites } from "./book.ts";
export { Contact, Phone } from "./rows.ts";
export type { ContactEntry } from "./rows.ts";

/** A household's contact book; null where there is none. */
export const contactsOf = (table: Table, household: string): Promise<Stored<Contact> | null> => table.get(Contact, household);

/** The books of up to 100 households, in the order asked. */
export const contactsOfMany = (table: Table, households: readonly string[]): Promise<(Stored<Contact> | null)[]> => table.many(Contact, households);

/**
 * The numbers to try, in their turn, each once: never a dead one, and one that said STOP only in mortal danger.
 * @param mortalDanger whether what is sent is about life and death
 */
export const phonesOf = (contact: Pick<Contact, "entries"> | null, mortalDanger: boolean): ContactEntry[] =>
  linesFor(contact?.entries ?? [], mortalDanger).filter((each, i, all) => all.findIndex((other) => other.phone === each.phone) === i);

/** Who stands behind a number, over all villages. @param hash `given.hash` of its E.164 form */
export const peopleBehind = async (region: Table, hash: string): Promise<Phone["people"]> => (await region.get(Phone, hash))?.people ?? [];

const mark = (contact: Stored<Contact>, phone: string, facts: Partial<ContactEntry>): Write[] => {
  if (!contact.entries.some((each) => each.phone === phone)) return [];
  const { version, ...book } = contact;
  return [put(Contact, { ...book, entries: book.entries.map((each) => (each.phone === phone ? { ...each, ...facts } : each)) }, { version })];
};
/** What to write when a message to that number arrived: it is alive. */
export const successWrites = (contact: Stored<Contact>, phone: string, now: Date): Write[] => mark(contact, phone, { dead: false, lastSuccess: now.toISOString() });
/** What to write when a carrier called that number invalid: somebody visits the household. */
export const deadWrites = (contact: Stored<Contact>, phone: string): Write[] => mark(contact, phone, { dead: true });
/** What to write when that number said STOP (mortal danger only from now on), or asked for everything again. */
export const stopWrites = (contact: Stored<Contact>, phone: string, stopped: boolean): Write[] => mark(contact, phone, { stopped });
