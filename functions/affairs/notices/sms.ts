import * as z from "zod";
import { Id } from "../../../shared/contract/ids.ts";
import { add, heedReceipt, later, lookOver, partsOf, put, sendLane, STUCK_AFTER, type Change, type Heard, type ReceiptFacts, type Stored, type Table, type Task, type Write } from "../../core/implement.ts";
import { contactsOf, contactsOfMany, deadWrites, phonesOf } from "../../alerts/contacts/reads.ts";
import { householdsBy, householdsOf, type Household } from "../households/reads.ts";
import { dayOf, quietOf } from "../../platform/messages/reads.ts";
import { whoMayBeMessaged } from "../../platform/privacy/reads.ts";
import type { For, Hearing, Working } from "./given.ts";
import { KnownCount, NoteDay, NoteSms, NoteTally, Notice } from "./rows.ts";
import { isFor, smsLineOf } from "./rules.ts";

const PURPOSE = "digest";
const DAY = 86_400_000;
const HUNDRED = 100;

/** Exactly the line that was shown with its price. */
export const lineOf = (notice: Notice): string => notice.smsText ?? smsLineOf(notice.title, notice.text);
const task = (notice: string, households: readonly string[], delaySeconds = 0): Task => ({ work: "sms", lane: "sms", data: { notice, households }, ...(delaySeconds > 0 ? { delaySeconds } : {}) });
const tens = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / 10) }, (_, i) => all.slice(i * 10, i * 10 + 10));

/** Who of these may be told this way, however many they are. */
const allowedOf = async (table: Table, people: readonly string[]): Promise<Set<string>> => {
  const all = [...new Set(people)];
  const parts = await Promise.all(Array.from({ length: Math.ceil(all.length / HUNDRED) }, (_, i) => whoMayBeMessaged(table, all.slice(i * HUNDRED, (i + 1) * HUNDRED), PURPOSE)));
  return new Set(parts.flatMap((each) => [...each]));
};

const Where = z.object({ at: z.string().nullable(), messages: z.number(), parts: z.number(), joined: z.boolean() });

/** The houses' rows: to the first good number of somebody who wants it, when it is not night there. A house without one has its row too. */
const drafts = async ({ table, region, facts, now }: Hearing, notice: Notice, houses: readonly Household[], parts: number): Promise<NoteSms[]> => {
  const books = (await contactsOfMany(table, houses.map((each) => each.id))).map((book) => phonesOf(book, false));
  const allowed = await allowedOf(table, books.flatMap((lines) => lines.map((each) => each.person)));
  const lines = books.map((all) => all.filter((each) => allowed.has(each.person)));
  const quiet = await quietOf(table, region, lines.flatMap((all) => all[0]?.person ?? []), facts, now);
  return houses.map((house, i): NoteSms => {
    const own = lines[i]!;
    const base = { notice: notice.id, household: house.id, at: now.toISOString(), phones: own.map((each) => each.phone), next: 0, parts, attempts: [], extra: 0 };
    if (own.length === 0) return { ...base, state: "not-needed", why: books[i]!.length > 0 ? "no-consent" : "no-number", again: null };
    return { ...base, state: "queued", why: null, again: quiet.get(own[0]!.person)?.toISOString() ?? later(now, STUCK_AFTER) };
  });
};

/** Plans a notice's messages, page by page. Above the writer's or the village's day it is one line of the digest instead, and says so. */
export const planSms = async (given: Hearing, { data }: Heard<{ notice: string }>): Promise<Change | null> => {
  const { table, settings, facts, now, from, change } = given;
  const notice = await table.get(Notice, data.notice);
  if (!notice || notice.state !== "published") return null;
  const before = from ? Where.parse(JSON.parse(from)) : { at: null, messages: 0, parts: 0, joined: false };
  const day = dayOf(facts, now);
  const [all, writer] = await table.many(NoteDay, [day, `${day}#${notice.writer}`]);
  const page = notice.audience.to === "households" ? { items: (await householdsBy(table, notice.audience.households)).slice(0, 90), next: null } : await householdsOf(table, before.at);
  const houses = page.items.filter((house) => isFor(notice.audience, { household: house.id, group: house.group }));
  const joined = before.joined || (from === null && (writer?.notices ?? 0) >= settings.smsADay) || (all?.parts ?? 0) >= settings.smsPartsADay;
  const rows = joined ? [] : await drafts(given, notice, houses, partsOf(lineOf(notice)));
  const queued = rows.filter((row) => row.state === "queued");
  const parts = queued.reduce((total, row) => total + row.parts, 0);
  const then = { at: page.next, messages: before.messages + queued.length, parts: before.parts + parts, joined };
  const until = later(now, 2 * DAY);
  const writes: Write[] = [
    ...rows.map((row) => put<NoteSms>(NoteSms, row, "new")), add(NoteTally, notice.id, { planned: queued.length, parts, unreached: rows.length - queued.length, joined: joined ? houses.length : 0 }),
    ...(from === null && !joined ? [add(NoteDay, `${day}#${notice.writer}`, { notices: 1 }, until)] : []), ...(parts > 0 ? [add(NoteDay, day, { parts }, until)] : []),
  ];
  const night = later(now, STUCK_AFTER);
  const tasks = tens(queued.filter((row) => (row.again ?? "") <= night).map((row) => row.household)).map((some) => task(notice.id, some));
  if (page.next) return change({ writes, tasks, next: JSON.stringify(then) });
  return change({ writes, tasks, emits: { name: "sms-planned", data: { notice: notice.id, messages: then.messages, parts: then.parts, joined } } });
};

