import words from "../../../shared/alerts/roll-call/words.json" with { type: "json" };
import { Answered } from "../../../shared/alerts/answers/events.ts";
import { Entered } from "../../../shared/alerts/door-sheets/events.ts";
import { contract } from "../../../shared/alerts/roll-call/contract.ts";
import { Moved } from "../../../shared/alerts/roll-call/events.ts";
import type { Fact } from "../../../shared/alerts/roll-call/states.ts";
import { Issued, Over } from "../../../shared/alerts/warnings/events.ts";
import { add, due, hear, implement, look, lookerOf, Village, type Outgoing, type Stored } from "../../core/implement.ts";
import { contactsOf, contactsOfMany, phonesOf } from "../../alerts/contacts/reads.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import { unplacedOpen } from "../answers/reads.ts";
import { alertOf, isRunning, Warning } from "../warnings/reads.ts";
import { lineOf, linesOf, totalsOf } from "./board.ts";
import { moveOf, saved } from "./moves.ts";
import { rollPageOf } from "./open-roll.ts";
import { rollOf, wholeRoll } from "./reads.ts";
import { Board, boardId, Roll } from "./rows.ts";
import { afterWord, boardDelta, boardOrder, isOpen, nextMorning, secondsTo, type Word } from "./rules.ts";
import { say } from "../../../shared/contract/language.ts";
import { reportOf } from "./report.ts";
import { linesFor } from "./view.ts";

const NO_TIMES = { half: null, ninety: null, all: null };
/** Reading whole rolls for the times costs a page of reads a hundred households: not beyond this. */
const TIMES_UP_TO = 3_000;
const FACT_OF = { moved: "left", safe: "safe", stayed: "stayed", away: "away", empty: "empty", refused: "refused", "needs-help": "help", "helper-coming": "helper-coming" } as const satisfies Record<string, Fact>;
const page = <T>(items: readonly T[], cursor: string | undefined, limit: number): { items: T[]; next: string | null } => {
  const start = Math.max(0, Number(cursor ?? 0) || 0);
  return { items: items.slice(start, start + limit), next: start + limit < items.length ? String(start + limit) : null };
};
const shows = (roll: Stored<Roll>, show: "open" | "help" | "vulnerable" | "all"): boolean =>
  show === "all" || (show === "help" ? ["needs-help", "helper-coming"].includes(roll.state) : show === "vulnerable" ? roll.vulnerable.length > 0 : roll.open || roll.conflict !== null);
const villagesOf = (warning: Pick<Warning, "parts">): string[] => [...new Set(warning.parts.map((part) => part.village))];

