import { contract } from "../../../shared/affairs/houses/contract.ts";
import words from "../../../shared/affairs/houses/words.json" with { type: "json" };
import { implement, look, lookerOf, put, remove, stableId, type Caller, type Stored, type Table, type Village } from "../../core/implement.ts";
import { householdOf, householdsBy, livesIn, worksOn, type Household } from "../households/reads.ts";
import { whenChanged, whenEmpty, whenMerged } from "./follow.ts";
import { counted, MOST_AREAS, recount } from "./recount.ts";
import { House, HouseArea } from "./rows.ts";
import { dayWrong, isLivedIn, stateAfterDamage, stateByGrade, withDamage } from "./rules.ts";
import { line, whole } from "./view.ts";

const PAGE = 50;
const DECIDERS = ["secretary", "committee", "grid-worker", "group-leader"];
const YEAR = /^\d{4}/;

interface Found { readonly house: Stored<House>; readonly household: Stored<Household> | null }
const at = async (table: Table, id: string): Promise<Found | null> => {
  const [house, household] = await Promise.all([table.get(House, id), householdOf(table, id)]);
  return house && { house, household };
};
const inReach = async (table: Table, id: string, caller: Caller): Promise<Found | null> => {
  const found = await at(table, id);
  return found && worksOn(caller, found.house.group) ? found : null;
};
/** Nobody grades the own house where another holds an office that may. */
const isOwn = (village: Village, caller: Caller, house: House): boolean =>
  caller.member?.household === house.id && new Set(DECIDERS.flatMap((name) => village.offices[name] ?? [])).size > 1;
const today = (zone: string, now: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);

