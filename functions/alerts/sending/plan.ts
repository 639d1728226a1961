import * as z from "zod";
import type { contract, Step } from "../../../shared/alerts/sending/contract.ts";
import { Id } from "../../../shared/contract/ids.ts";
import type { Language } from "../../../shared/contract/language.ts";
import { householdsBy, householdsOf, isVulnerable, type Household } from "../../affairs/households/reads.ts";
import { add, Member, partsOf, put, type Change, type Heard, type HeardGiven, type Stored, type Task, type Village } from "../../core/implement.ts";
import { contactsOfMany, phonesOf, type Contact } from "../contacts/reads.ts";
import { isMeant, Warning } from "../warnings/reads.ts";
import { Plan, Send, Tally, tallyId } from "./rows.ts";
import { after, isMortal, laneOf, STUCK_AFTER, tens } from "./rules.ts";
import { linksGoOut, smsText } from "./texts.ts";

type Given = HeardGiven<typeof contract>;

/** Between two pages of a plan: whose turn it is, where the list of households stopped, who was already thought of, what was counted. */
const Where = z.object({ turn: z.enum(["vulnerable", "rest"]), at: z.string().nullable(), officials: z.array(Id), messages: z.number(), parts: z.number() });
type Where = z.infer<typeof Where>;

/** A change holds 98 rows: pages of fifty households are read until another might not fit. */
const ROWS = 94;
const PAGE = 50;
const PAGES = 20;

/** Whether a household of this village is meant by any part of the warning. */
const meant = (warning: Warning, village: string, house: Household): boolean =>
  warning.parts.some((part) => part.village === village && isMeant({ groups: part.groups ?? null, mark: part.mark ?? null }, house));

/** The households of those who hold an office here; they are told first. */
export const officialHouses = async (given: Given): Promise<Stored<Household>[]> => {
  const people = [...new Set(Object.values((given.village as Village).offices).flat())].slice(0, 100);
  const members = await given.table.many(Member, people);
  return householdsBy(given.table, members.flatMap((each) => (each?.household ? [each.household] : [])));
};

const gather = async (given: Given, warning: Warning, where: Where): Promise<{ houses: Stored<Household>[]; at: string | null }> => {
  const houses: Stored<Household>[] = [];
  let at = where.at;
  for (let page = 0; page < PAGES && houses.length <= ROWS - PAGE; page++) {
    const { items, next } = await householdsOf(given.table, at);
    houses.push(...items.filter((house) => !where.officials.includes(house.id) && meant(warning, given.village.id, house) && isVulnerable(house, given.now.getUTCFullYear()) === (where.turn === "vulnerable")));
    at = next;
    if (at === null) break;
  }
  return { houses, at };
};

export interface Drafted { readonly rows: readonly Send[]; readonly counts: { planned: number; failed: number; withoutPhone: number }; readonly parts: number }

/** The rows of these households in one step. A household whose numbers are all dead or said STOP gets a row that says so. */
export const draft = async (given: Given, warning: Warning, step: Step, houses: readonly Household[]): Promise<Drafted> => {
  const books = await contactsOfMany(given.table, houses.map((each) => each.id));
  const counts = { planned: 0, failed: 0, withoutPhone: 0 };
  const rows = houses.flatMap((house, i): Send[] => {
    const entries = books[i]?.entries ?? [];
    if (entries.length === 0) { counts.withoutPhone += 1; return []; }
    const row = rowFor(given, warning, step, house, entries);
    counts.planned += 1;
    if (row.state === "failed") counts.failed += 1;
    return [row];
  });
  return { rows, counts, parts: rows.reduce((sum, row) => sum + (row.state === "queued" ? row.parts : 0), 0) };
};

const rowFor = (given: Given, warning: Warning, step: Step, house: Household, entries: Contact["entries"]): Send => {
  const lines = phonesOf({ entries }, isMortal(warning));
  const language = lines[0]?.language ?? given.facts.languages[0]!;
  const base = { warning: warning.id, household: house.id, channel: "sms" as const, step, no: house.no, next: 0, language, lane: laneOf(warning.colour), parts: partsFor(given, warning, step, language), attempts: [], extra: 0 };
  if (lines.length === 0) return { ...base, phones: [], state: "failed", why: entries.every((each) => each.dead) ? "dead" : "stopped", again: null };
  return { ...base, phones: lines.map((each) => each.phone), state: "queued", why: lines[0]!.stopped ? "stopped-used" : null, again: after(given.now, STUCK_AFTER) };
};

