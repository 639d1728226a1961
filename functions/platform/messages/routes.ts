import { put, push, remove, Tell, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { householdOf, worksOn } from "../../affairs/households/reads.ts";
import { contactsOf, phonesOf } from "../../alerts/contacts/reads.ts";
import type { For } from "./given.ts";
import { Digest, Door, HouseWish, Sub, underHour, Waiting, Wish } from "./rows.ts";
import { roundFor } from "./round.ts";
import { readersOf } from "./wishes.ts";

const line = (reader: string) => ({ id, text, where, feature, at, readBy }: Tell) => ({ id, text, where, feature, at, read: readBy.includes(reader) });
const whoOf = (caller: Caller, to: "me" | "house"): string | null => (to === "me" ? caller.person : caller.member?.household ?? null);
/** Without a number of its own a phone is counted by its address, which neighbours share: nothing is its own then. */
const ownDevice = (caller: Caller): string | null => (caller.device === `s-${caller.source}` ? null : caller.device);

const page = async (table: Table, who: string | null, reader: string, query: { readonly limit: number; readonly cursor?: string | undefined }) => {
  if (who === null) return { items: [], next: null };
  const { items, next } = await table.list(Tell, { under: `${who}#`, limit: query.limit, cursor: query.cursor });
  return { items: items.map(line(reader)), next };
};
export const mine = ({ table, caller, query }: For<"mine">) => page(table, whoOf(caller, query.to), caller.person!, query);
export const onDevice = ({ table, caller, query }: For<"onDevice">) => page(table, ownDevice(caller), caller.device, query);

const seen = async (table: Table, who: string | null, reader: string, ids: readonly string[]) =>
  (who === null ? [] : await table.many(Tell, [...new Set(ids)].map((id) => `${who}#${id}`))).flatMap((tell) => {
    if (!tell || tell.readBy.includes(reader)) return [];
    const { version, ...row } = tell as Stored<Tell>;
    return [put<Tell>(Tell, { ...row, readBy: [...row.readBy, reader].slice(-40) }, { version })];
  });
const done = { done: true as const };
const QUIET = "a mark on one's own list";
export const read = async ({ table, caller, body, change }: For<"read">) => change({ writes: await seen(table, whoOf(caller, body.to), caller.person!, body.ids), quiet: QUIET, answer: done });
export const readOnDevice = async ({ table, caller, body, change }: For<"readOnDevice">) => change({ writes: await seen(table, ownDevice(caller), caller.device, body.ids), quiet: QUIET, answer: done });

export const digest = async ({ table, caller }: For<"digest">) => {
  const last = (await table.list(Digest, { under: `${caller.person!}#`, limit: 1 })).items[0];
  const tells = last ? await table.many(Tell, last.lines.slice(0, 100)) : [];
  return { day: last?.day ?? null, items: tells.flatMap((each) => (each ? [line(caller.person!)(each)] : [])) };
};

export const wishes = async ({ table, region, caller, facts }: For<"wishes">) => (await readersOf(table, region, [caller.person!], facts.languages[0]!))[0]!.wish;

const MOVED = 40;
export const wish = async (given: For<"wish">) => {
  const { table, caller, body, change } = given;
  const person = caller.person!;
  const before = await wishes(given as never);
  // What already waits comes at the new hour.
  const waiting = body.digest && before.hour !== body.hour ? (await table.list(Waiting, { under: underHour(before.hour, person), oldestFirst: true, limit: MOVED })).items : [];
  return change({
    writes: [put<Wish>(Wish, { person, ...body }, "over"), ...waiting.flatMap((each) => [remove(Waiting, Waiting.id(each)), put(Waiting, { hour: body.hour, person, line: each.line }, "over")]), ...(waiting.length > 0 ? await roundFor(given, [body.hour]) : [])],
    emits: { name: "wished", data: { person } }, answer: body,
  });
};

const houseFor = async ({ table, caller, params, fail }: For<"house"> | For<"houseWish">) => {
  const house = await householdOf(table, params.household);
  return house && (caller.member?.household === house.id || worksOn(caller, house.group)) ? house : fail("not-found");
};
export const house = async (given: For<"house">) => {
  const found = await houseFor(given);
  if (!("no" in found)) return found;
  const [chosen, book] = await Promise.all([given.table.get(HouseWish, found.id), contactsOf(given.table, found.id)]);
  const phone = phonesOf(book, false).length > 0;
  return { household: found.id, no: found.no, way: chosen?.way ?? (phone ? "sms" as const : "door" as const), chosen: chosen !== null, phone };
};
export const houseWish = async (given: For<"houseWish">) => {
  const { table, caller, body, now, change, fail } = given;
  const found = await houseFor(given);
  if (!("no" in found)) return found;
  const phone = phonesOf(await contactsOf(table, found.id), false).length > 0;
  if (body.way === "sms" && !phone) return fail("no-number", { field: "way" });
  return change({
    writes: [put(HouseWish, { household: found.id, way: body.way, at: now.toISOString(), by: caller.key }, "over")],
    emits: { name: "house-wished", data: { household: found.id, way: body.way } }, answer: { household: found.id, no: found.no, way: body.way, chosen: true, phone },
  });
};

export const atDoor = async ({ table, caller, query }: For<"atDoor">) => {
  const { items, next } = await table.list(Door, { limit: query.limit, cursor: query.cursor, oldestFirst: true });
  return { items: items.filter((each) => worksOn(caller, each.group)), next };
};
export const toldAtDoor = async ({ table, caller, params, change, fail }: For<"toldAtDoor">) => {
  const door = await table.get(Door, `${params.household}#${params.line}`);
  if (!door || !worksOn(caller, door.group)) return fail("not-found");
  return change({ writes: [remove(Door, Door.id(door), door.version)], emits: { name: "told-at-door", data: { household: door.household, line: door.id } }, answer: done });
};

export const pushKey = async () => ({ key: await (await push()).pushKey() });
export const subscribe = async ({ caller, body, now, change, fail }: For<"subscribe">) => {
  const device = ownDevice(caller);
  if (!device || caller.channel === "card") return fail("no-device");
  if (!(await push()).isPushAddress(body.endpoint)) return fail("unknown-push-service", { field: "endpoint" });
  const sub = { device, person: caller.person, endpoint: body.endpoint, ...body.keys, since: now.toISOString() };
  return change({ writes: [put(Sub, sub, "over")], emits: { name: "subscribed", data: { person: caller.person, on: true } }, answer: done });
};
export const unsubscribe = ({ caller, change }: For<"unsubscribe">) =>
  change({ writes: [remove(Sub, caller.device)], emits: { name: "subscribed", data: { person: caller.person, on: false } }, answer: done });
