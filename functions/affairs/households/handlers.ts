import { contract } from "../../../shared/affairs/households/contract.ts";
import type { Correction } from "../../../shared/affairs/households/contract.ts";
import type { HouseholdFacts } from "../../../shared/affairs/households/household.ts";
import words from "../../../shared/affairs/households/words.json" with { type: "json" };
import { Left, PaperAdded, Verified } from "../../../shared/circle/members/events.ts";
import { RollImported } from "../../../shared/platform/villages/events.ts";
import { hear, implement, look, Look, lookerOf, put, type Caller, type Change, type Stored, type Table } from "../../core/implement.ts";
import { deciders, mayNot, openRefusal, refusalOf, TOWNSHIP } from "./deciding.ts";
import { leave, settle } from "./listeners.ts";
import { householdOf } from "./reads.ts";
import { followMarks } from "./marks.ts";
import { mergePage } from "./roll.ts";
import { livesIn, sayWhoSleeps, sleepers, worksOn } from "./rules.ts";
import { Fix, Household } from "./rows.ts";
import { searched } from "./search.ts";
import { correction, line, whole } from "./view.ts";
import { openThings, weigh } from "./weigh.ts";

type House = Stored<Household>;

const own = async (table: Table, caller: Caller): Promise<House | null> =>
  caller.member?.household ? householdOf(table, caller.member.household) : null;
const inReach = async (table: Table, id: string, caller: Caller): Promise<House | null> => {
  const house = await householdOf(table, id);
  return house && worksOn(caller, house.group) ? house : null;
};
const saved = (house: House | HouseholdFacts & { version: number }, to: HouseholdFacts) => {
  const { version: _, ...value } = to as House;
  return put(Household, value, { version: house.version });
};
const newFix = (id: string, house: House, change: Correction, why: string, caller: Caller) =>
  ({ id, household: house.id, no: house.no, group: house.group, change, why, reason: null, checkedBy: null, lack: false, askedBy: caller.person! });

/** The second key opens only within an hour of the first. */
const KEY_HOLDS = 3_600_000;
const openedBy = async (table: Table, household: string, person: string, now: Date): Promise<boolean> =>
  (await table.list(Look, { under: `${household}#`, limit: 50 })).items.some((seen) => seen.person === person && seen.what === "file" && now.getTime() - Date.parse(seen.at) < KEY_HOLDS);

