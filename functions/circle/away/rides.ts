import { dayAfter, dayIn, instantOn } from "../../../shared/contract/days.ts";
import { put, type Caller, type Stored } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Ride } from "./rows.ts";

const FAR = 365;
/** How they reach each other is for who rides along. */
const view = (ride: Ride, caller: Caller) => {
  const as = ride.driver === caller.person ? ("driver" as const) : ride.riders.some(({ person }) => person === caller.person) ? ("rider" as const) : ("neither" as const);
  const inside = as !== "neither";
  return { id: ride.id, name: ride.name, day: ride.day, from: ride.from, seats: ride.seats, free: ride.seats - ride.riders.length, how: inside ? ride.how : null, riders: inside ? ride.riders.map(({ name }) => name) : [], as, at: ride.at };
};
const openRide = async ({ table, params }: Pick<For<"ride">, "table" | "params">): Promise<Stored<Ride> | null> => {
  const ride = await table.get(Ride, params.id);
  return ride && !ride.cancelled ? ride : null;
};

/** Those still to come; whoever took theirs back is not named. */
export const rides = async ({ table, query, caller }: For<"rides">) => {
  const page = await table.list(Ride, query);
  return { items: page.items.filter((each) => !each.cancelled).map((each) => view(each, caller)), next: page.next };
};
export const ride = async (given: For<"ride">) => {
  const found = await openRide(given);
  return found ? view(found, given.caller) : given.fail("not-found");
};

export const offer = ({ body, caller, facts, now, newId, fail, change }: For<"offer">) => {
  const today = dayIn(facts.zone, now);
  if (body.day < today) return fail("wrong-field", { field: "day", reason: "in-the-past" });
  if (body.day > dayAfter(today, FAR)) return fail("wrong-field", { field: "day", reason: "too-far" });
  const value: Ride = { id: newId(), driver: caller.person!, name: caller.member!.name, ...body, how: body.how ?? "", riders: [], at: now.toISOString(), over: instantOn(facts.zone, dayAfter(body.day, 2), 0), cancelled: false };
  return change({ writes: [put(Ride, value, "new")], emits: { name: "offered", data: { ride: value.id } }, answer: view(value, caller) });
};

export const join = async (given: For<"join">) => {
  const { caller, fail, change } = given;
  const found = await openRide(given);
  if (!found) return fail("not-found");
  const { version, ...before } = found;
  if (before.driver === caller.person) return fail("own-ride");
  if (before.riders.some(({ person }) => person === caller.person)) return view(before, caller);
  if (before.riders.length >= before.seats) return fail("no-seat");
  const value: Ride = { ...before, riders: [...before.riders, { person: caller.person!, name: caller.member!.name }] };
  return change({
    writes: [put(Ride, value, { version })], emits: { name: "joined", data: { ride: value.id, joined: true } }, answer: view(value, caller),
    tells: [{ person: value.driver, key: "joined", where: `circle/away/rides/${value.id}` }],
  });
};

export const unjoin = async (given: For<"unjoin">) => {
  const { caller, change } = given;
  const found = await openRide(given);
  if (!found?.riders.some(({ person }) => person === caller.person)) return given.fail("not-found");
  const { version, ...before } = found;
  const value: Ride = { ...before, riders: before.riders.filter(({ person }) => person !== caller.person) };
  return change({
    writes: [put(Ride, value, { version })], emits: { name: "joined", data: { ride: value.id, joined: false } }, answer: view(value, caller),
    tells: [{ person: value.driver, key: "unjoined", where: `circle/away/rides/${value.id}` }],
  });
};

export const cancel = async (given: For<"cancel">) => {
  const found = await openRide(given);
  if (found?.driver !== given.caller.person) return given.fail("not-found");
  const { version, ...before } = found!;
  return given.change({
    writes: [put(Ride, { ...before, cancelled: true }, { version })], emits: { name: "cancelled", data: { ride: before.id } }, answer: { done: true as const },
    tells: before.riders.map(({ person }) => ({ person, key: "cancelled", where: "circle/away/rides" })),
  });
};
