import type * as z from "zod";
import type { Changed } from "../../../shared/affairs/households/events.ts";
import type { contract } from "../../../shared/alerts/contacts/contract.ts";
import type { RollImported } from "../../../shared/platform/villages/events.ts";
import { put, type Change } from "../../core/implement.ts";
import { linesOf } from "../../platform/villages/reads.ts";
import type { Heard, HeardGiven, Write } from "../../core/implement.ts";
import { behindWrites, emptyBook, leftMark } from "./book.ts";
import { addFromRoll } from "./rules.ts";
import { Contact, type ContactEntry } from "./rows.ts";

/** Each line may need a row for its household and one for its number. */
const LINES = 40;
type Given = HeardGiven<typeof contract>;
const saved = (book: Contact & { version: number }): Write => {
  const { version, ...value } = book;
  return put(Contact, value, version === 0 ? "new" : { version });
};

/** Numbers of an imported list go to the end of their household's book; what people took out stays out. */
export const enterRoll = async (given: Given, event: Heard<z.infer<typeof RollImported.data>>): Promise<Change | null> => {
  const { lines, next } = await linesOf(given.table, event.data, given.from, LINES);
  const withPhone = lines.flatMap((line) => (line.phone === null ? [] : [{ ...line, phone: line.phone }]));
  const ids = [...new Set(withPhone.map((line) => line.household))];
  const rows = await given.table.many(Contact, ids);
  const books = new Map(ids.map((id, i) => [id, rows[i] ?? emptyBook(id)]));
  const before = new Map(books);
  for (const line of withPhone) {
    const book = books.get(line.household)!;
    const left = book.left.length > 0 && book.left.includes(await leftMark(given, line.person, line.phone));
    const entries = addFromRoll(book.entries, line, left);
    if (entries !== book.entries) books.set(line.household, { ...book, entries: [...entries] });
  }
  const changed = [...books.values()].filter((book) => before.get(book.household) !== book);
  const behind = await behindWrites(given, changed.map((book) => ({ household: book.household, before: before.get(book.household)!.entries, after: book.entries })));
  const writes = [...changed.map(saved), ...behind.writes];
  return writes.length === 0 && next === null ? null : given.change({ writes, ...(next === null ? {} : { next }) });
};

/** Somebody left the household for good, or turned out to be another row: their numbers go, or go with them. */
export const followPeople = async (given: Given, event: Heard<z.infer<typeof Changed.data>>): Promise<Change | null> => {
  const { what, person, instead, household } = event.data;
  if (event.data.also) return followMove(given, event.data.also, household, event.data.people);
  const book = person && (what === "moved" || what === "died" || what === "replaced") ? await given.table.get(Contact, household) : null;
  if (!book || !person) return null;
  const entries: ContactEntry[] = what === "replaced"
    ? book.entries.map((each) => (each.person === instead ? { ...each, person } : each))
    : book.entries.filter((each) => each.person !== person).map((each, order) => ({ ...each, order }));
  if (JSON.stringify(entries) === JSON.stringify(book.entries)) return null;
  const behind = await behindWrites(given, [{ household, before: book.entries, after: entries }]);
  return given.change({ writes: [saved({ ...book, entries }), ...behind.writes] });
};

/** People live in another household now: their numbers stand at the end of its book, and no more in the one before. */
const followMove = async (given: Given, from: string, to: string, people: readonly string[]): Promise<Change | null> => {
  const [before, there] = await given.table.many(Contact, [from, to]);
  const going = before?.entries.filter((each) => people.includes(each.person)) ?? [];
  if (!before || going.length === 0) return null;
  const book = there ?? emptyBook(to);
  const came = going.filter((each) => !book.entries.some((other) => other.person === each.person && other.phone === each.phone));
  const rest = before.entries.filter((each) => !people.includes(each.person)).map((each, order) => ({ ...each, order }));
  const entries = [...book.entries, ...came].map((each, order) => ({ ...each, order }));
  const behind = await behindWrites(given, [{ household: from, before: before.entries, after: rest }, { household: to, before: book.entries, after: entries }]);
  return given.change({ writes: [saved({ ...before, entries: rest }), saved({ ...book, entries }), ...behind.writes] });
};
