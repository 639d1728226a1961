import { contract } from "../../../shared/affairs/door-codes/contract.ts";
import words from "../../../shared/affairs/door-codes/words.json" with { type: "json" };
import { add, implement, look, lookerOf, put, type Caller, type Stored, type Table, type Write } from "../../core/implement.ts";
import { householdOf, livesIn, sleepers, worksOn } from "../households/reads.ts";
import { houseOf, housesBy, housesOf, type House } from "../houses/reads.ts";
import { isMeant, runningAlerts, type Alert } from "../../alerts/warnings/reads.ts";
import { codeFor, doorHash, plateOf } from "./code.ts";
import { DoorCode, Misses, Plate, Report, Scans } from "./rows.ts";
import { GUESSES, guessWindow, isDouble } from "./rules.ts";

const PAGE = 50;
const NEWEST = 20;
type Hash = (text: string) => Promise<string>;

const publicly = (alert: Alert) =>
  ({ id: alert.id, colour: alert.colour, hazard: alert.hazard, drill: alert.status === "Exercise", headline: { zh: alert.texts.zh.headline, en: alert.texts.en.headline }, what: { zh: alert.texts.zh.what, en: alert.texts.en.what } });
/** The running warnings that mean this house, worst news first as they stand. */
const meaning = async (table: Table, house: string, group: string, alerts: readonly Alert[]): Promise<Alert[]> => {
  const household = alerts.some((alert) => alert.mark !== null) ? await householdOf(table, house) : null;
  return alerts.filter((alert) => isMeant(alert, { group, hazards: household?.hazards ?? [] }));
};
/** A plate and its code, as two rows. */
const printed = async (hash: Hash, village: string, house: House, serial: number): Promise<Write> =>
  put(DoorCode, { hash: await doorHash(hash, await codeFor(hash, village, { id: house.id, serial })), house: house.id, serial }, "over");
const guesser = (caller: Caller): string => caller.person ?? caller.source;

