import { holds, put, remove, type Caller, type Table } from "../../core/implement.ts";
import { membersBy } from "../../circle/members/reads.ts";
import type { For } from "./given.ts";
import { Round, Technician } from "./rows.ts";

/** So many are looked at when the next one is sought: a village names a handful. */
const MOST = 50;
export const allTechnicians = async (table: Table): Promise<Technician[]> => (await table.list(Technician, { limit: MOST })).items;
export const isTechnician = async (table: Table, person: string | null): Promise<boolean> => person !== null && (await table.get(Technician, person)) !== null;

const OFFICES = ["office:secretary", "office:director", "office:committee"];
const mayPlan = async (table: Table, caller: Caller): Promise<boolean> => holds(caller, ...OFFICES) || isTechnician(table, caller.person);

export const technicians = ({ table, query }: For<"technicians">) => table.list(Technician, query);
export const nameTechnician = async ({ table, body, now, change, fail }: For<"nameTechnician">) => {
  const [member] = await membersBy(table, [body.person]);
  if (member?.state !== "verified") return fail("wrong-field", { field: "person", reason: "not-a-list-member" });
  const technician: Technician = { person: member.person, name: member.name, crops: body.crops ?? "", since: now.toISOString() };
  return change({ writes: [put(Technician, technician, "over")], emits: { name: "technician-named", data: { person: member.person } }, answer: technician, tells: [{ person: member.person, key: "named", where: "services/farm-questions" }] });
};
export const endTechnician = async ({ table, params, change, fail }: For<"endTechnician">) =>
  (await isTechnician(table, params.person)) ? change({ writes: [remove(Technician, params.person)], emits: { name: "technician-ended", data: { person: params.person } }, answer: { done: true as const } }) : fail("not-found");

const today = (now: Date, zone: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(now);

export const rounds = ({ table, query, now, facts }: For<"rounds">) => table.list(Round, { ...query, from: today(now, facts.zone), oldestFirst: true });
export const planRound = async ({ table, body, caller, now, newId, facts, change, fail }: For<"planRound">) => {
  if (!(await mayPlan(table, caller))) return fail("not-a-technician");
  if (body.day < today(now, facts.zone)) return fail("wrong-field", { field: "day", reason: "in-the-past" });
  const round: Round = { id: newId(), day: body.day, hamlet: body.hamlet, note: body.note ?? "", person: caller.person!, name: caller.member?.name ?? "" };
  return change({ writes: [put(Round, round, "new")], emits: { name: "round-planned", data: { round: round.id } }, answer: round });
};
export const dropRound = async ({ table, params, caller, change, fail }: For<"dropRound">) => {
  const round = await table.get(Round, `${params.day}#${params.id}`);
  if (!round) return fail("not-found");
  if (round.person !== caller.person && !holds(caller, ...OFFICES)) return fail("not-a-technician");
  return change({ writes: [remove(Round, Round.id(round))], emits: { name: "round-dropped", data: { round: round.id } }, answer: { done: true as const } });
};