const partsFor = (given: Given, warning: Warning, step: Step, language: Language): number => {
  const link = linksGoOut(given.facts) ? `${given.origin}/w/${given.village.id}/${"a".repeat(10)}` : null;
  return partsOf(smsText(warning, step, given.village.names, language, given.facts, link));
};

/** Work for the lane, ten households each, in the order of the rows. */
export const tasksFor = (rows: readonly Send[]): Task[] =>
  tens(rows.filter((row) => row.state === "queued")).map((ten) => ({ work: "send", lane: ten[0]!.lane, data: { warning: ten[0]!.warning, step: ten[0]!.step, households: ten.map((each) => each.household) } }));

/** Whether an earlier event planned this step in this village already. */
export const plannedBefore = async (given: Given, warning: string, step: Step, event: string): Promise<boolean> => {
  const plan = await given.table.get(Plan, `${warning}#${step}`);
  return plan !== null && plan.event !== event;
};

const finished = async (given: Given, warning: string, step: Step, event: string, messages: number, parts: number) =>
  put(Plan, { warning, step, event, at: given.now.toISOString(), done: true, messages, parts }, (await given.table.get(Plan, `${warning}#${step}`)) ? "over" : "new");

/** Plans an issued warning in one village: officials, then vulnerable households, then the rest; a page is one transaction. */
export const planIssued = async (given: Given, event: Heard<{ warning: string }>): Promise<Change | null> => {
  const id = event.data.warning;
  const warning = await given.county.get(Warning, id);
  if (!warning || warning.state !== "issued" || (given.from === null && (await plannedBefore(given, id, "alert", event.id)))) return null;
  const where = given.from === null ? null : Where.parse(JSON.parse(given.from));
  const { houses, at } = where ? await gather(given, warning, where) : { houses: (await officialHouses(given)).slice(0, 90), at: null };
  const { rows, counts, parts } = await draft(given, warning, "alert", houses);
  const so: Where = where ?? { turn: "vulnerable", at: null, officials: houses.map((each) => each.id), messages: 0, parts: 0 };
  const then = { ...so, messages: so.messages + rows.length, parts: so.parts + parts };
  const next: Where | null = !where ? then : at !== null ? { ...then, at } : where.turn === "vulnerable" ? { ...then, turn: "rest", at: null } : null;
  const writes = [
    ...rows.map((row) => put(Send, row, "new")),
    ...(houses.length > 0 ? [add(Tally, tallyId(id, given.village.id), counts)] : []),
    ...(where ? [] : [put(Plan, { warning: id, step: "alert" as const, event: event.id, at: given.now.toISOString(), done: false, messages: 0, parts: 0 }, "new")]),
  ];
  if (next) return given.change({ writes, tasks: tasksFor(rows), next: JSON.stringify(next) });
  return given.change({ writes: [...writes, await finished(given, id, "alert", event.id, then.messages, then.parts)], tasks: tasksFor(rows), emits: { name: "planned", data: { warning: id, step: "alert", messages: then.messages, parts: then.parts } } });
};

/** Officials stand by as soon as a draft is put up: they need the minutes that the second person takes. */
export const planStandBy = async (given: Given, event: Heard<{ warning: string }>): Promise<Change | null> => {
  const id = event.data.warning;
  const warning = await given.county.get(Warning, id);
  if (!warning || warning.state !== "waiting" || (await plannedBefore(given, id, "stand-by", event.id))) return null;
  const { rows, counts, parts } = await draft(given, warning, "stand-by", (await officialHouses(given)).slice(0, 90));
  return given.change({
    writes: [...rows.map((row) => put(Send, row, "new")), add(Tally, tallyId(id, given.village.id), { planned: counts.planned, failed: counts.failed }), await finished(given, id, "stand-by", event.id, rows.length, parts)],
    tasks: tasksFor(rows), emits: { name: "planned", data: { warning: id, step: "stand-by", messages: rows.length, parts } },
  });
};
