import { townshipOf } from "../../../shared/contract/region.ts";
import { contract } from "../../../shared/services/farm-questions/contract.ts";
import words from "../../../shared/services/farm-questions/words.json" with { type: "json" };
import { County, holds, implement, put, remove, type Caller, type Stored } from "../../core/implement.ts";
import { Question, Solved, type Answer } from "./rows.ts";
import { daysBetween, nextTechnician } from "./rules.ts";
import { allTechnicians, dropRound, endTechnician, isTechnician, nameTechnician, planRound, rounds, technicians } from "./technicians.ts";
import { leftOpen, lineOf, viewFor } from "./view.ts";

const FEATURE = "services/farm-questions";
const MOST_ANSWERS = 60;
const ABOVE = ["township:director", "township:duty-officer", "county:department.agriculture"];
const KEEPERS = ["secretary", "director", "committee"];

const where = (id: string): string => `${FEATURE}/${id}`;
/** When the next one's turn comes. */
const passAt = (now: Date, after: number): string => new Date(now.getTime() + after).toISOString();
const isAsker = (question: Question, caller: Caller): boolean => question.person === caller.person;
/** As what the caller answers. */
const answersAs = (caller: Caller, technician: boolean): Answer["as"] => (technician ? "technician" : holds(caller, ...ABOVE) ? "township" : "neighbour");
const answerOf = (given: { now: Date; newId: () => string; caller: Caller; facts: { zone: string } }, question: Question, said: { words?: string | undefined; media: Answer["media"] }, technician: boolean): Answer => ({
  id: given.newId(), person: given.caller.person!, name: given.caller.member?.name ?? "", as: answersAs(given.caller, technician), words: said.words ?? "", media: said.media, at: given.now.toISOString(),
  day: daysBetween(question.at, given.now.toISOString(), given.facts.zone),
});
const tellAsker = (question: Question, caller: Caller, key: "answered" | "visited") => (isAsker(question, caller) ? [] : [{ person: question.person, key, where: where(question.id) }]);

