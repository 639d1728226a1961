import { contract } from "../../../shared/alerts/door-sheets/contract.ts";
import { Looked, Printed } from "../../../shared/alerts/door-sheets/events.ts";
import words from "../../../shared/alerts/door-sheets/words.json" with { type: "json" };
import { hear, implement, put, type Stored, type Table } from "../../core/implement.ts";
import { warningHere } from "../answers/reads.ts";
import { buddiesOf } from "../vulnerable/reads.ts";
import { isRunning, type Alert } from "../warnings/reads.ts";
import { doorsBy, doorsOf, phonesBy, type Line } from "./doors.ts";
import { tellHouses } from "./looks.ts";
import { Entry, Sheet, SheetDay } from "./rows.ts";
import { dayIn, groupsFor, onlyGroup, sheetNumber, villageLetters, walkingOrder, wrongTick } from "./rules.ts";

/** A sheet as it is printed or looked at: numbers to call and neighbours to ask only while the warning lasts. */
const shown = async (table: Table, sheet: Sheet, alert: Alert, lines: readonly Line[], running: boolean, now: Date) => {
  const households = lines.map((line) => line.household);
  const [phones, buddies] = running ? await Promise.all([phonesBy(table, households), buddiesOf(table, households, now)]) : [new Map<string, string>(), new Map<string, string[]>()];
  return {
    id: sheet.id, number: sheet.number, warning: sheet.warning, sweeper: sheet.sweeper, groups: sheet.groups, printedAt: sheet.printedAt,
    script: { zh: alert.texts.zh.speaker, en: alert.texts.en.speaker }, headline: { zh: alert.texts.zh.headline, en: alert.texts.en.headline },
    lines: lines.map((line) => ({ ...line, vulnerable: [...line.vulnerable], buddies: buddies.get(line.household) ?? [], phone: phones.get(line.household) ?? null })),
  };
};
const sheetOf = (table: Table, warning: string, id: string): Promise<Stored<Sheet> | null> => table.get(Sheet, `${warning}#${id}`);

export const handler = implement("alerts/door-sheets", contract, words, {
  routes: {
    print: async (given) => {
      const { table, params, body, caller, village, facts, now, newId, fail } = given;
      const alert = await warningHere(given, params.warning);
      if (!alert) return fail("not-found");
      const groups = groupsFor(body.groups, onlyGroup(caller));
      if (!groups) return fail("role-missing");
      const day = dayIn(facts.zone, now);
      const [doors, before] = await Promise.all([doorsOf(table, alert), table.get(SheetDay, day)]);
      const lines = walkingOrder(doors.filter((line) => line.open && (groups.length === 0 || groups.includes(line.group))));
      const nth = (before?.sheets ?? 0) + 1;
      const letters = villageLetters(village.names["en"] ?? "") || village.id.slice(-3);
      const sheet: Sheet = {
        id: newId(), warning: alert.id, number: sheetNumber(letters, day, nth), sweeper: body.sweeper, groups, households: lines.map((line) => line.household),
        printedAt: now.toISOString(), printedBy: caller.key, printedName: caller.member?.name ?? caller.office ?? "", entries: 0,
      };
      return given.change({
        writes: [put(Sheet, sheet, "new"), put(SheetDay, { day, sheets: nth }, before ? { version: before.version } : "new")],
        emits: { name: "printed", data: { warning: alert.id, sheet: sheet.id } }, answer: await shown(table, sheet, alert, lines, isRunning(alert, now), now),
      });
    },
    list: async ({ table, params, query, caller }) => {
      const own = onlyGroup(caller);
      const page = await table.list(Sheet, { under: `${params.warning}#`, ...query });
      return { next: page.next, items: page.items.filter((sheet) => own === null || sheet.groups.includes(own)).map((sheet) => ({ ...sheet, printedBy: sheet.printedName })) };
    },
    one: async (given) => {
      const { table, params, caller, now, fail } = given;
      const [alert, sheet] = await Promise.all([warningHere(given, params.warning), sheetOf(table, params.warning, params.id)]);
      const own = onlyGroup(caller);
      if (!alert || !sheet || (own !== null && !sheet.groups.includes(own))) return fail("not-found");
      const lines = (await doorsBy(table, alert.id, sheet.households)).filter((line) => own === null || line.group === own);
      const running = isRunning(alert, now);
      const answer = await shown(table, sheet, alert, lines, running, now);
      return running ? given.change({ writes: [], emits: { name: "looked", data: { warning: alert.id, sheet: sheet.id } }, answer }) : answer;
    },
    enter: async (given) => {
      const { table, params, body, caller, now, newId, fail } = given;
      const [alert, sheet] = await Promise.all([warningHere(given, params.warning), sheetOf(table, params.warning, params.id)]);
      const own = onlyGroup(caller);
      if (!alert || !sheet || (own !== null && !sheet.groups.includes(own))) return fail("not-found");
      const wrong = wrongTick(body.ticks, sheet, alert.issuedAt, now);
      if (wrong) return fail(wrong.code, { field: wrong.field });
      const { version, ...rest } = sheet;
      const ticks = body.ticks.map((tick) => ({ household: tick.household, is: tick.is, people: tick.people ?? null, at: tick.at }));
      const entry: Entry = { id: newId(), warning: alert.id, sheet: sheet.id, by: body.by, enteredBy: caller.key, at: now.toISOString(), ticks: body.ticks.map((tick, i) => ({ ...ticks[i]!, witness: tick.witness ?? null, words: tick.words ?? null })) };
      return given.change({
        writes: [put(Entry, entry, "new"), put(Sheet, { ...rest, entries: rest.entries + 1 }, { version })],
        emits: { name: "entered", data: { warning: alert.id, sheet: sheet.id, entry: entry.id, ticks } }, answer: { entered: ticks.length },
      });
    },
  },
  on: {
    "alerts/door-sheets/printed": hear(Printed, tellHouses),
    "alerts/door-sheets/looked": hear(Looked, tellHouses),
  },
});