export const handler = implement("affairs/houses", contract, words, {
  routes: {
    list: async ({ table, caller, query }) => {
      const page = await table.list(House, { limit: Math.min(query.limit, PAGE), cursor: query.cursor, oldestFirst: true });
      const mine = page.items.filter((house) => worksOn(caller, house.group));
      const lives = new Map((await householdsBy(table, mine.map(({ id }) => id))).map((each) => [each.id, each]));
      const lines = mine.map((house) => line(house, lives.get(house.id) ?? null)).sort((a, b) => a.order - b.order);
      const shown = query.show === "all" ? lines : query.show === "flagged" ? lines.filter(({ flags }) => flags.length > 0) : lines.filter(({ marks }) => marks.some((mark) => mark === query.show));
      return { items: shown, next: page.next };
    },
    mine: async ({ table, caller, fail }) => {
      const found = caller.member?.household ? await at(table, caller.member.household) : null;
      return found ? whole(found.house, found.household) : fail("not-found");
    },
    areas: ({ table, query }) => table.list(HouseArea, { limit: query.limit, cursor: query.cursor, oldestFirst: true }),
    saveArea: async ({ table, village, body, now, newId, change, fail }) => {
      const kept = await table.list(HouseArea, { limit: MOST_AREAS + 5 });
      if (kept.items.filter((each) => !each.made).length >= MOST_AREAS) return fail("too-many-areas");
      const area: HouseArea = { id: newId(), village: village.id, names: { zh: body.name, en: body.name }, mark: body.mark, groups: [...new Set(body.groups)], made: false, ...(await counted(table, body, now)), countedAt: now.toISOString() };
      return change({ writes: [put(HouseArea, area, "new")], emits: { name: "area-saved", data: { area: area.id } }, answer: area });
    },
    dropArea: async ({ table, params, change, fail }) => {
      const area = await table.get(HouseArea, params.area);
      if (!area || area.made) return fail("not-found");
      return change({ writes: [remove(HouseArea, area.id, area.version)], emits: { name: "area-dropped", data: { area: area.id } }, answer: { done: true } });
    },
    begin: async ({ table, village, caller, body, begin, change, fail }) => {
      if (!worksOn(caller, body.group)) return fail("not-found");
      const id = stableId(`${village.id}|${body.no}`);
      const [house, household] = await Promise.all([table.get(House, id), householdOf(table, id)]);
      if (house) return fail("already-here");
      const facts = { id, no: body.no, group: household?.group ?? body.group, order: household?.order ?? 0, structure: null, storeys: null, builtIn: null, toilet: null, marks: [], media: [], inspection: null, repairedOn: null, damages: [], emptyOn: null };
      const write = begin(House, facts);
      return change({ writes: [write], emits: { name: "written", data: { house: id } }, answer: line({ ...(write as { value: unknown }).value as House, version: 1 }, household) });
    },
    one: async ({ table, params, caller, fail }) => {
      const found = await at(table, params.id);
      if (found && livesIn(caller, found.house)) return whole(found.house, found.household);
      return found && worksOn(caller, found.house.group) ? line(found.house, found.household) : fail("not-found");
    },
    look: async ({ table, params, caller, body, now, newId, change, fail }) => {
      const found = await inReach(table, params.id, caller);
      if (!found) return fail("not-found");
      if (body.purpose === "other" && !body.note) return fail("wrong-field", { field: "note", reason: "note-needed" });
      const { house, household } = found;
      const id = household ? newId() : null;
      const writes = household && id ? [look({ now, newId }, lookerOf(caller), { household: household.id, purpose: body.purpose, what: "file", note: body.note ?? "" }, id)] : [];
      return change({ writes, emits: { name: "looked", data: { house: house.id, look: id, purpose: body.purpose } }, answer: whole(house, household) });
    },
    write: async ({ table, params, caller, body, ifMatch, now, facts, change, fail }) => {
      const found = await inReach(table, params.id, caller);
      if (!found) return fail("not-found");
      if (body.builtIn !== null && body.builtIn > Number(YEAR.exec(today(facts.zone, now))![0])) return fail("wrong-field", { field: "builtIn", reason: "in-the-future" });
      const { version, ...house } = found.house;
      const after = { ...house, ...body };
      return change({ writes: [put(House, after, { version: ifMatch ?? version, ...(ifMatch === null ? {} : { fromClient: true as const }) })], emits: { name: "written", data: { house: house.id } }, answer: line({ ...after, version: version + 1 }, found.household) });
    },
    mark: async ({ table, params, caller, body, change, fail }) => {
      const found = await inReach(table, params.id, caller);
      if (!found) return fail("not-found");
      const { version, ...house } = found.house;
      const after = { ...house, marks: [...new Set(body.marks)] };
      return change({ writes: [put(House, after, { version })], emits: { name: "marked", data: { house: house.id, marks: after.marks } }, answer: line({ ...after, version: version + 1 }, found.household) });
    },
    foundEmpty: async ({ table, params, caller, now, change, fail }) => {
      const found = await inReach(table, params.id, caller);
      if (!found) return fail("not-found");
      if (isLivedIn(found.household)) return fail("has-household");
      const { version, ...house } = found.house;
      const after = { ...house, emptyOn: now.toISOString() };
      return change({ writes: [put(House, after, { version })], emits: { name: "found-empty", data: { house: house.id } }, answer: line({ ...after, version: version + 1 }, found.household) });
    },
  },
  lifecycle: {
    kind: House,
    sees: (house, caller) => worksOn(caller, house.group),
    view: (house) => ({ ...house, grade: house.inspection?.grade ?? null, inspectedOn: house.inspection?.on ?? null, damages: house.damages.length }),
    clocks: {},
    moves: {
      inspect: ({ row, village, caller, body, now, facts, moved, fail }) => {
        if (isOwn(village, caller, row)) return fail("own-house");
        const wrong = dayWrong(body.on, today(facts.zone, now));
        if (wrong) return fail("wrong-field", { field: "on", reason: wrong });
        const to = stateByGrade(body.grade);
        return moved({ to, row: { inspection: { grade: body.grade, inspector: body.inspector, on: body.on, note: body.note ?? "" } }, emits: { name: "inspected", data: { house: row.id, grade: body.grade, state: to } } });
      },
      damage: ({ row, body, now, newId, facts, moved, fail }) => {
        const wrong = dayWrong(body.on, today(facts.zone, now));
        if (wrong) return fail("wrong-field", { field: "on", reason: wrong });
        const [to, id] = [stateAfterDamage(row.state), newId()];
        return moved({ to, row: { damages: withDamage(row.damages, { id, what: body.what, on: body.on, note: body.note ?? "", media: body.media }) }, emits: { name: "damaged", data: { house: row.id, damage: id, what: body.what, state: to } } });
      },
      repair: ({ row, village, caller, body, now, facts, moved, fail }) => {
        if (isOwn(village, caller, row)) return fail("own-house");
        const wrong = dayWrong(body.on, today(facts.zone, now));
        if (wrong) return fail("wrong-field", { field: "on", reason: wrong });
        return moved({ row: { repairedOn: body.on }, emits: { name: "repaired", data: { house: row.id } } });
      },
    },
  },
  on: { "affairs/households/merged": whenMerged, "affairs/households/changed": whenChanged, "affairs/households/found-empty": whenEmpty },
  due: { recount },
});
