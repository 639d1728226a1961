import { say, type Language } from "../../../shared/contract/language.ts";
import type { Active, Asked, Ended, Waiting } from "../../../shared/services/proxies/events.ts";
import { scopes } from "../../../shared/scopes.ts";
import { contactsOf, phonesOf } from "../../alerts/contacts/reads.ts";
import { put, type Change, type Heard, type Outgoing, type Stored } from "../../core/implement.ts";
import { peopleAt } from "../../platform/sign-in/reads.ts";
import type * as z from "zod";
import type { Hearing } from "./given.ts";
import { CODE_MS, dueOf } from "./rules.ts";
import { Consent } from "./rows.ts";

/** How a code stands in the store. */
export const codeHash = (hash: (text: string) => Promise<string>, consent: string, code: string): Promise<string> => hash(`consent|${consent}|${code}`);
const sixFigures = (): string => {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return draw < 4_294_000_000 ? String(draw % 1_000_000).padStart(6, "0") : sixFigures();
};

/** The elder's own phone; never one by which the one who asks signs in as well. */
const phoneOf = async ({ table, region, hash }: Hearing, row: Consent): Promise<{ to: string; language: Language } | null> => {
  if (row.elder === null || row.household === null) return null;
  for (const { person, phone, language } of phonesOf(await contactsOf(table, row.household), false)) {
    if (person !== row.elder) continue;
    if (!(await peopleAt(region, await hash(phone))).some((each) => each.person === row.proxy)) return { to: phone, language };
  }
  return null;
};
const dayOf = (until: string, language: Language, zone: string): string =>
  new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { timeZone: zone, year: "numeric", month: "long", day: "numeric" }).format(new Date(until));

const message = (given: Hearing, row: Consent, key: string, to: { to: string; language: Language }, purpose: Outgoing["purpose"], more: Record<string, string> = {}): Outgoing => {
  const { words, facts, now } = given;
  const params = {
    elder: row.elderName, proxy: row.proxyName, relation: say(words, to.language, `relation.${row.relation}`), until: dayOf(row.until, to.language, facts.zone), phone: facts.helpPhone,
    scopes: row.scopes.map((each) => scopes[each]?.says[to.language] ?? each).join(to.language === "zh" ? "；" : "; "), ...more,
  };
  return { to: to.to, templateKey: `proxy-${key}`, params, text: say(words, to.language, `sms.${key}`, params), expiresAt: new Date(now.getTime() + CODE_MS).toISOString(), purpose };
};
const saved = ({ settings }: Hearing, { version, ...row }: Stored<Consent>, facts: Partial<Consent>) => put<Consent>(Consent, { ...row, ...facts }, { version }, dueOf(row, settings.answerWithin));

/** A code to the elder's own phone, away from the request that asked: so it is answered alike whether there is one. */
export const sendCode = async (given: Hearing, event: Heard<z.infer<typeof Asked.data>>): Promise<Change | null> => {
  const row = await given.table.get(Consent, event.data.consent);
  if (!row || row.state !== "asked" || row.way !== "sms" || row.code?.hash) return null;
  const to = await phoneOf(given, row);
  if (!to) return null;
  const code = sixFigures();
  const until = new Date(given.now.getTime() + CODE_MS).toISOString();
  return given.change({ writes: [saved(given, row, { code: { hash: await codeHash(given.hash, row.id, code), until, wrong: row.code?.wrong ?? 0 } })], sends: [message(given, row, "code", to, "code", { code })] });
};

/** It holds: a text where the elder has a phone; else it stays on the offices' list until somebody has told them at the door. */
export const tellActive = async (given: Hearing, event: Heard<z.infer<typeof Active.data>>): Promise<Change | null> => {
  const row = await given.table.get(Consent, event.data.consent);
  const to = row ? await phoneOf(given, row) : null;
  return row && to && row.state === "active" ? given.change({ writes: [saved(given, row, { told: "sms" })], sends: [message(given, row, "active", to, "notice")] }) : null;
};
const tellBy = (key: string) => async (given: Hearing, event: Heard<{ consent: string }>): Promise<Change | null> => {
  const row = await given.table.get(Consent, event.data.consent);
  const to = row ? await phoneOf(given, row) : null;
  return row && to ? given.change({ writes: [], sends: [message(given, row, key, to, "notice")] }) : null;
};
export const tellWaiting = tellBy("waiting") as (given: Hearing, event: Heard<z.infer<typeof Waiting.data>>) => Promise<Change | null>;
/** What never began needs no word of its end. */
export const tellEnded = async (given: Hearing, event: Heard<z.infer<typeof Ended.data>>): Promise<Change | null> => {
  const row = await given.table.get(Consent, event.data.consent);
  return row?.history.some((step) => step.to === "active") ? tellBy("ended")(given, event) : null;
};