export const handler = implement("affairs/households", contract, words, {
  routes: {
    count: ({ village }) => ({ households: village.households, residents: village.residents }),
    list: async ({ table, caller, query }) => {
      const page = await searched(table, query, (house) => worksOn(caller, house.group));
      return { items: page.items.map((house) => line(house, caller)), next: page.next };
    },
    mine: async ({ table, caller, fail }) => {
      const house = await own(table, caller);
      return house ? whole(house) : fail("not-found");
    },
    looks: async ({ table, caller, query, fail }) => {
      const household = caller.member?.household;
      if (!household) return fail("not-found");
      return table.list(Look, { under: `${household}#`, limit: query.limit, cursor: query.cursor });
    },
    sleeping: async ({ table, caller, body, ifMatch, change, fail }) => {
      const house = await own(table, caller);
      if (!house) return fail("not-found");
      if (ifMatch !== null && ifMatch !== house.version) return fail("stale-version", { yourVersion: ifMatch, version: house.version });
      const after = sayWhoSleeps(house, body.people);
      if ("reason" in after) return fail("wrong-field", { field: after.field, reason: after.reason });
      return change({ writes: [saved(house, after)], emits: { name: "changed", data: { household: house.id, what: "sleeping" } }, answer: whole({ ...after, version: house.version + 1 }) });
    },
    ownCorrections: async ({ table, caller, query, fail }) => {
      const household = caller.member?.household;
      if (!household) return fail("not-found");
      const page = await table.byPerson(Fix, household, { limit: query.limit, cursor: query.cursor });
      return { items: page.items.map(correction), next: page.next };
    },
    one: async ({ table, caller, params, fail }) => {
      const house = await householdOf(table, params.id);
      if (house && livesIn(caller, house)) return whole(house);
      return house && worksOn(caller, house.group) ? line(house, caller) : fail("not-found");
    },
    look: async ({ table, caller, params, body, now, newId, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      if (body.purpose === "other" && !body.note) return fail("wrong-field", { field: "note", reason: "note-needed" });
      const id = newId();
      const seen = look({ now, newId }, lookerOf(caller), { household: house.id, purpose: body.purpose, what: "file", note: body.note ?? "" }, id);
      return change({ writes: [seen], emits: { name: "looked", data: { household: house.id, look: id, purpose: body.purpose } }, answer: whole(house, false) });
    },
    lookCloser: async ({ table, caller, params, body, now, newId, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      if (!(await openedBy(table, house.id, caller.person!, now))) return fail("look-first");
      const id = newId();
      const seen = look({ now, newId }, lookerOf(caller), { household: house.id, purpose: body.purpose, what: "sensitive", note: body.note }, id);
      return change({ writes: [seen], emits: { name: "looked", data: { household: house.id, look: id, purpose: body.purpose } }, answer: whole(house) });
    },
    sleepingFor: async ({ table, caller, params, body, ifMatch, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      if (ifMatch !== null && ifMatch !== house.version) return fail("stale-version", { yourVersion: ifMatch, version: house.version });
      const after = sayWhoSleeps(house, body.people);
      if ("reason" in after) return fail("wrong-field", { field: after.field, reason: after.reason });
      return change({ writes: [saved(house, after)], emits: { name: "changed", data: { household: house.id, what: "sleeping" } }, answer: line(after, caller) });
    },
    foundEmpty: async ({ table, caller, params, now, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      if (sleepers(house).length > 0) return fail("someone-sleeps-there");
      const after = { ...house, emptyChecked: now.toISOString() };
      return change({ writes: [saved(house, after)], emits: { name: "found-empty", data: { household: house.id } }, answer: line(after, caller) });
    },
    end: async ({ table, village, caller, params, now, words: texts, language, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      if (house.people.length > 0) return fail("someone-lives-there");
      const open = await openThings({ table, village, now }, house.id);
      if (open.length > 0) return openRefusal(open, { fail, words: texts, language });
      return change({ writes: [saved(house, { ...house, ended: { at: now.toISOString(), into: null } })], emits: { name: "changed", data: { household: house.id, what: "ended" } }, answer: line(house, caller) });
    },
    propose: async ({ table, village, caller, body, now, newId, words: texts, language, begin, change, fail }) => {
      const house = await own(table, caller);
      if (!house) return fail("not-found");
      const no = refusalOf(await weigh({ table, village, now }, house, body.change), { fail, words: texts, language });
      if (no) return no;
      const fix = newFix(newId(), house, body.change, body.why ?? "", caller);
      return change({ writes: [begin(Fix, fix)], emits: { name: "proposed", data: { correction: fix.id, household: house.id, what: body.change.what } }, answer: { ...fix, state: "proposed", history: [{ to: "proposed", at: now.toISOString() }] } });
    },
    proposeFor: async ({ table, village, caller, params, body, now, newId, words: texts, language, begin, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      const no = refusalOf(await weigh({ table, village, now }, house, body.change), { fail, words: texts, language });
      if (no) return no;
      const fix = newFix(newId(), house, body.change, body.why, caller);
      return change({ writes: [begin(Fix, fix)], emits: { name: "proposed", data: { correction: fix.id, household: house.id, what: body.change.what } }, answer: { ...fix, state: "proposed", history: [{ to: "proposed", at: now.toISOString() }] } });
    },
    corrections: async ({ table, village, caller, query }) => {
      const page = await table.list(Fix, { limit: query.limit, cursor: query.cursor });
      const township = caller.holds.includes(TOWNSHIP);
      const open = await Promise.all(page.items.map(async (fix) => worksOn(caller, fix.group) || (township && (await deciders(table, village.offices, { id: fix.household, group: fix.group })).others === 0)));
      return { items: page.items.filter((_, i) => open[i]).map(correction), next: page.next };
    },
  },
  lifecycle: {
    kind: Fix,
    sees: (fix, caller) => caller.member?.household === fix.household || worksOn(caller, fix.group) || caller.holds.includes(TOWNSHIP),
    view: correction,
    about: (fix) => ({ values: { no: fix.no }, where: "affairs/households" }),
    clocks: { answerBy: (fix, settings) => new Date(Date.parse(fix.history.at(-1)!.at) + settings.answerWithin) },
    moves: {
      check: async ({ table, village, row, caller, body, moved, fail }) => {
        const no = await mayNot(table, row, caller, village);
        return no ? fail(no) : moved({ row: { checkedBy: body.by }, emits: { name: "checked", data: { correction: row.id, household: row.household, by: body.by } } });
      },
      accept: async ({ table, village, row, caller, now, words: texts, language, moved, fail }) => {
        const no = await mayNot(table, row, caller, village);
        if (no) return fail(no);
        const house = await householdOf(table, row.household);
        const weighed = house && (await weigh({ table, village, now }, house, row.change, row.id));
        if (!weighed || "wrong" in weighed) return fail("no-longer-fits");
        if ("no" in weighed) return fail(weighed.no);
        if ("open" in weighed) return openRefusal(weighed.open, { fail, words: texts, language });
        return moved({ writes: weighed.writes, emits: { name: "changed", data: { ...weighed.data, correction: row.id } }, tells: [{ household: row.household, key: "accepted", where: "affairs/households" }] });
      },
      refuse: async ({ table, village, row, caller, body, moved, fail }) => {
        const no = await mayNot(table, row, caller, village);
        return no ? fail(no) : moved({ row: { reason: body.reason }, emits: { name: "refused", data: { correction: row.id, household: row.household } }, tells: [{ household: row.household, key: "refused", where: "affairs/households" }] });
      },
      remind: async ({ table, village, row, now, moved }) => {
        const overdue = (): Change => moved({ to: "overdue", emits: { name: "overdue", data: { correction: row.id, household: row.household } } });
        const house = await householdOf(table, row.household);
        const { own: living, others } = await deciders(table, village.offices, { id: row.household, group: row.group });
        if (living + others > 0 || !house?.people.some((each) => each.person === row.askedBy)) return overdue();
        // Nobody holds an office that could check it: what a household says of itself stands by itself, and is marked so.
        const weighed = await weigh({ table, village, now }, house, row.change, row.id);
        return "writes" in weighed ? moved({ to: "accepted", row: { lack: true }, writes: weighed.writes, emits: { name: "changed", data: { ...weighed.data, correction: row.id } }, tells: [{ household: row.household, key: "accepted", where: "affairs/households" }] }) : overdue();
      },
    },
  },
  on: {
    "platform/villages/roll-imported": hear(RollImported, mergePage),
    "affairs/houses/marked": followMarks,
    "circle/members/paper-added": hear(PaperAdded, settle),
    "circle/members/verified": hear(Verified, settle),
    "circle/members/left": hear(Left, leave),
  },
});
