import * as z from "zod";
import { Id } from "../../../shared/contract/ids.ts";
import { say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import { heedReceipt, later, lookOver, partsOf, sendLane, Tell, type Change, type Heard, type ReceiptFacts, type Stored } from "../../core/implement.ts";
import { contactsOf, deadWrites, phonesOf } from "../../alerts/contacts/reads.ts";
import { whoMayBeMessaged } from "../privacy/reads.ts";
import type { Hearing, Work } from "./given.ts";
import { Sms } from "./rows.ts";
import { quietFor, readersOf } from "./wishes.ts";

const LIFE = 24 * 3_600_000;
type Names = Readonly<Record<string, string>>;

/** The text of one SMS: the village, then the line; of several the first, and how many there are. */
export const smsText = (words: WordsFile, names: Names, language: Language, lines: readonly string[]): string => {
  const village = names[language] ?? names["zh"] ?? "";
  return lines.length === 1 ? say(words, language, "sms.one", { village, text: lines[0]! }) : say(words, language, "sms.many", { village, n: lines.length, text: lines[0] ?? "" });
};
export const smsParts = (words: WordsFile, names: Names, language: Language, lines: readonly string[]): number => partsOf(smsText(words, names, language, lines));

const Job = z.object({ ids: z.array(Id).min(1).max(10) });
export const smsTask = (ids: readonly string[], delaySeconds = 0) => ({ work: "sms", lane: "sms", data: { ids }, ...(delaySeconds > 0 ? { delaySeconds } : {}) });

/** Asked before each message: a consent taken back, a STOP or a night chosen meanwhile hold at once. */
const ask = (given: Work) => async (sms: Sms) => {
  const { table, region, facts, village, words } = given;
  const now = given.clock();
  if (Date.parse(sms.at) + LIFE < now.getTime()) return "expired" as const;
  const book = phonesOf(await contactsOf(table, sms.household), false);
  const entry = book.find((each) => each.phone === sms.phones[sms.next]);
  const tells = (await table.many(Tell, sms.lines)).filter((each) => each !== null);
  if (!entry || tells.length === 0 || !(await whoMayBeMessaged(table, [entry.person], sms.purpose)).has(entry.person)) return "over" as const;
  const [reader] = await readersOf(table, region, [entry.person], facts.languages[0]!);
  if (!tells.some((each) => each.how === "now") && quietFor(reader?.wish ?? null, facts, now)) return "later" as const;
  const text = smsText(words, village.names, sms.language, tells.map((each) => each.text[sms.language] ?? ""));
  return { text, expiresAt: later(now, LIFE), templateKey: "own-matters", params: { village: village.names[sms.language] ?? "", text } };
};

/** Own matters and digests by SMS: a lane of its own, behind every warning and every sign-in code. */
export const sendSms = async (given: Work): Promise<void> => {
  const { ids } = Job.parse(given.data);
  const done = await sendLane<Sms>(given, {
    kind: Sms, rows: await given.table.many(Sms, ids), purpose: "notice", context: (sms) => `${given.village.id}|${sms.id}`, ask: ask(given),
    dead: async (sms, phone) => { const book = await contactsOf(given.table, sms.household); if (book) await given.commit({ writes: deadWrites(book, phone) }); },
  });
  if (done.left.length > 0) await given.commit({ writes: [], tasks: [smsTask(done.left.map((each) => each.id), done.delaySeconds)] });
};

/** Its hour has come, it is stuck, or no receipt came: it goes to work, unless it is night where it goes. */
export const smsAgain = async (given: Hearing, stored: Stored<Sms>): Promise<Change | null> => {
  const over = lookOver(Sms, stored, given.now);
  return over && given.change({ writes: [over.write], tasks: [smsTask([over.row.id])] });
};

export const smsReceipt = async (given: Hearing, event: Heard<ReceiptFacts & { context?: string | undefined }>): Promise<Change | null> => {
  const [village, id] = (event.data.context ?? "").split("|");
  const opened = village && id ? await given.open(village) : null;
  const heeded = opened && id && village ? await heedReceipt(opened.table, Sms, id, event.data, given.now) : null;
  return heeded && village ? given.change({ into: village, writes: [heeded.write], tasks: heeded.row.state === "queued" ? [smsTask([heeded.row.id])] : [] }) : null;
};
