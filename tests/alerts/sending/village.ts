import { randomUUID } from "node:crypto";
import { commit } from "../../../functions/core/commit.ts";
import { systemClock } from "../../../functions/core/clock.ts";
import { stableId } from "../../../functions/core/stable-id.ts";
import { Household } from "../../../functions/affairs/households/rows.ts";
import { Contact, type ContactEntry } from "../../../functions/alerts/contacts/rows.ts";
import type { Send } from "../../../functions/alerts/sending/rows.ts";
import { Warning } from "../../../functions/alerts/warnings/rows.ts";
import type { TestStack } from "../../core/stack.ts";

export const NOON = "2026-06-20T04:00:00.000Z";

const text = (zh: string, en: string) => ({ zh: { headline: zh, what: zh, sms: zh, speaker: zh, group: zh }, en: { headline: en, what: en, sms: en, speaker: en, group: en } });

/** A red warning of a flash flood, issued at noon, over in six hours, for these villages. */
export const warningFor = (villages: readonly string[], change: Partial<Warning> = {}): Warning => ({
  id: systemClock.id(), state: "issued", history: [{ to: "issued", at: NOON, by: "clock", channel: "web" }], kind: "relay", status: "Actual", hazard: "flash-flood", colour: "red", ask: "leave",
  parts: villages.map((village) => ({ village })), place: null, who: null, onset: null, expires: "2026-06-20T10:00:00.000Z", source: null, note: null,
  texts: text("红色山洪：{village}全体马上去村小学。", "Red flash flood: {village}, go to the school now."), templateVersion: 1, replaces: null, replacedBy: null, drafter: "x", waitsUntil: null, issuedAt: NOON, single: false, paused: false,
  concerns: [], reason: null, problems: [], clearWords: null, openReasons: [], ...change,
});

export interface House { readonly id: string; readonly phone: string }
let last = 0;
export const entry = (phone: string, change: Partial<ContactEntry> = {}): ContactEntry =>
  ({ person: stableId(phone), phone, order: 0, language: "zh", canRead: true, hearsBadly: false, stopped: false, dead: false, lastSuccess: null, ...change });

/** Lays a household with one number (or these). */
export const layHouse = async (stack: TestStack, village: string, change: { vulnerable?: string[]; group?: string; numbers?: ContactEntry[]; people?: string[] } = {}): Promise<House> => {
  const n = ++last;
  const id = systemClock.id();
  const phone = `+861380000${String(n).padStart(4, "0")}`;
  const people = change.people ?? [systemClock.id()];
  await stack.store(Household, Household.schema.parse({ id, no: String(n), group: change.group ?? "1", order: n, hazards: [], emptyChecked: null, people: people.map((person) => ({ person, name: "张三", bornIn: 1980, sleepsHere: true, head: true, vulnerable: change.vulnerable ?? [] })) }), { village });
  const numbers = change.numbers ?? [entry(phone)];
  if (numbers.length > 0) await stack.store(Contact, Contact.schema.parse({ household: id, entries: numbers }), { village });
  return { id, phone: numbers[0]?.phone ?? "" };
};

/** Puts an event of the county's warning on record, as its feature would. */
export const tell = async (stack: TestStack, name: string, villages: readonly string[], data: Record<string, unknown>): Promise<void> => {
  await commit({ place: { at: "area", id: stack.county }, writes: [], event: { id: systemClock.id(stack.now()), name: `alerts/warnings/${name}`, at: stack.now().toISOString(), by: randomUUID(), channel: "web", data, villages } }, stack.now().getTime());
};
export const storeWarning = (stack: TestStack, warning: Warning): Promise<void> => stack.store(Warning, warning, { area: stack.county });
export const issue = async (stack: TestStack, warning: Warning): Promise<void> => {
  await storeWarning(stack, warning);
  await tell(stack, "issued", warning.parts.map((part) => part.village), { warning: warning.id, replaces: null, single: false });
};
export const sends = async (stack: TestStack, village: string, warning: string, step = "alert"): Promise<(Send & { version: number })[]> =>
  (await stack.rows(`V#${village}`, `SEND#${warning}#`)).filter((row) => row["step"] === step) as unknown as (Send & { version: number })[];
export const tally = async (stack: TestStack, warning: string, village: string): Promise<Record<string, unknown>> => (await stack.rows(`A#${stack.county}`, `TALLY#${warning}#${village}`))[0] ?? {};
