import { contract } from "../../../shared/platform/desk/contract.ts";
import { titlesOfWho } from "../../../shared/contract/profile.ts";
import type { RegionFacts } from "../../../shared/contract/region.ts";
import words from "../../../shared/platform/desk/words.json" with { type: "json" };
import { implement, put, Village, waitId, WaitIn, type Stored, type Table, type Wait } from "../../core/implement.ts";
import { waitingFor } from "./reads.ts";
import { handedTo, holdersOf, isLate, isOnDesk, oldestDueFirst, onDesk, stepsFor, type Reader } from "./rules.ts";
import { lastMovedBy, namesOf } from "./settled.ts";

type Held = Village["offices"];
interface Where { readonly id: string; readonly names: Record<string, string> }
interface Around { readonly reader: Reader; readonly region: Table; readonly village?: Table; readonly facts: RegionFacts; readonly now: Date }

const titleIn = (facts: RegionFacts, held: Held, person: string, offices: readonly string[]) => {
  const who = offices.find((each) => (held[each.slice("office:".length)] ?? []).includes(person));
  return who ? titlesOfWho(facts.profile, who) : null;
};

/** The first seven as the desk shows them, each with what its reader may do and to whom it may go. */
const linesOf = async (waits: readonly { wait: Stored<Wait>; held: Held; where: Where | null }[], { reader, region, village, facts, now }: Around) => {
  const shown = onDesk(waits);
  const others = ({ wait, held }: (typeof shown)[number]): string[] => holdersOf(wait, held).filter((person) => person !== reader.person).slice(0, 12);
  const names = await namesOf(shown.flatMap((each) => [...others(each), ...(each.wait.handed ? [each.wait.handed.by] : [])]), region, village);
  return {
    all: waits.length,
    items: shown.map((each) => {
      const { wait, held, where } = each;
      const handed = handedTo(wait, held) === null ? null : wait.handed;
      const wider = wait.offices.filter((who) => !who.startsWith("office:") && !reader.holds.includes(who) && titlesOfWho(facts.profile, who) !== null);
      return {
        feature: wait.feature, id: wait.case, version: wait.seen, village: where, text: wait.text, where: wait.where, since: wait.since, due: wait.due, overdue: isLate(wait, now),
        steps: stepsFor(wait.steps, reader.holds).map(({ move, how, label }) => ({ move, how, label })),
        handed: handed && { word: handed.word, at: handed.at, name: names.get(handed.by) ?? "", titles: titleIn(facts, held, handed.by, wait.offices) },
        to: where ? [] : [...others(each).map((person) => ({ to: person, name: names.get(person) ?? "", titles: titleIn(facts, held, person, wait.offices) })), ...wider.map((who) => ({ to: who, name: "", titles: titlesOfWho(facts.profile, who) }))],
      };
    }),
  };
};

const caseOf = (params: { readonly section: string; readonly name: string; readonly id: string }): [feature: string, id: string] => [`${params.section}/${params.name}`, params.id];

export const handler = implement("platform/desk", contract, words, {
  routes: {
    list: async ({ table, region, village, caller, facts, now }) => {
      const waits = await waitingFor(table, village, caller, now);
      return linesOf(waits.map((wait) => ({ wait, held: village.offices, where: null })), { reader: caller, region, village: table, facts, now });
    },
    hand: async ({ table, village, caller, params, body, now, change, fail }) => {
      const [feature, id] = caseOf(params);
      const wait = await table.get(WaitIn.village, waitId(feature, id));
      if (!wait) return fail("moved-on");
      if (!wait.offices.some((who) => caller.holds.includes(who))) return fail("not-found");
      const { version, ...rest } = wait;
      const fits = wait.offices.includes(body.to) ? !body.to.startsWith("office:") || (village.offices[body.to.slice("office:".length)] ?? []).length > 0 : holdersOf(wait, village.offices).includes(body.to);
      if (!fits || body.to === caller.person) return fail("cannot-settle-it", { field: "to" });
      return change({
        writes: [put(WaitIn.village, { ...rest, handed: { to: body.to, by: caller.person!, word: body.word, at: now.toISOString() } }, { version })],
        emits: { name: "handed-on", data: { feature, case: id, to: body.to } }, answer: { done: true },
      });
    },
    settled: async ({ table, region, facts, params }) => {
      const [feature, id] = caseOf(params);
      if (await table.get(WaitIn.village, waitId(feature, id))) return { waits: true, by: null };
      return { waits: false, by: await lastMovedBy(table, "village", region, facts, feature, id) };
    },
    county: async ({ table, region, countyRow, caller, facts, now, fail }) => {
      const townships = Object.entries(countyRow?.townships ?? {}).flatMap(([code, { offices }]) => {
        const holds = Object.entries(offices).filter(([, people]) => people.includes(caller.person!)).map(([name]) => `township:${name}`);
        return holds.length > 0 ? [{ code, holds }] : [];
      });
      const ofCounty = caller.holds.filter((each) => each.startsWith("county:"));
      if (ofCounty.length + townships.length === 0) return fail("role-missing");
      const [own, inVillages, villages] = await Promise.all([table.list(WaitIn.area, { limit: 100 }), table.byArea(WaitIn.village, { limit: 100 }), table.byArea(Village, { limit: 100 })]);
      const byId = new Map(villages.items.map((village) => [village.id, village]));
      const readerAt = (village: string): Reader => ({ person: caller.person, holds: [...ofCounty, ...townships.flatMap(({ code, holds }) => (village.startsWith(code) ? holds : []))] });
      const there = inVillages.items.flatMap(({ in: id, ...wait }) => {
        const village = byId.get(id);
        return village && !village.off.includes(wait.feature) && isOnDesk(wait, readerAt(id), village.offices, now) ? [{ wait, held: village.offices, where: { id, names: village.names } }] : [];
      });
      const here = own.items.filter((wait) => wait.offices.some((who) => ofCounty.includes(who))).map((wait) => ({ wait, held: {}, where: null }));
      const sorted = oldestDueFirst([...here, ...there].map((each) => ({ ...each, due: each.wait.due, since: each.wait.since })));
      return linesOf(sorted, { reader: { person: caller.person, holds: [...ofCounty, ...townships.flatMap(({ holds }) => holds)] }, region, facts, now });
    },
    countySettled: async ({ table, region, countyRow, facts, params, caller, fail }) => {
      if (!caller.holds.some((each) => each.startsWith("county:")) && !Object.values(countyRow?.townships ?? {}).some(({ offices }) => Object.values(offices).flat().includes(caller.person!))) return fail("role-missing");
      const [feature, id] = caseOf(params);
      if (await table.get(WaitIn.area, waitId(feature, id))) return { waits: true, by: null };
      return { waits: false, by: await lastMovedBy(table, "area", region, facts, feature, id) };
    },
  },
});