export const handler = implement(FEATURE, contract, words, {
  routes: {
    technicians, nameTechnician, endTechnician, rounds, planRound, dropRound,
    ask: async ({ table, body, caller, village, settings, now, newId, begin, change }) => {
      const first = nextTechnician(await allTechnicians(table), body.crop, [caller.person!]);
      const value: Omit<Question, "state" | "history"> = {
        id: newId(), crop: body.crop, words: body.words ?? "", media: body.media, person: caller.person!, name: caller.member!.name, hideName: body.hideName, group: caller.member!.group, at: now.toISOString(),
        answers: [], asked: first ? [first] : [], passAt: passAt(now, settings.passOnAfter), helped: null,
      };
      // A village without a technician asks its offices: they know who knows.
      const tells = (first ? [first] : KEEPERS.flatMap((office) => village.offices[office] ?? [])).filter((person) => person !== caller.person).map((person) => ({ person, key: "asked", where: where(value.id) }));
      return change({ writes: [begin(Question, value)], emits: { name: "asked", data: { id: value.id } }, answer: viewFor({ ...value, state: "asked", history: [], version: 1 }, caller, false), tells });
    },
    list: async ({ table, query }) => {
      const page = await table.list(Question, query);
      return { items: (await leftOpen(table, page.items)).map(lineOf), next: page.next };
    },
    mine: async ({ table, query, caller }) => {
      const page = await table.byPerson(Question, caller.person!, query);
      return { items: (await leftOpen(table, page.items, true)).map(lineOf), next: page.next };
    },
    book: async ({ table, query: { crop, ...query } }) => {
      const page = await table.list(Solved, query);
      const solved = (await table.many(Question, page.items.map((each) => each.question))).filter((each) => each !== null).filter((each) => !crop || each.crop.includes(crop));
      return { items: (await leftOpen(table, solved)).map(lineOf), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => {
      const [found, technician] = await Promise.all([table.get(Question, params.id), isTechnician(table, caller.person)]);
      const [question] = found ? await leftOpen(table, [found], isAsker(found, caller)) : [];
      return question ? viewFor(question, caller, technician) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Question,
    sees: () => true,
    view: (question: Stored<Question>, caller) => viewFor(question, caller, false),
    clocks: { answerBy: (question) => new Date(question.passAt) },
    moves: {
      answer: async (given) => {
        const { table, row, body, caller, moved, fail } = given;
        if ((await leftOpen(table, [row])).length === 0) return fail("not-found");
        if (row.answers.length >= MOST_ANSWERS) return fail("enough-answers");
        const answer = answerOf(given, row, body, await isTechnician(table, caller.person));
        return moved({
          row: { answers: [...row.answers, answer] }, to: row.state === "visit" || row.state === "visited" ? row.state : "answered",
          emits: { name: "answered", data: { id: row.id, answer: answer.id, as: answer.as } }, tells: tellAsker(row, caller, "answered"),
        });
      },
      more: ({ row, body, caller, moved, fail }) => (isAsker(row, caller)
        ? moved({ row: { words: [row.words, body.words ?? ""].filter(Boolean).join("\n").slice(0, 2000), media: [...row.media, ...body.media].slice(0, 10) }, to: row.state as "asked", emits: { name: "added", data: { id: row.id } } })
        : fail("not-yours")),
      wantVisit: async ({ table, row, caller, moved, fail }) => {
        if (!isAsker(row, caller)) return fail("not-yours");
        const next = nextTechnician(await allTechnicians(table), row.crop, [row.person]);
        return moved({ emits: { name: "visit-wanted", data: { id: row.id } }, ...(next ? { tells: [{ person: next, key: "visit", where: where(row.id) }] } : {}) });
      },
      call: async (given) => {
        const { table, row, body, caller, moved, fail } = given;
        const technician = await isTechnician(table, caller.person);
        if (!technician && !holds(caller, ...KEEPERS.map((each) => `office:${each}`), ...ABOVE)) return fail("not-a-technician");
        const said = body.words || body.media.length > 0 ? [answerOf(given, row, body, technician)] : [];
        return moved({ row: { answers: [...row.answers, ...said] }, emits: { name: "visited", data: { id: row.id } }, tells: tellAsker(row, caller, "visited") });
      },
      solve: ({ row, body, caller, now, moved, fail }) => (isAsker(row, caller)
        ? moved({ row: { helped: row.answers.some(({ id }) => id === body.answer) ? body.answer! : null }, writes: [put<Solved>(Solved, { question: row.id, at: now.toISOString() }, "over")], emits: { name: "closed", data: { id: row.id } } })
        : fail("not-yours")),
      again: ({ row, caller, now, settings, moved, fail }) => (isAsker(row, caller)
        ? moved({ row: { helped: null, asked: [], passAt: passAt(now, settings.passOnAfter) }, writes: [remove(Solved, row.id)], emits: { name: "reopened", data: { id: row.id } } })
        : fail("not-yours")),
      passOn: async ({ table, county, village, facts, row, now, settings, moved }) => {
        const next = nextTechnician(await allTechnicians(table), row.crop, [row.person, ...row.asked]);
        if (next) return moved({ row: { asked: [...row.asked, next], passAt: passAt(now, settings.passOnAfter) }, to: "asked", emits: { name: "passed", data: { id: row.id, to: "technician" } }, tells: [{ person: next, key: "asked", where: where(row.id) }] });
        const above = (await county.get(County, ""))?.townships[townshipOf(facts, village.id)]?.offices["director"] ?? [];
        return moved({ to: "township", emits: { name: "passed", data: { id: row.id, to: "township" } }, tells: above.map((person) => ({ person, key: "township", where: where(row.id) })) });
      },
    },
  },
});
