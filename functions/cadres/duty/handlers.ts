import { contract } from "../../../shared/cadres/duty/contract.ts";
import words from "../../../shared/cadres/duty/words.json" with { type: "json" };
import { VillageOpened } from "../../../shared/platform/villages/events.ts";
import { due, hear, implement, Member, put, remove, type Stored } from "../../core/implement.ts";
import { board } from "./board.ts";
import { begins, filled, look, nextLook, shiftsFrom } from "./look.ts";
import { Card, Clock, Gap, Note, Phones, Shift, shiftId } from "./rows.ts";
import { gapsAhead, hoursOn, overlapsIn } from "./rules.ts";

const done = { done: true } as const;
const gapView = ({ id, day, hours, state, version }: Stored<Gap>) => ({ id, day, hours, state, version });
/** Hours as a desk's line says them, without a day's name that a language would need. */
const said = ({ hours }: Gap, zone: string): string => hours.map(({ from, to }) => [from, to].map((at) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(new Date(at))).join("–")).join(" ");

export const handler = implement("cadres/duty", contract, words, {
  routes: {
    board,
    mine: async ({ table, caller }) => (await table.get(Card, caller.person!)) ?? { matters: "", phone: null, agrees: false },
    saveCard: ({ body, caller, fail, change }) => {
      if (body.agrees && body.phone === undefined) return fail("phone-needed", { field: "phone" });
      const card: Card = { person: caller.person!, matters: body.matters, phone: body.phone ?? null, agrees: body.agrees };
      return change({ writes: [put(Card, card, "over")], emits: { name: "card-saved", data: { person: card.person, open: card.agrees } }, answer: done });
    },
    savePhones: ({ body, change }) => change({ writes: [put(Phones, { office: body.office, night: body.night ?? null }, "over")], emits: { name: "phones-saved", data: {} }, answer: done }),
    plan: async ({ table, body, caller, village, facts, settings, now, newId, fail, change }) => {
      const hours = hoursOn(facts.zone, body);
      if (hours.to <= now.toISOString()) return fail("wrong-hours", { field: "day" });
      const member = Object.values(village.offices).some((held) => held.includes(body.person)) ? await table.get(Member, body.person) : null;
      if (!member) return fail("not-in-office", { field: "person" });
      const shift: Shift = { id: shiftId(hours.from, newId()), person: body.person, ...hours, name: member.name };
      const shifts = [...(await shiftsFrom(table, now)), shift];
      const begun = await table.get(Clock, "");
      const step = { at: now.toISOString(), by: caller.key, office: caller.office ?? undefined, channel: caller.channel };
      return change({
        writes: [put(Shift, shift, "new"), ...(begun ? await filled(table, shifts, step) : [put(Clock, nextLook(facts.zone, now), "new")])],
        emits: { name: "planned", data: { shift: shift.id, person: shift.person } }, tells: shift.person === caller.person ? [] : [{ person: shift.person, key: "planned", where: "cadres/duty" }],
        answer: { shift, overlaps: overlapsIn(shifts).filter(({ from, to }) => from < shift.to && to > shift.from), gaps: gapsAhead(facts.zone, now, settings.roster, shifts) },
      });
    },
    drop: async ({ table, params, fail, change }) => {
      const shift = await table.get(Shift, params.id);
      return shift ? change({ writes: [remove(Shift, shift.id, shift.version)], emits: { name: "dropped", data: { shift: shift.id } }, answer: done }) : fail("not-found");
    },
    handOver: ({ body, caller, now, newId, change }) => {
      const note: Note = { id: newId(), person: caller.person!, name: caller.member?.name ?? "", text: body.text, at: now.toISOString() };
      return change({ writes: [put(Note, note, "new")], emits: { name: "handed-over", data: { note: note.id } }, answer: note });
    },
    notes: ({ table, query }) => table.list(Note, query),
  },
  lifecycle: {
    kind: Gap,
    sees: () => true,
    view: gapView,
    about: (gap, facts) => ({ values: { day: gap.day, hours: said(gap, facts.zone) }, where: "cadres/duty/plan" }),
    clocks: {},
    moves: {
      cover: ({ row, moved }) => moved({ emits: { name: "covered", data: { gap: row.id } } }),
      leave: ({ row, moved }) => moved({ emits: { name: "left-open", data: { gap: row.id } } }),
    },
  },
  on: { "platform/villages/opened": hear(VillageOpened, begins) },
  due: { look: due(Clock, look) },
});
