import { add, later, Member, put, Tell, type Change, type Stored, type Write } from "../../core/implement.ts";
import { householdOf, type Household } from "../../affairs/households/reads.ts";
import { contactsOf, phonesOf } from "../../alerts/contacts/reads.ts";
import { whoMayBeMessaged } from "../privacy/reads.ts";
import type { Hearing } from "./given.ts";
import { Door, HouseWish, Out, Sms, Told, Waiting } from "./rows.ts";
import { dayIn, passes } from "./rules.ts";
import { roundFor } from "./round.ts";
import { smsParts } from "./sms.ts";
import { quietFor, readersOf, type Reader } from "./wishes.ts";

/** More people of one house than this are told at home. */
const MOST = 20;
const keyOf = (tell: Tell): string => Tell.id(tell);
const outFor = (given: Hearing, tell: Tell, who: string, device: boolean, leave: Date): Write =>
  put<Out>(Out, { id: given.newId(), who, device, how: tell.how === "now" ? "now" : "own", lines: [keyOf(tell)], warning: null, at: given.now.toISOString(), leave: leave.toISOString(), state: "waits" }, "new");

/** Whether this sender has told them at once often enough today, and the count of this time. */
const countOf = async ({ table, settings, facts, now }: Hearing, tell: Tell): Promise<{ over: boolean; writes: Write[] }> => {
  if (tell.how !== "own") return { over: false, writes: [] };
  const id = `${tell.who}#${dayIn(facts.zone, now)}#${tell.by}`;
  const before = (await table.get(Told, id))?.n ?? 0;
  return { over: before >= settings.atOnceADay, writes: [add(Told, id, { n: 1 }, later(now, 2 * 86_400_000))] };
};

/** Nobody of the house is signed in anywhere: it is told as it chose, else by SMS where it has a number, else at the door. */
const houseWrites = async (given: Hearing, tell: Tell, house: Household, over: boolean): Promise<Write[]> => {
  if (tell.how === "digest") return [];
  const { table, now, facts, village, words } = given;
  const [wish, book, allowed] = await Promise.all([table.get(HouseWish, house.id), contactsOf(table, house.id), whoMayBeMessaged(table, house.people.map((each) => each.person).slice(0, MOST), tell.how === "now" ? "warning" : "own-matters")]);
  const lines = phonesOf(book, false).filter((each) => allowed.has(each.person));
  const way = wish?.way ?? (lines.length > 0 ? "sms" : "door");
  if (way === "page") return [];
  if (way === "door" || lines.length === 0 || over) return [put(Door, { household: house.id, id: tell.id, no: house.no, group: house.group, text: tell.text, at: tell.at }, "over")];
  const language = lines[0]!.language;
  const sms: Sms = {
    id: given.newId(), household: house.id, person: null, purpose: "own-matters", lines: [keyOf(tell)], language, at: now.toISOString(),
    phones: lines.map((each) => each.phone), next: 0, state: "queued", why: null, parts: smsParts(words, village.names, language, [tell.text[language] ?? ""]), attempts: [], extra: 0,
    again: ((tell.how === "now" ? null : quietFor(null, facts, now)) ?? now).toISOString(),
  };
  return [put<Sms>(Sms, sms, "new")];
};

/**
 * A line just told: at once to those who want it so, when their quiet hours are over; into the digest of the others; to a house without a
 * signed-in phone in its own way. What is about life waits for nothing.
 */
export const passOn = async (given: Hearing, stored: Stored<Tell>): Promise<Change | null> => {
  const { table, region, now, facts } = given;
  const { version, ...tell } = stored;
  if (tell.look === null) return null;
  const done = put<Tell>(Tell, { ...tell, look: null }, { version });
  const counted = await countOf(given, tell);
  if (tell.to === "device") return given.change({ writes: [done, ...counted.writes, ...(counted.over ? [] : [outFor(given, tell, tell.who, true, quietFor(null, facts, now) ?? now)])] });
  const house = tell.to === "household" ? await householdOf(table, tell.who) : null;
  const people = tell.to === "person" ? [tell.who] : house?.people.map((each) => each.person).slice(0, MOST) ?? [];
  const readers = (await readersOf(table, region, people, facts.languages[0]!)).filter((each) => each.devices.length > 0);
  if (readers.length === 0) {
    // Somebody without a phone of their own is told as their house is.
    const member = tell.to === "person" ? await table.get(Member, tell.who) : null;
    const told = house ?? (member?.household ? await householdOf(table, member.household) : null);
    return given.change({ writes: [done, ...counted.writes, ...(told ? await houseWrites(given, tell, told, counted.over) : [])] });
  }
  const purpose = tell.how === "now" ? "warning" : tell.how === "digest" ? "digest" : "own-matters";
  const allowed = await whoMayBeMessaged(table, readers.map((each) => each.person), purpose);
  const ways = readers.filter((each) => allowed.has(each.person)).map((reader) => ({ reader, by: passes(tell.how, reader.wish, counted.over) }));
  const waiting = ways.filter(({ by }) => by === "digest").map(({ reader }) => reader);
  const atOnce = ({ person, wish }: Reader): Write => outFor(given, tell, person, false, (tell.how === "now" ? null : quietFor(wish, facts, now)) ?? now);
  return given.change({
    writes: [done, ...counted.writes, ...ways.filter(({ by }) => by === "at-once").map(({ reader }) => atOnce(reader)),
      ...waiting.map(({ person, wish }) => put(Waiting, { hour: wish.hour, person, line: keyOf(tell) }, "over")), ...(await roundFor(given, waiting.map(({ wish }) => wish.hour)))],
  });
};
