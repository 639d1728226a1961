import type * as z from "zod";
import type { Board, contract } from "../../../shared/cadres/duty/contract.ts";
import { titlesOf } from "../../../shared/contract/profile.ts";
import { Member, type RouteGiven } from "../../core/implement.ts";
import { shiftsFrom } from "./look.ts";
import { Card, Phones } from "./rows.ts";
import { dayIn } from "../../../shared/contract/days.ts";
import { gapsAhead, onAt, overlapsIn, requiredOn } from "./rules.ts";

const MOST_CARDS = 60;
const SHOWN_SHIFTS = 60;

/** Who does what, who is on duty now and in the next days, and which hours nobody has. */
export const board = async ({ table, village, facts, settings, now }: RouteGiven<typeof contract, (typeof contract)["routes"]["board"]>): Promise<z.input<typeof Board>> => {
  const people = [...new Set(Object.values(village.offices).flat())].slice(0, MOST_CARDS);
  const [members, own, phones, shifts] = await Promise.all([table.many(Member, people), table.many(Card, people), table.get(Phones, ""), shiftsFrom(table, now)]);
  const office = phones?.office ?? null;
  const cards = people.flatMap((person, i) => (members[i] ? [{
    person, name: members[i].name, offices: Object.entries(village.offices).filter(([, held]) => held.includes(person)).map(([name]) => ({ office: name, titles: { ...titlesOf(facts.profile, "village", name) } })),
    matters: own[i]?.matters ?? "", phone: own[i]?.agrees ? own[i].phone ?? office : office, own: own[i]?.agrees === true && own[i].phone !== null,
  }] : []));
  const current = onAt(shifts, now);
  const required = requiredOn(facts.zone, dayIn(facts.zone, now), settings.roster);
  const wanted = required !== null && required.from <= now.toISOString() && now.toISOString() < required.to;
  const starts = new Date(Date.parse(village.openedAt) + settings.startsAfter);
  return {
    now: current ? { kind: "person", name: current.name, phone: cards.find(({ person }) => person === current.person)?.phone ?? office, until: current.to }
      : wanted ? { kind: "nobody", name: "", phone: office, until: null }
        : required !== null && phones?.night ? { kind: "night", name: "", phone: phones.night, until: null } : { kind: "office", name: "", phone: office, until: null },
    phones: { office, night: phones?.night ?? null }, cards, shifts: shifts.slice(0, SHOWN_SHIFTS), gaps: gapsAhead(facts.zone, now, settings.roster, shifts), overlaps: overlapsIn(shifts),
    roster: settings.roster, startsAt: starts > now ? starts.toISOString() : null,
  };
};