export const handler = implement("alerts/roll-call", contract, words, {
  routes: {
    board: async ({ county, region, inVillage, params, query, fail }) => {
      const warning = await county.get(Warning, params.warning);
      if (!warning?.issuedAt) return fail("not-found");
      const villages = (await Promise.all(villagesOf(warning).map((id) => inVillage(id).get(Village, "")))).filter((each) => each !== null);
      const lines = await linesOf(county, inVillage, villages, warning.id);
      const totals = totalsOf(lines);
      const times = query.times && totals.households <= TIMES_UP_TO ? secondsTo((await Promise.all(villages.map((each) => wholeRoll(inVillage(each.id), warning.id)))).flat()) : NO_TIMES;
      return { totals, ...page(lines, query.cursor, query.limit), unplaced: (await unplacedOpen(region)).length, secondsTo: times };
    },
    report: async ({ county, inVillage, params, fail, language, now, facts }) => {
      const warning = await county.get(Warning, params.warning);
      if (!warning?.issuedAt) return fail("not-found");
      const villages = (await Promise.all(villagesOf(warning).map((id) => inVillage(id).get(Village, "")))).filter((each) => each !== null);
      const lines = await linesOf(county, inVillage, villages, warning.id);
      const time = new Intl.DateTimeFormat("en-GB", { timeZone: facts.zone, hour: "2-digit", minute: "2-digit" }).format(now);
      return reportOf(words, language, { hazard: warning.hazard, colour: warning.colour, time }, totalsOf(lines), lines);
    },
    village: async ({ table, county, village, params, query, now, fail }) => {
      if (!(await alertOf(table, params.warning))) return fail("not-found");
      const rolls = await wholeRoll(table, params.warning);
      const chosen = page(rolls.filter((roll) => shows(roll, query.show)).sort(boardOrder), query.cursor, query.limit);
      return { totals: await lineOf(county, table, village, params.warning), items: await linesFor(table, params.warning, chosen.items, now), next: chosen.next, secondsTo: query.times ? secondsTo(rolls) : NO_TIMES };
    },
    mine: async ({ table, params, caller, now, fail }) => {
      const roll = await rollOf(table, params.warning, caller.member!.household!);
      return roll ? (await linesFor(table, params.warning, [roll], now))[0]! : fail("not-found");
    },
    tick: async ({ table, params, body, caller, now, settings, facts, fail, change }) => {
      const alert = await alertOf(table, params.warning);
      if (!alert) return fail("not-on-this-roll");
      if (body.is === "refused" && !body.witness) return fail("witness-needed", { field: "witness" });
      if (body.channel === "relative" && !body.saidBy) return fail("said-by-needed", { field: "saidBy" });
      const said = body.at ?? now.toISOString();
      if (said > new Date(now.getTime() + 60_000).toISOString() || said < alert.issuedAt) return fail("at-wrong", { field: "at" });
      const rolls = await table.many(Roll, [...new Set(body.households)].map((household) => `${params.warning}#${household}`));
      if (rolls.some((roll) => roll === null)) return fail("not-on-this-roll", { field: "households" });
      const word: Word = { fact: FACT_OF[body.is], people: body.people ?? null, seen: body.channel !== "relative", channel: body.channel, said, by: body.saidBy ?? caller.member?.name ?? caller.person, words: body.words ?? null, witness: body.witness ?? null };
      const moved = rolls.flatMap((roll) => {
        const people = word.people ?? (word.fact === "left" || word.fact === "safe" ? roll!.sleepers : null);
        const after = afterWord(roll!, { ...word, people }, { ...settings, tomorrow: nextMorning(facts.zone, now) });
        return after ? [{ before: roll!, after }] : [];
      });
      const answer = { items: await linesFor(table, params.warning, rolls.map((roll) => ({ ...(moved.find((each) => each.before === roll)?.after ?? roll!), version: roll!.version + 1 })), now), next: null };
      if (moved.length === 0) return answer;
      return change({ writes: moved.map(({ before, after }) => saved(before, after)), emits: { name: "moved", data: { warning: params.warning, moves: moved.map(({ before, after }) => moveOf(before, after)) } }, answer });
    },
    take: async ({ table, params, caller, now, fail, change }) => {
      const roll = await rollOf(table, params.warning, params.household);
      if (!roll) return fail("not-found");
      if (roll.state === "helper-coming") return fail("already-taken", { state: roll.state, detail: { taker: roll.taker } });
      if (roll.state !== "needs-help") return fail("no-call", { state: roll.state });
      const after: Roll = { ...roll, state: "helper-coming", taker: caller.member?.name ?? caller.person, since: now.toISOString(), dueAt: null, dueClock: null };
      return change({ writes: [saved(roll, after)], emits: { name: "moved", data: { warning: params.warning, moves: [moveOf(roll, after)] } }, answer: (await linesFor(table, params.warning, [{ ...after, version: roll.version + 1 }], now))[0]! });
    },
    settle: async ({ table, params, body, now, fail, change }) => {
      const roll = await rollOf(table, params.warning, params.household);
      if (!roll) return fail("not-found");
      if (!roll.conflict) return fail("no-conflict");
      const { conflict } = roll;
      const after: Roll = body.keep === "online" ? { ...roll, conflict: null }
        : { ...roll, state: conflict.state, since: now.toISOString(), saidAt: conflict.at, channel: conflict.channel, byHelper: true, moved: conflict.moved, seen: true, conflict: null, open: isOpen(conflict.state, { ...roll, seen: true }), dueAt: null, dueClock: null };
      return change({ writes: [saved(roll, after)], emits: { name: "moved", data: { warning: params.warning, moves: [moveOf(roll, after)] } }, answer: (await linesFor(table, params.warning, [{ ...after, version: roll.version + 1 }], now))[0]! });
    },
    look: async ({ table, params, caller, now, newId, fail, change }) => {
      const [roll, alert] = await Promise.all([rollOf(table, params.warning, params.household), alertOf(table, params.warning)]);
      if (!roll || !alert) return fail("not-found");
      if (!isRunning(alert, now) && !roll.open) return fail("warning-over");
      const [contact, household] = await Promise.all([contactsOf(table, params.household), householdOf(table, params.household)]);
      const nameOf = (person: string): string => household?.people.find((each) => each.person === person)?.name ?? "";
      return change({ writes: [look({ now, newId }, lookerOf(caller), { household: params.household, purpose: "warning", what: "phones" })], emits: { name: "phones-seen", data: { warning: params.warning, household: params.household } }, answer: { phones: phonesOf(contact, true).map((entry) => ({ name: nameOf(entry.person), phone: entry.phone })) } });
    },
    remove: ({ fail }) => fail("never-after-issue"),
  },
  on: {
    "alerts/warnings/issued": hear(Issued, async (given, { data }) => {
      const warning = await given.county.get(Warning, data.warning);
      if (!warning || !given.village) return null;
      const { writes, next, households } = await rollPageOf(given, warning, given.from);
      return given.change({ writes, ...(next === null ? { emits: { name: "opened", data: { warning: warning.id, households } } } : { next }) });
    }),
    "alerts/warnings/over": hear(Over, async () => null),
    "alerts/answers/answered": hear(Answered, async ({ table, settings, facts, now, change }, { data, by }) => {
      const roll = await rollOf(table, data.warning, data.household);
      if (!roll) throw new Error("the roll is not open yet");
      const after = afterWord(roll, { fact: data.fact, people: data.people, seen: data.seen, channel: data.channel, said: data.said, by: data.channel === "relative" ? null : by }, { ...settings, tomorrow: nextMorning(facts.zone, now) });
      return after && change({ writes: [saved(roll, after)], emits: { name: "moved", data: { warning: data.warning, moves: [moveOf(roll, after)] } } });
    }),
    "alerts/door-sheets/entered": hear(Entered, async ({ table, settings, facts, now, change }, { data, by }) => {
      const rolls = await table.many(Roll, data.ticks.map((tick) => `${data.warning}#${tick.household}`));
      const moved = data.ticks.flatMap((tick, i) => {
        const before = rolls[i];
        const after = before && afterWord(before, { fact: FACT_OF[tick.is], people: tick.people ?? (tick.is === "moved" || tick.is === "safe" ? before.sleepers : null), seen: true, channel: "paper", said: tick.at, by }, { ...settings, tomorrow: nextMorning(facts.zone, now) });
        return before && after ? [{ before, after }] : [];
      });
      return moved.length === 0 ? null : change({ writes: moved.map(({ before, after }) => saved(before, after)), emits: { name: "moved", data: { warning: data.warning, moves: moved.map(({ before, after }) => moveOf(before, after)) } } });
    }),
    "alerts/roll-call/moved": hear(Moved, async ({ change, village }, { data }) => {
      const delta = boardDelta(data.moves);
      return Object.keys(delta).length === 0 ? null : change({ writes: [add(Board, boardId(data.warning, village.id), delta)] });
    }),
  },
  due: {
    /** A call for help has a clock: untaken, it goes to the next taker, then the county. */
    untaken: due(Roll, async ({ table, village, settings, now, facts, change }, roll) => {
      const { version, ...rest } = roll;
      if (roll.state !== "needs-help") return null;
      const level = roll.helpLevel + 1;
      const after: Roll = { ...rest, helpLevel: level, dueAt: level < 3 ? new Date(now.getTime() + settings.takeWithin).toISOString() : null, dueClock: level < 3 ? "untaken" : null };
      const people = [...new Set(["secretary", "director", "committee", "grid-worker"].flatMap((office) => village.offices[office] ?? []))];
      return change({ writes: [saved({ ...rest, version }, after)], emits: { name: "help-untaken", data: { warning: roll.warning, household: roll.household, level } }, sends: await helpTexts(table, people, roll, village.names["zh"] ?? village.id, facts, now) });
    }),
    /** Heat and cold: the vulnerable are seen once a day. */
    tomorrow: due(Roll, async ({ table, now, facts, change }, roll) => {
      const alert = await alertOf(table, roll.warning);
      const { version, ...rest } = roll;
      if (!alert || !isRunning(alert, now)) return null;
      const fresh: Roll = { ...rest, state: "not-reached", seen: false, rank: 0, byHelper: false, saidAt: null, since: now.toISOString(), startedAt: now.toISOString(), dueAt: nextMorning(facts.zone, now), dueClock: "tomorrow", open: true };
      return change({ writes: [saved({ ...rest, version }, fresh)], emits: { name: "moved", data: { warning: roll.warning, moves: [moveOf(rest, fresh)] } } });
    }),
  },
});

/** Texts to the village's officers whose household has a phone. */
async function helpTexts(table: Parameters<typeof contactsOfMany>[0], people: readonly string[], roll: Roll, village: string, facts: { helpPhone: string }, now: Date): Promise<Outgoing[]> {
  const { Member } = await import("../../core/implement.ts");
  const members = (await table.many(Member, people)).filter((each) => each?.household);
  const contacts = await contactsOfMany(table, members.map((each) => each!.household!));
  const minutes = Math.max(1, Math.round((now.getTime() - Date.parse(roll.helpSince ?? now.toISOString())) / 60_000));
  return contacts.flatMap((contact, i): Outgoing[] => {
    const entry = phonesOf(contact, true).find((each) => each.person === members[i]!.person) ?? phonesOf(contact, true)[0];
    if (!entry) return [];
    const params = { village, no: roll.no, head: roll.head, minutes: String(minutes), phone: facts.helpPhone };
    return [{ to: entry.phone, templateKey: "help-untaken", params, text: say(words, entry.language === "en" ? "en" : "zh", "help.sms", params), expiresAt: new Date(now.getTime() + 3_600_000).toISOString(), purpose: "warning" }];
  });
}
