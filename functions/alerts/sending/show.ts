import { contract } from "../../../shared/alerts/sending/contract.ts";
import type { Language } from "../../../shared/contract/language.ts";
import { maskPhone } from "../../../shared/contract/text.ts";
import { Member, type RouteGiven, type Stored, type Table } from "../../core/implement.ts";
import { alertOf, Warning, type Alert } from "../warnings/reads.ts";
import { ByHand, Send } from "./rows.ts";
import { nameIn, withoutInvitation } from "./texts.ts";

const TROUBLE: readonly Send["state"][] = ["failed", "expired", "unsure"];
/** Pages looked through for one page of failures. */
const LOOK = 20;

/** Every message of a warning in this village with every attempt; numbers are masked. */
export const linesOf = async (table: Table, warning: string, query: { cursor?: string | undefined; limit: number; show: "all" | "failed" }) => {
  let cursor = query.cursor;
  for (let page = 0; ; page++) {
    const { items, next } = await table.list(Send, { under: `${warning}#`, oldestFirst: true, limit: query.limit, cursor });
    const shown = query.show === "failed" ? items.filter((row) => TROUBLE.includes(row.state)) : items;
    if (shown.length > 0 || next === null || page >= LOOK) return { next, items: shown.map(lineOf) };
    cursor = next;
  }
};
const lineOf = (row: Stored<Send>) => ({
  household: row.household, no: row.no, channel: row.channel, step: row.step, state: row.state, why: row.why, to: row.phones[row.next] ? maskPhone(row.phones[row.next]!) : "", parts: row.parts,
  attempts: row.attempts.map(({ at, outcome }) => ({ at, outcome })), extra: row.extra,
});

type Given = Pick<RouteGiven<typeof contract, (typeof contract)["routes"]["script"]>, "table" | "county" | "village" | "facts" | "origin" | "now">;

const hourIn = (zone: string, now: Date): number => Number(new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hour12: false }).format(now)) % 24;
/** Whether it is night there: [from, to) may pass midnight. */
export const isNight = (facts: Given["facts"], now: Date): boolean => {
  const [from, to] = facts.night;
  const hour = hourIn(facts.zone, now);
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
};

const textsOf = async (given: Given, id: string): Promise<Alert["texts"] | null> => {
  const alert = await alertOf(given.table, id);
  if (alert) return alert.texts;
  const warning = await given.county.get(Warning, id);
  return warning && warning.issuedAt !== null && warning.parts.some((part) => part.village === given.village.id) ? warning.texts : null;
};

/** What to read over the loudspeaker and to copy for the group, and who has done so; null where this village is not meant. */
export const scriptOf = async (given: Given, id: string) => {
  const texts = await textsOf(given, id);
  if (!texts) return null;
  const link = `${given.origin}/v/${given.village.id}`;
  const say = (language: Language) => {
    const filled = (text: string): string => text.replaceAll("{village}", nameIn(given.village.names, language));
    const group = filled(texts[language].group);
    return { speaker: filled(texts[language].speaker), group: `${given.facts.answers.includes("sms") ? group : withoutInvitation(group)}\n${link}` };
  };
  const { items } = await given.table.list(ByHand, { under: `${id}#`, limit: 50 });
  const people = await given.table.many(Member, items.map((each) => each.by));
  return { zh: say("zh"), en: say("en"), link, night: isNight(given.facts, given.now), byHand: items.map(({ channel, at, where }, i) => ({ channel, by: people[i]?.name ?? "", at, where })) };
};
