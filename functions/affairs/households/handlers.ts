import { contract } from "../../../shared/affairs/households/contract.ts";
import type { Correction } from "../../../shared/affairs/households/contract.ts";
import type { HouseholdFacts } from "../../../shared/affairs/households/household.ts";
import words from "../../../shared/affairs/households/words.json" with { type: "json" };
import { PaperAdded, Verified } from "../../../shared/circle/members/events.ts";
import { RollImported } from "../../../shared/platform/villages/events.ts";
import { hear, implement, Member, put, stableId, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { mergePage } from "./roll.ts";
import { apply, holders, judge, livesIn, sayWhoSleeps, sleepers, welcome, worksOn } from "./rules.ts";
import { Fix, Household, Look } from "./rows.ts";
import { correction, line, whole } from "./view.ts";

type House = Stored<Household>;
const PAGE = 50;
const DECIDERS = ["secretary", "committee", "grid-worker", "group-leader"];

const own = async (table: Table, caller: Caller): Promise<House | null> =>
  caller.member?.household ? table.get(Household, caller.member.household) : null;
const inReach = async (table: Table, id: string, caller: Caller): Promise<House | null> => {
  const house = await table.get(Household, id);
  return house && worksOn(caller, house.group) ? house : null;
};
const saved = (house: House | HouseholdFacts & { version: number }, to: HouseholdFacts) => {
  const { version: _, ...value } = to as House;
  return put(Household, value, { version: house.version });
};
const joiningId = (village: string, house: House, change: Correction): string => (change.what === "joined" ? stableId(`${village}|${house.no}|${change.name}`) : "");
const yearOf = (now: Date): number => now.getUTCFullYear();

export const handler = implement("affairs/households", contract, words, {
  routes: {
    count: ({ village }) => ({ households: village.households, residents: village.residents }),
    list: async ({ table, caller, query }) => {
      const page = await table.list(Household, { limit: Math.min(query.limit, PAGE), cursor: query.cursor, oldestFirst: true });
      return { items: page.items.filter((house) => worksOn(caller, house.group)).map((house) => line(house, caller)), next: page.next };
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
      const house = await table.get(Household, params.id);
      if (house && livesIn(caller, house)) return whole(house);
      return house && worksOn(caller, house.group) ? line(house, caller) : fail("not-found");
    },
    look: async ({ table, caller, params, body, now, newId, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      if (body.purpose === "other" && !body.note) return fail("wrong-field", { field: "note", reason: "note-needed" });
      const look = { id: newId(), household: house.id, at: now.toISOString(), person: caller.person!, office: caller.office!, name: caller.member?.name ?? "", purpose: body.purpose, note: body.note ?? "" };
      return change({ writes: [put(Look, look, "new")], emits: { name: "looked", data: { household: house.id, look: look.id, purpose: body.purpose } }, answer: whole(house) });
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
    propose: async ({ table, caller, body, now, newId, begin, change, fail }) => {
      const house = await own(table, caller);
      if (!house) return fail("not-found");
      const wrong = judge(house, body.change, yearOf(now));
      if (wrong === "already-here") return fail(wrong);
      if (wrong) return fail("wrong-field", { field: wrong.field, reason: wrong.reason });
      const fix = { id: newId(), household: house.id, no: house.no, group: house.group, change: body.change, why: body.why ?? "", reason: null, askedBy: caller.person! };
      return change({ writes: [begin(Fix, fix)], emits: { name: "proposed", data: { correction: fix.id, household: house.id, what: body.change.what } }, answer: { ...fix, state: "proposed", history: [{ to: "proposed", at: now.toISOString() }] } });
    },
    proposeFor: async ({ table, caller, params, body, now, newId, begin, change, fail }) => {
      const house = await inReach(table, params.id, caller);
      if (!house) return fail("not-found");
      const wrong = judge(house, body.change, yearOf(now));
      if (wrong === "already-here") return fail(wrong);
      if (wrong) return fail("wrong-field", { field: wrong.field, reason: wrong.reason });
      const fix = { id: newId(), household: house.id, no: house.no, group: house.group, change: body.change, why: body.why, reason: null, askedBy: caller.person! };
      return change({ writes: [begin(Fix, fix)], emits: { name: "proposed", data: { correction: fix.id, household: house.id, what: body.change.what } }, answer: { ...fix, state: "proposed", history: [{ to: "proposed", at: now.toISOString() }] } });
    },
    corrections: async ({ table, caller, query }) => {
      const page = await table.list(Fix, { limit: query.limit, cursor: query.cursor });
      return { items: page.items.filter((fix) => worksOn(caller, fix.group)).map(correction), next: page.next };
    },
  },
  lifecycle: {
    kind: Fix,
    sees: (fix, caller) => caller.member?.household === fix.household || worksOn(caller, fix.group),
    view: correction,
    clocks: { answerBy: (fix, settings) => new Date(Date.parse(fix.history.at(-1)!.at) + settings.answerWithin) },
    moves: {
      accept: async ({ table, village, row, caller, now, moved, fail }) => {
        if (!worksOn(caller, row.group)) return fail("not-found");
        if (caller.member?.household === row.household && holders(village.offices, DECIDERS) > 1) return fail("own-household");
        const house = await table.get(Household, row.household);
        if (!house || judge(house, row.change, yearOf(now)) !== null) return fail("no-longer-fits");
        const joining = joiningId(village.id, house, row.change);
        const person = row.change.what === "joined" ? joining : "person" in row.change ? row.change.person : null;
        return moved({ writes: [saved(house, apply(house, row.change, joining))], emits: { name: "changed", data: { household: house.id, what: row.change.what, person, correction: row.id } } });
      },
      refuse: ({ village, row, caller, body, moved, fail }) => {
        if (!worksOn(caller, row.group)) return fail("not-found");
        if (caller.member?.household === row.household && holders(village.offices, DECIDERS) > 1) return fail("own-household");
        return moved({ row: { reason: body.reason }, emits: { name: "refused", data: { correction: row.id, household: row.household } } });
      },
      remind: ({ row, moved }) => moved({ emits: { name: "overdue", data: { correction: row.id, household: row.household } } }),
    },
  },
  on: {
    "platform/villages/roll-imported": hear(RollImported, mergePage),
    "circle/members/paper-added": hear(PaperAdded, async ({ table, change }, { data }) => {
      const [house, member] = [await table.get(Household, data.household), await table.get(Member, data.person)];
      if (!house || !member || house.people.some((each) => each.person === data.person)) return null;
      const { person, name, bornIn, sleepsHere, vulnerable } = member;
      const after = welcome(house, { person, name, bornIn, sleepsHere, vulnerable, head: house.people.length === 0, roll: "~" });
      return change({ writes: [saved(house, after)], emits: { name: "changed", data: { household: house.id, what: "joined", person: data.person } } });
    }),
    "circle/members/verified": hear(Verified, async ({ table, change }, { data }) => {
      const [house, member] = [await table.get(Household, data.household), await table.get(Member, data.person)];
      if (!house || !member || house.people.some((each) => each.person === data.person)) return null;
      const { person, name, bornIn, sleepsHere, vulnerable } = member;
      const after = welcome(house, { person, name, bornIn, sleepsHere, vulnerable, head: house.people.length === 0, roll: "~" }, data.instead ?? undefined);
      return change({ writes: [saved(house, after)], emits: { name: "changed", data: data.instead ? { household: house.id, what: "replaced", person: data.person, instead: data.instead } : { household: house.id, what: "joined", person: data.person } } });
    }),
  },
});
