import { dayAfter, dayIn, instantOn } from "../../../shared/contract/days.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import { put, type Stored } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Travel } from "./rows.ts";
import { homeFrom, stayOn, withStay, type Stay } from "./rules.ts";

/** The village's news reach who is away once a week, at seven in the evening. */
const EVERY = 7;
const EVENING = 19 * 60;
const LONG_AGO = 30;
const MOST = 12;

export const nextDigest = (zone: string, day: string): string => instantOn(zone, dayAfter(day, EVERY), EVENING);
const view = (person: string, name: string, stays: readonly Stay[], today: string) => ({ person, name, now: stayOn(stays, today) ?? null, stays: [...stays] });

/** My own dates and those of my house. */
export const mine = async ({ table, caller, facts, now }: For<"mine">) => {
  const today = dayIn(facts.zone, now);
  const me = caller.person!;
  const house = caller.member!.household ? await householdOf(table, caller.member!.household) : null;
  const others = (house?.people ?? []).filter(({ person }) => person !== me).slice(0, 99);
  const [own, ...theirs] = await table.many(Travel, [me, ...others.map(({ person }) => person)]);
  return { own: view(me, caller.member!.name, own?.stays ?? [], today), house: others.flatMap(({ person, name }, i) => (theirs[i] ? [view(person, name, theirs[i]!.stays, today)] : [])) };
};

type Changing = Pick<For<"leave">, "table" | "caller" | "facts" | "now">;
/** The caller's dates as they stand, and the row after a change of them. */
const open = async ({ table, caller, facts, now }: Changing) => {
  const today = dayIn(facts.zone, now);
  const person = caller.person!;
  const found: Stored<Travel> | null = await table.get(Travel, person);
  const saved = (stays: Stay[]) => {
    const away = stays.some((stay) => stay.until === null || stay.until >= today);
    const value: Travel = { person, household: caller.member!.household, zone: facts.zone, stays, digest: away ? found?.digest ?? nextDigest(facts.zone, today) : null };
    return { writes: [put(Travel, value, found ? { version: found.version } : "new")], answer: view(person, caller.member!.name, stays, today) };
  };
  return { today, person, stays: found?.stays ?? [], saved };
};

export const leave = async (given: For<"leave">) => {
  const { body, newId, fail, change } = given;
  const { today, person, stays, saved } = await open(given);
  const until = body.until ?? null;
  if (until !== null && until < body.from) return fail("wrong-field", { field: "until", reason: "before-it-begins" });
  if (body.from < dayAfter(today, -LONG_AGO)) return fail("too-long-ago", { field: "from" });
  const next = withStay(stays, { id: newId(), from: body.from, until, where: body.where ?? "" }, today).slice(-MOST);
  return change({ ...saved(next), emits: { name: "left", data: { person, from: body.from, until } } });
};

export const home = async (given: For<"home">) => {
  const { person, stays, saved } = await open(given);
  return given.change({ ...saved(homeFrom(stays, given.body.from)), emits: { name: "home", data: { person, from: given.body.from } } });
};

export const drop = async (given: For<"drop">) => {
  const { person, stays, saved } = await open(given);
  const gone = stays.find(({ id }) => id === given.params.id);
  if (!gone) return given.fail("not-found");
  return given.change({ ...saved(stays.filter((stay) => stay !== gone)), emits: { name: "home", data: { person, from: gone.from } } });
};
