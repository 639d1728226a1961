import { maskPhone } from "../../../shared/contract/text.ts";
import { put, readPhone, remove, type Stored, type Table, type Write } from "../../core/implement.ts";
import type { Household } from "../../affairs/households/reads.ts";
import { behindAfter, checkDue, isLookedAt, isMasked, keptNumber, saidTwice, type Behind, type Written } from "./rules.ts";
import { Phone, type Contact, type ContactEntry } from "./rows.ts";

/** What the book needs of a handler's argument. */
export interface Desk { readonly region: Table; readonly hash: (text: string) => Promise<string>; readonly place: { readonly id: string } }
type Entries = readonly Pick<ContactEntry, "person" | "phone">[];
interface Move { readonly household: string; readonly before: Entries; readonly after: Entries }

/** How a number that people took out of a book is remembered. */
export const leftMark = (desk: Desk, person: string, phone: string): Promise<string> => desk.hash(`${person}|${phone}`);

/** The rows behind numbers that stand in books after a change, and which of these numbers more than ten households gave. */
export const behindWrites = async (desk: Desk, moves: readonly Move[]): Promise<{ writes: Write[]; lookedAt: Set<string> }> => {
  const phones = [...new Set(moves.flatMap((move) => [...move.before, ...move.after].map((each) => each.phone)))];
  const hashes = await Promise.all(phones.map((phone) => desk.hash(phone)));
  const rows = await desk.region.many(Phone, hashes);
  const writes: Write[] = [];
  const lookedAt = new Set<string>();
  phones.forEach((phone, i) => {
    const standing = (which: "before" | "after"): Behind[] => moves.flatMap((move) => move[which].filter((each) => each.phone === phone).map((each) => ({ person: each.person, village: desk.place.id, household: move.household })));
    const [known, hash] = [rows[i], hashes[i]!];
    const people = behindAfter(known?.people ?? [], standing("after"), standing("before").filter((each) => !standing("after").some((other) => other.person === each.person && other.household === each.household)));
    if (isLookedAt(people)) lookedAt.add(phone);
    if (JSON.stringify(people) === JSON.stringify(known?.people ?? [])) return;
    writes.push(people.length === 0 && known ? remove(Phone, hash, known.version) : put(Phone, { hash, people }, known ? { version: known.version } : "new"));
  });
  return { writes, lookedAt };
};

/** The written lines with their numbers read, or the first thing wrong with them. */
export const readLines = async (written: readonly Written[], house: Household, before: readonly ContactEntry[], countries: readonly string[]): Promise<{ lines: Written[] } | { field: string; reason: string }> => {
  const lines: Written[] = [];
  for (const [i, each] of written.entries()) {
    if (!house.people.some((person) => person.person === each.person)) return { field: `entries.${i}.person`, reason: "not-of-this-house" };
    const kept = isMasked(each.phone) ? keptNumber(each.phone, before) : null;
    const read = isMasked(each.phone) ? (kept ? { ok: true as const, e164: kept } : { ok: false as const, reason: "not-kept" }) : await readPhone(each.phone, countries);
    if (!read.ok) return { field: `entries.${i}.phone`, reason: read.reason };
    lines.push({ ...each, phone: read.e164 });
  }
  const twice = saidTwice(lines);
  return twice >= 0 ? { field: `entries.${twice}.phone`, reason: "twice" } : { lines };
};

/** A book as shown: numbers whole to the household, masked to everyone else. */
export const showBook = (contact: Contact & { version: number }, house: Household, lookedAt: ReadonlySet<string>, now: Date, every: number, shown: "whole" | "masked") => ({
  household: contact.household, checked: contact.checked, checkDue: checkDue(contact.checked, now, every), version: contact.version,
  entries: contact.entries.map((each) => ({
    ...each, phone: shown === "whole" ? each.phone : maskPhone(each.phone), lookedAt: lookedAt.has(each.phone),
    name: house.people.find((person) => person.person === each.person)?.name ?? "",
  })),
});

/** The book of a household that has none yet. */
export const emptyBook = (household: string): Stored<Contact> => ({ household, entries: [], checked: null, left: [], version: 0 });