const Job = z.object({ notice: Id, households: z.array(Id).min(1).max(10) });
/** Asked before each message: a notice withdrawn, a STOP, a consent taken back or a night chosen meanwhile hold at once. */
const ask = (given: Working, notice: string) => async (sms: NoteSms) => {
  const { table, region, facts } = given;
  const now = given.clock();
  const found = await table.get(Notice, notice);
  if (found?.state !== "published") return "over" as const;
  if (found.until !== null && found.until <= now.toISOString()) return "expired" as const;
  const entry = phonesOf(await contactsOf(table, sms.household), false).find((each) => each.phone === sms.phones[sms.next]);
  if (!entry || !(await whoMayBeMessaged(table, [entry.person], PURPOSE)).has(entry.person)) return "over" as const;
  if ((await quietOf(table, region, [entry.person], facts, now)).get(entry.person)) return "later" as const;
  const text = lineOf(found);
  return { text, expiresAt: found.until ?? later(now, DAY), templateKey: "notice", params: { text } };
};

/** A notice by SMS: a lane of its own, behind every warning and every sign-in code, with a budget of its own. */
export const sendSms = async (given: Working): Promise<void> => {
  const job = Job.parse(given.data);
  const done = await sendLane<NoteSms>(given, {
    kind: NoteSms, rows: await given.table.many(NoteSms, job.households.map((each) => `${job.notice}#${each}`)), purpose: "notice",
    context: (sms) => `${given.village.id}|${NoteSms.id(sms)}`, ask: ask(given, job.notice),
    dead: async (sms, phone) => { const book = await contactsOf(given.table, sms.household); if (book) await given.commit({ writes: deadWrites(book, phone) }); },
  });
  const counted = done.sent > 0 || done.failed > 0 ? [add(NoteTally, job.notice, { sent: done.sent, failed: done.failed })] : [];
  const tasks = done.left.length > 0 ? [task(job.notice, done.left.map((each) => each.household), done.delaySeconds)] : [];
  if (counted.length > 0 || tasks.length > 0) await given.commit({ writes: counted, tasks });
};

/** The night is over, it is stuck, or no receipt came. */
export const smsAgain = async ({ now, change }: Hearing, stored: Stored<NoteSms>): Promise<Change | null> => {
  const over = lookOver(NoteSms, stored, now);
  return over && change({ writes: [over.write], tasks: [task(over.row.notice, [over.row.household])] });
};
export const smsReceipt = async (given: Hearing, event: Heard<ReceiptFacts & { context?: string | undefined }>): Promise<Change | null> => {
  const [village, id] = (event.data.context ?? "").split("|");
  const opened = village && id ? await given.open(village) : null;
  const heeded = opened && id ? await heedReceipt(opened.table, NoteSms, id, event.data, given.now) : null;
  if (!heeded || !village) return null;
  const { row, write } = heeded;
  return given.change({ into: village, writes: [write, ...(row.state === "failed" ? [add(NoteTally, row.notice, { failed: 1 })] : [])], tasks: row.state === "queued" ? [task(row.notice, [row.household])] : [] });
};

const PAGES = 40;
/** How many houses it is for, at most. */
const housesOf = async (table: Table, notice: Notice, households: number): Promise<number> => {
  const { audience } = notice;
  if (audience.to === "village") return households;
  if (audience.to === "households") return new Set(audience.households).size;
  const counted = notice.publishedAt !== null && notice.kind === "must-read" ? await table.get(KnownCount, notice.id) : null;
  if (counted) return counted.of;
  let [houses, at] = [0, null as string | null];
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await householdsOf(table, at);
    houses += items.filter((house) => isFor(audience, { household: house.id, group: house.group })).length;
    at = next;
    if (at === null) break;
  }
  return houses;
};
export const sms = async ({ table, params, village, facts, fail }: For<"sms">) => {
  const notice = await table.get(Notice, params.id);
  if (!notice) return fail("not-found");
  const [tally, houses] = await Promise.all([table.get(NoteTally, notice.id), housesOf(table, notice, village.households)]);
  const parts = partsOf(lineOf(notice));
  const { planned = 0, sent = 0, failed = 0, unreached = 0, joined = 0 } = tally ?? {};
  return { wanted: notice.channels.includes("sms"), text: lineOf(notice), parts, houses, price: houses * parts * facts.messaging.partPrice, planned, sent, failed, unreached, joined };
};