export const handler = implement("affairs/door-codes", contract, words, {
  routes: {
    scan: async ({ table, village, facts, hash, caller, body, now, newId, change, fail }) => {
      const alerts = await runningAlerts(table, now);
      const { window, retryAfter, ends } = guessWindow(now);
      const missesAt = `${guesser(caller)}#${window}`;
      // While a warning lasts nobody is locked out of a door.
      if (alerts.length === 0 && ((await table.get(Misses, missesAt))?.n ?? 0) >= GUESSES.most) return fail("too-many", { retryAfter });
      const plate = await plateOf(table, hash, body.code);
      if (!plate) return change({ writes: [add(Misses, missesAt, { n: 1 }, ends.toISOString())], quiet: "a code that is none; only counted", refuse: fail("not-found") });
      const meant = await meaning(table, plate.id, plate.group, alerts);
      const shown = { no: plate.no, villageNames: village.names, phone: facts.helpPhone, emergency: facts.emergencyPhone, warnings: alerts.map(publicly) };
      if (livesIn(caller, plate)) return change({ writes: [add(Scans, plate.id, { n: 1 })], quiet: "the household at its own door; only counted", answer: { ...shown, as: "own", mayReport: false, house: plate.id, summary: null } });
      if (caller.person && caller.member && worksOn(caller, plate.group)) {
        const [household, house] = await Promise.all([householdOf(table, plate.id), houseOf(table, plate.id)]);
        const id = newId();
        const office = { ...caller, office: caller.office ?? caller.holds.find((each) => each.startsWith("office:")) ?? null };
        const summary = {
          group: plate.group, names: (household?.people ?? []).map(({ name }) => name), sleeping: household ? sleepers(household).length : 0,
          vulnerable: [...new Set((household ? sleepers(household) : []).flatMap((each) => each.vulnerable))], marks: house?.marks ?? [], state: house?.state ?? null,
        };
        return change({
          writes: household ? [look({ now, newId }, lookerOf(office), { household: household.id, purpose: alerts.length > 0 ? "warning" : "care", what: "names", note: "" }, id)] : [],
          emits: { name: "scanned", data: { house: plate.id, look: household ? id : null } },
          answer: { ...shown, as: "duty", mayReport: meant.length > 0, house: plate.id, summary },
        });
      }
      return change({ writes: [add(Scans, plate.id, { n: 1 })], quiet: "somebody at the door; only counted", answer: { ...shown, as: "stranger", mayReport: meant.length > 0, house: null, summary: null } });
    },
    report: async ({ table, facts, hash, body, now, newId, change, fail }) => {
      const plate = await plateOf(table, hash, body.code);
      if (!plate) return fail("not-found");
      const [warning] = await meaning(table, plate.id, plate.group, await runningAlerts(table, now));
      if (!warning) return fail("no-warning");
      const answer = { taken: true as const, emergency: facts.emergencyPhone };
      const report = { id: newId(), house: plate.id, no: plate.no, group: plate.group, warning: warning.id, fact: body.fact, words: body.words ?? null, at: now.toISOString() };
      if (isDouble((await table.list(Report, { limit: NEWEST })).items, report, now)) return change({ writes: [], quiet: "the same of the same house, just reported", answer });
      return change({ writes: [put(Report, report, "new")], emits: { name: "reported", data: { report: report.id, house: report.house, warning: warning.id, fact: body.fact } }, answer });
    },
    reports: async ({ table, caller, query }) => {
      const page = await table.list(Report, { limit: query.limit, cursor: query.cursor });
      return { items: page.items.filter(({ group }) => worksOn(caller, group)), next: page.next };
    },
    list: async ({ table, caller, query }) => {
      const page = await housesOf(table, query.cursor, Math.min(query.limit, PAGE));
      const houses = page.items.filter(({ group }) => worksOn(caller, group)).sort((a, b) => a.order - b.order);
      const ids = houses.map(({ id }) => id);
      const [plates, scans] = await Promise.all([table.many(Plate, ids), table.many(Scans, ids)]);
      return { items: houses.map(({ id, no, group, order }, i) => ({ house: id, no, group, order, plate: plates[i]!, scans: scans[i]?.n ?? 0 })), next: page.next };
    },
    issue: async ({ table, village, hash, caller, body, now, begin, change, fail }) => {
      const ids = [...new Set(body.houses)];
      const houses = await housesBy(table, ids);
      if (houses.some((house) => !house || !worksOn(caller, house.group))) return fail("not-found");
      const plates = await table.many(Plate, ids);
      const without = (houses as Stored<House>[]).filter((_, i) => !plates[i]);
      if (without.length === 0) return { issued: 0 };
      const writes = (await Promise.all(without.map(async (house) => {
        const { id, no, group, order } = house;
        return [begin(Plate, { id, no, group, order, serial: 1, issuedAt: now.toISOString() }), await printed(hash, village.id, house, 1)];
      }))).flat();
      return change({ writes, emits: { name: "issued", data: { houses: without.map(({ id }) => id) } }, answer: { issued: without.length } });
    },
    sheet: async ({ table, village, hash, origin, caller, query }) => {
      const page = await table.list(Plate, { limit: Math.min(query.limit, PAGE), cursor: query.cursor, oldestFirst: true });
      const plates = page.items.filter(({ group, state }) => worksOn(caller, group) && state !== "reported-lost");
      const items = await Promise.all(plates.map(async (plate) => {
        const code = await codeFor(hash, village.id, plate);
        return { house: plate.id, no: plate.no, group: plate.group, order: plate.order, state: plate.state, code, address: `${origin}/v/${village.id}/affairs/door-codes/${code}` };
      }));
      return { items, next: page.next };
    },
    mine: async ({ table, caller }) => ({ plate: caller.member?.household ? await table.get(Plate, caller.member.household) : null }),
  },
  lifecycle: {
    kind: Plate,
    sees: (plate, caller) => livesIn(caller, plate) || worksOn(caller, plate.group),
    view: (plate) => plate,
    clocks: {},
    moves: {
      "put-up": ({ row, moved }) => moved({ emits: { name: "put-up", data: { house: row.id } } }),
      lose: ({ row, moved }) => moved({ emits: { name: "lost", data: { house: row.id } } }),
      replace: async ({ row, table, village, hash, now, moved }) => {
        const house = await houseOf(table, row.id);
        const serial = row.serial + 1;
        return moved({
          row: { serial, issuedAt: now.toISOString(), ...(house ? { no: house.no, group: house.group, order: house.order } : {}) },
          writes: [put(DoorCode, { hash: await doorHash(hash, await codeFor(hash, village.id, { id: row.id, serial })), house: row.id, serial }, "over")],
          emits: { name: "replaced", data: { house: row.id } },
        });
      },
    },
  },
});
