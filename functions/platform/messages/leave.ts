import * as z from "zod";
import { say } from "../../../shared/contract/language.ts";
import { later, Member, Person, push, put, remove, Tell, type Change, type Heard, type Stored, type Write } from "../../core/implement.ts";
import { householdsBy } from "../../affairs/households/reads.ts";
import { contactsOf, phonesOf } from "../../alerts/contacts/reads.ts";
import { isMeant, Warning } from "../../alerts/warnings/reads.ts";
import { whoMayBeMessaged } from "../privacy/reads.ts";
import type { Hearing, Work } from "./given.ts";
import { Out, Sms, Sub } from "./rows.ts";
import { smsParts } from "./sms.ts";
import { quietFor, readersOf, type Reader } from "./wishes.ts";

const DEVICES = 20;
/** How long a push service keeps what it cannot deliver: a matter for a day, a warning for an hour. */
const DAY = 86_400;
const HOUR = 3_600;
const purposeOf = (out: Out) => (out.how === "digest" ? "digest" as const : out.how === "own" ? "own-matters" as const : "warning" as const);

/** The phones it may be shown on: those the reader is still signed in on. */
const subsOf = async (table: Work["table"], out: Out, reader: Reader | null): Promise<Stored<Sub>[]> => {
  if (out.device) { const sub = await table.get(Sub, out.who); return sub ? [sub] : []; }
  return (await table.byPerson(Sub, out.who, { limit: DEVICES })).items.filter((sub) => reader?.devices.includes(sub.device));
};

/** An SMS to the reader's own number, where they want one. */
const smsFor = async ({ table, now, newId, village, words }: Hearing, out: Out, { wish, person }: Reader): Promise<Write[]> => {
  if (!wish.sms || out.how === "warning") return [];
  const household = (await table.get(Member, person))?.household;
  const lines = household ? phonesOf(await contactsOf(table, household), false).filter((each) => each.person === person) : [];
  if (!household || lines.length === 0) return [];
  const texts = (await table.many(Tell, out.lines)).flatMap((each) => each?.text[wish.language] ?? []);
  const sms: Sms = {
    id: newId(), household, person, purpose: out.how === "digest" ? "digest" : "own-matters", lines: [...out.lines], language: wish.language, at: now.toISOString(), phones: lines.map((each) => each.phone), next: 0,
    state: "queued", why: null, parts: smsParts(words, village.names, wish.language, texts), attempts: [], extra: 0, again: now.toISOString(),
  };
  return [put<Sms>(Sms, sms, "new")];
};

/** It leaves now, unless it is quiet where it goes, or is wanted no more. */
export const leave = async (given: Hearing, stored: Stored<Out>): Promise<Change | null> => {
  const { table, region, county, now, facts } = given;
  const { version, ...out } = stored;
  if (out.state !== "waits") return null;
  const saved = (facts: Partial<Out>): Write => put<Out>(Out, { ...out, ...facts }, { version });
  const reader = out.device ? null : (await readersOf(table, region, [out.who], facts.languages[0]!))[0] ?? null;
  const warning = out.warning ? await county.get(Warning, out.warning) : null;
  const over = out.warning !== null && (warning?.state !== "issued" || (warning.expires !== null && warning.expires <= now.toISOString()));
  const allowed = out.device || (await whoMayBeMessaged(table, [out.who], purposeOf(out))).has(out.who);
  if (over || !allowed) return given.change({ writes: [saved({ state: "dropped", leave: null })] });
  // Red, and what is about life, waits for no morning.
  const quiet = out.how === "now" || warning?.colour === "red" ? null : quietFor(reader?.wish ?? null, facts, now);
  if (quiet) return given.change({ writes: [saved({ leave: quiet.toISOString() })] });
  const subs = reader && !reader.wish.push && out.how !== "warning" ? [] : await subsOf(table, out, reader);
  return given.change({
    writes: [saved({ state: "left", leave: null }), ...(reader ? await smsFor(given, out, reader) : [])],
    tasks: subs.length > 0 ? [{ work: "push", lane: "push", data: { out: out.id, devices: subs.map((each) => each.device), tries: 0 } }] : [],
  });
};

const Job = z.object({ out: z.string(), devices: z.array(z.string()).max(DEVICES), tries: z.number() });
const TRIES = 5;
const MINUTE = 60;

/** Shows on the reader's phones that there is something for them; a phone whose subscription is over is forgotten. */
export const pushSome = async (given: Work): Promise<void> => {
  const { table, region, village, facts, words } = given;
  const job = Job.parse(given.data);
  const out = await table.get(Out, job.out);
  if (!out || out.state !== "left") return;
  const person = out.device ? null : await region.get(Person, out.who);
  const [reader] = out.device ? [] : await readersOf(table, region, [out.who], facts.languages[0]!);
  if (!out.device && !(await whoMayBeMessaged(table, [out.who], purposeOf(out))).has(out.who)) return;
  const language = reader?.wish.language ?? facts.languages[0]!;
  const name = village.names[language] ?? village.names["zh"] ?? "";
  const show = { t: say(words, language, out.how === "warning" ? "sms.push.warning" : out.how === "digest" ? "sms.push.digest" : "sms.push.own", { village: name }), u: out.how === "warning" ? `/v/${village.id}` : `/v/${village.id}/platform/messages` };
  const { sendPush } = await push();
  const busy: string[] = [];
  for (const sub of await table.many(Sub, job.devices)) {
    if (!sub || (!out.device && (sub.person !== out.who || person?.devices[sub.device] === undefined))) continue;
    const became = await sendPush({ address: sub.endpoint, keys: { p256dh: sub.p256dh, auth: sub.auth }, show, topic: out.id, seconds: out.how === "warning" ? HOUR : DAY, urgent: out.how === "warning" || out.how === "now" });
    if (became === "gone") await given.commit({ writes: [remove(Sub, sub.device, sub.version)] });
    if (became === "busy") busy.push(sub.device);
  }
  if (busy.length > 0 && job.tries < TRIES) await given.commit({ writes: [], tasks: [{ work: "push", lane: "push", data: { ...job, devices: busy, tries: job.tries + 1 }, delaySeconds: MINUTE * 2 ** job.tries }] });
};

const PAGE = 40;
/** A warning that holds is also shown on the phones of the houses it is for. Red at once, whatever the hour; others when the night is over. */
export const showWarning = async (given: Hearing, event: Heard<{ warning: string }>): Promise<Change | null> => {
  const { table, county, now, village, from } = given;
  const warning = await county.get(Warning, event.data.warning);
  if (!warning || warning.state !== "issued") return null;
  const page = await table.list(Sub, { limit: PAGE, oldestFirst: true, ...(from ? { cursor: from } : {}) });
  const people = [...new Set(page.items.flatMap((sub) => sub.person ?? []))];
  const members = people.length > 0 ? await table.many(Member, people) : [];
  const houses = new Map((await householdsBy(table, members.flatMap((each) => each?.household ?? []))).map((house) => [house.id, house]));
  const meant = people.filter((_, i) => {
    const house = houses.get(members[i]?.household ?? "");
    return house && warning.parts.some((part) => part.village === village.id && isMeant({ groups: part.groups ?? null, mark: part.mark ?? null }, house));
  });
  const outs = meant.map((who) => put<Out>(Out, { id: given.newId(), who, device: false, how: "warning", lines: [], warning: warning.id, at: now.toISOString(), leave: later(now, 0), state: "waits" }, "new"));
  return outs.length === 0 && !page.next ? null : given.change({ writes: outs, ...(page.next ? { next: page.next } : {}) });
};
