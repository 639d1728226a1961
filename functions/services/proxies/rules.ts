import type { ConsentView } from "../../../shared/services/proxies/contract.ts";
import { NEVER_SCOPES } from "../../../shared/services/proxies/scopes.ts";
import { maskName } from "../../../shared/contract/text.ts";

/** A code sent to the elder is good this long: a call on Sunday, somebody at home on Tuesday. */
export const CODE_MS = 48 * 3_600_000;
const WRONG = 5;
const NEIGHBOURS = 2;

type Scopes = Readonly<Record<string, unknown>>;
/** The first scope nobody can be given: one no feature offers, or one that is never given; null when all are right. */
export const wrongScope = (asked: readonly string[], offered: Scopes): string | null => asked.find((each) => NEVER_SCOPES.includes(each) || !(each in offered)) ?? null;
/** What may be given at all. */
export const offers = <T>(all: Readonly<Record<string, T>>): [string, T][] => Object.entries(all).filter(([name]) => !NEVER_SCOPES.includes(name));

/** The last instant of a calendar day in a zone. @example endOfDay("2026-06-30", "Asia/Shanghai") // 2026-06-30T15:59:59.999Z */
export const endOfDay = (day: string, zone: string): Date => {
  const guess = Date.parse(`${day}T23:59:59.999Z`);
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" }).formatToParts(guess).map(({ type, value }) => [type, Number(value)]));
  const there = Date.UTC(parts["year"]!, parts["month"]! - 1, parts["day"], parts["hour"], parts["minute"], parts["second"], 999);
  return new Date(guess - (there - guess));
};

interface Timed { readonly state: string; readonly at: string; readonly until: string }
/** Until when a consent waits for the elder's word: as long as the village allows, never beyond its own last day. */
export const answerBy = (row: Timed, within: number): Date => new Date(Math.min(Date.parse(row.at) + within, Date.parse(row.until)));
/** When a consent in its state comes due, for what is written beside a move. */
export const dueOf = (row: Timed, within: number): { at: string; clock: string } | null =>
  row.state === "active" ? { at: row.until, clock: "lapse" } : row.state === "asked" || row.state === "waiting" ? { at: answerBy(row, within).toISOString(), clock: "lapse" } : null;

interface Held { readonly proxy: string; readonly scopes: readonly string[]; readonly until: string; readonly ended: boolean }
/** Others who may already do one of these things for the same elder. */
export const clashing = <T extends Held>(held: readonly T[], proxy: string, scopes: readonly string[], now: Date): T[] =>
  held.filter((each) => !each.ended && each.until > now.toISOString() && each.proxy !== proxy && each.scopes.some((scope) => scopes.includes(scope)));

interface Coded { readonly code: { readonly hash: string; readonly until: string; readonly wrong: number } | null }
/** Compares two texts in a time that does not depend on where they differ. */
const same = (a: string, b: string): boolean => {
  let differ = a.length ^ b.length;
  for (let i = 0; i < Math.max(a.length, b.length); i++) differ |= (a.charCodeAt(i) || 0) ^ (b.charCodeAt(i) || 0);
  return differ === 0;
};
export const rightCode = (row: Coded, hash: string, now: Date): boolean => same(row.code?.hash ?? "", hash) && row.code !== null && row.code.wrong < WRONG && row.code.until > now.toISOString();
/** Tries left with the code that was sent; a code that was never sent, or is too old, has all of them: nothing says which it is. */
export const triesLeft = (row: Coded): number => Math.max(0, WRONG - (row.code?.wrong ?? 0));

interface Matter { readonly elder: string | null; readonly proxy: string; readonly group: string; readonly neighbours: readonly { readonly person: string; readonly household: string | null }[]; readonly household: string | null }
interface Asker { readonly person: string | null; readonly holds: readonly string[]; readonly member: { readonly household: string | null; readonly group: string } | null }

const WHOLE_VILLAGE = ["office:secretary", "office:committee", "office:grid-worker", "township:director"];
/** Whether this office works with that house: a leader with the own group. */
export const worksWith = (asker: Asker, group: string): boolean =>
  asker.holds.some((each) => WHOLE_VILLAGE.includes(each)) || (asker.holds.includes("office:group-leader") && (group === "" || asker.member?.group === group));

/** The people who could witness by their office: not the one who asks, not the elder. */
export const officeWitnesses = (row: Pick<Matter, "proxy" | "elder">, offices: Readonly<Record<string, readonly string[]>>, township: readonly string[]): string[] =>
  [...new Set([...["secretary", "committee", "grid-worker", "group-leader"].flatMap((name) => offices[name] ?? []), ...township])].filter((person) => person !== row.proxy && person !== row.elder);

export type NoWitness = "own-witness" | "office-witnesses" | "already-said" | "one-per-household";
/** Why this person's word does not count, or null. One officer is enough; where no office is filled, two neighbours of two houses. */
export const refusesWitness = (row: Matter, asker: Asker, offices: number): NoWitness | null => {
  if (asker.person === null || asker.person === row.proxy || asker.person === row.elder) return "own-witness";
  if (worksWith(asker, row.group)) return null;
  if (offices > 0) return "office-witnesses";
  if (asker.member?.household && asker.member.household === row.household) return "own-witness";
  if (row.neighbours.some((each) => each.person === asker.person)) return "already-said";
  return row.neighbours.some((each) => each.household !== null && each.household === asker.member?.household) ? "one-per-household" : null;
};
/** Whether as many neighbours have said so as are needed. */
export const enoughNeighbours = (neighbours: readonly unknown[]): boolean => neighbours.length >= NEIGHBOURS;

interface Whole extends Matter { readonly id: string; readonly elderName: string; readonly house: string; readonly proxyName: string; readonly relation: ConsentView["relation"]; readonly scopes: readonly string[]; readonly until: string; readonly way: ConsentView["way"]; readonly state: string; readonly at: string; readonly reason: string | null; readonly proof: { readonly how: string; readonly at: string } | null; readonly code: { readonly hash: string; readonly until: string; readonly wrong: number } | null; readonly told: string | null }
/** A consent as this person may read it: a neighbour with the link sees masked names and nothing else that is not needed. */
export const viewOf = (row: Whole, asker: Asker): ConsentView => {
  const mine = asker.person === row.proxy ? "proxy" as const : asker.person !== null && asker.person === row.elder ? "elder" as const : "office" as const;
  const neighbour = mine === "office" && !worksWith(asker, row.group);
  const office = mine === "office" && !neighbour;
  const named = neighbour ? maskName : (name: string): string => name;
  return {
    id: row.id, elderName: named(row.elderName), house: row.house, proxyName: named(row.proxyName), relation: row.relation, scopes: [...row.scopes], until: row.until, way: row.way,
    state: row.state, at: row.at, reason: neighbour ? null : row.reason, proof: row.proof ? { how: row.proof.how, at: row.proof.at } : null,
    tries: row.state === "asked" && row.way === "sms" ? triesLeft(row) : null, neighbours: row.neighbours.length, mine,
    unknown: office && row.elder === null, tell: office && row.state === "active" && row.told === null,
  };
};
