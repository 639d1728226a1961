import { Changed } from "../../../shared/affairs/households/events.ts";
import { contract } from "../../../shared/alerts/contacts/contract.ts";
import words from "../../../shared/alerts/contacts/words.json" with { type: "json" };
import { say } from "../../../shared/contract/language.ts";
import { maskPhone } from "../../../shared/contract/text.ts";
import { RollImported } from "../../../shared/platform/villages/events.ts";
import { householdOf, householdsBy, type Household } from "../../affairs/households/reads.ts";
import { hear, implement, put, readPhone, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { behindWrites, emptyBook, leftMark, readLines, showBook, type Desk } from "./book.ts";
import { enterRoll, followPeople } from "./listeners.ts";
import { checkDue, isMasked, keptNumber, rewrite, worksOn, type Written } from "./rules.ts";
import { Contact } from "./rows.ts";
import { stopWrites } from "./reads.ts";

const PAGE = 50;
type Book = Stored<Contact>;

const ownHouse = async (table: Table, caller: Caller): Promise<Stored<Household> | null> =>
  caller.member?.household ? householdOf(table, caller.member.household) : null;
const houseInReach = async (table: Table, id: string, caller: Caller): Promise<Stored<Household> | null> => {
  const house = await householdOf(table, id);
  return house && worksOn(caller, house.group) ? house : null;
};
const bookOf = async (table: Table, house: Household): Promise<Book> => (await table.get(Contact, house.id)) ?? emptyBook(house.id);
const saved = ({ version, ...value }: Book) => put(Contact, value, version === 0 ? "new" : { version });
const shared = async (desk: Desk, book: Book): Promise<Set<string>> =>
  (await behindWrites(desk, [{ household: book.household, before: book.entries, after: book.entries }])).lookedAt;

/** The book as rewritten by somebody, with the rows behind its numbers. */
const rewritten = async (given: Desk & { facts: { phoneCountries: readonly string[] }; now: Date }, book: Book, house: Household, written: readonly Written[]) => {
  const read = await readLines(written, house, book.entries, given.facts.phoneCountries);
  if ("reason" in read) return read;
  const entries = rewrite(book.entries, read.lines);
  const stands = (person: string, phone: string): boolean => entries.some((each) => each.person === person && each.phone === phone);
  const out = await Promise.all(book.entries.filter((each) => !stands(each.person, each.phone)).map((each) => leftMark(given, each.person, each.phone)));
  const back = await Promise.all(entries.map((each) => leftMark(given, each.person, each.phone)));
  const left = [...new Set([...book.left, ...out])].filter((each) => !back.includes(each));
  const after: Book = { ...book, entries, left, checked: given.now.toISOString() };
  const { writes, lookedAt } = await behindWrites(given, [{ household: book.household, before: book.entries, after: entries }]);
  return { after: { ...after, version: book.version + 1 }, writes: [saved(after), ...writes], lookedAt };
};

/** The lines of a page of books whose households this office works on, each with its household. */
const booksInReach = async (table: Table, caller: Caller, cursor: string | undefined, limit: number, wanted: (book: Book) => boolean) => {
  const page = await table.list(Contact, { limit: Math.min(limit, PAGE), cursor, oldestFirst: true });
  const books = page.items.filter(wanted);
  const houses = new Map((await householdsBy(table, books.map((book) => book.household))).map((house) => [house.id, house]));
  return { next: page.next, items: books.flatMap((book) => { const house = houses.get(book.household); return house && worksOn(caller, house.group) ? [{ book, house }] : []; }) };
};

export const handler = implement("alerts/contacts", contract, words, {
  routes: {
    mine: async (given) => {
      const house = await ownHouse(given.table, given.caller);
      if (!house) return given.fail("not-found");
      const book = await bookOf(given.table, house);
      return showBook(book, house, await shared(given, book), given.now, given.settings.checkEvery, "whole");
    },
    edit: async (given) => {
      const { fail, ifMatch } = given;
      const house = await ownHouse(given.table, given.caller);
      if (!house) return fail("not-found");
      const book = await bookOf(given.table, house);
      if (ifMatch !== null && ifMatch !== book.version) return fail("stale-version", { yourVersion: ifMatch, version: book.version });
      const done = await rewritten(given, book, house, given.body.entries);
      if ("reason" in done) return fail("wrong-field", { field: done.field, reason: done.reason });
      return given.change({ writes: done.writes, emits: { name: "edited", data: { household: house.id } }, answer: showBook(done.after, house, done.lookedAt, given.now, given.settings.checkEvery, "whole") });
    },
    confirm: async (given) => {
      const house = await ownHouse(given.table, given.caller);
      if (!house) return given.fail("not-found");
      const book = await bookOf(given.table, house);
      const after: Book = { ...book, checked: given.now.toISOString(), entries: book.entries.map((each) => ({ ...each, dead: false })) };
      return given.change({ writes: [saved(after)], emits: { name: "checked", data: { household: house.id } }, answer: showBook({ ...after, version: book.version + 1 }, house, await shared(given, book), given.now, given.settings.checkEvery, "whole") });
    },
    stop: async (given) => {
      const { body, fail, words: texts, language } = given;
      const house = await ownHouse(given.table, given.caller);
      const book = house ? await given.table.get(Contact, house.id) : null;
      if (!house || !book) return fail("not-your-number");
      const read = isMasked(body.phone) ? null : await readPhone(body.phone, given.facts.phoneCountries);
      const phone = read ? (read.ok ? read.e164 : null) : keptNumber(body.phone, book.entries);
      if (read && !read.ok) return fail("wrong-field", { field: "phone", reason: read.reason });
      const writes = phone ? stopWrites(book, phone, body.stopped) : [];
      if (!phone || writes.length === 0) return fail("not-your-number");
      const said = say(texts, language, body.stopped ? "stop.kept" : "stop.resumed", { phone: maskPhone(phone) });
      return given.change({ writes, emits: { name: "stopped", data: { households: [house.id], stopped: body.stopped } }, answer: { stopped: body.stopped, said } });
    },
    dead: async ({ table, caller, query }) => {
      const { items, next } = await booksInReach(table, caller, query.cursor, query.limit, (book) => book.entries.some((each) => each.dead));
      return { next, items: items.map(({ book, house }) => ({
        household: house.id, no: house.no, group: house.group, reached: book.entries.some((each) => !each.dead),
        numbers: book.entries.filter((each) => each.dead).map((each) => ({ name: house.people.find((person) => person.person === each.person)?.name ?? "", phone: maskPhone(each.phone) })),
      })) };
    },
    checks: async ({ table, caller, query, now, settings }) => {
      const { items, next } = await booksInReach(table, caller, query.cursor, query.limit, (book) => checkDue(book.checked, now, settings.checkEvery));
      return { next, items: items.map(({ book, house }) => ({ household: house.id, no: house.no, group: house.group, checked: book.checked, phones: book.entries.length })) };
    },
    forHousehold: async (given) => {
      const house = await houseInReach(given.table, given.params.household, given.caller);
      if (!house) return given.fail("not-found");
      const book = await bookOf(given.table, house);
      return showBook(book, house, await shared(given, book), given.now, given.settings.checkEvery, "masked");
    },
    editFor: async (given) => {
      const { fail, ifMatch } = given;
      const house = await houseInReach(given.table, given.params.household, given.caller);
      if (!house) return fail("not-found");
      const book = await bookOf(given.table, house);
      if (ifMatch !== null && ifMatch !== book.version) return fail("stale-version", { yourVersion: ifMatch, version: book.version });
      const done = await rewritten(given, book, house, given.body.entries);
      if ("reason" in done) return fail("wrong-field", { field: done.field, reason: done.reason });
      return given.change({ writes: done.writes, emits: { name: "edited", data: { household: house.id } }, answer: showBook(done.after, house, done.lookedAt, given.now, given.settings.checkEvery, "masked") });
    },
  },
  on: {
    "platform/villages/roll-imported": hear(RollImported, enterRoll),
    "affairs/households/changed": hear(Changed, followPeople),
  },
});
