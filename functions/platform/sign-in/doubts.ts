import type { contract } from "../../../shared/platform/sign-in/contract.ts";
import { maskPhone } from "../../../shared/contract/text.ts";
import { Member, Person, put, type Change, type RouteGiven, type Stored, type Table, type Write } from "../../core/implement.ts";
import type { Behind } from "./reads.ts";
import { Doubt, NumberAsked, Parted } from "./rows.ts";
import { withoutNumber } from "./rules.ts";

type For<R extends keyof (typeof contract)["routes"]> = RouteGiven<typeof contract, (typeof contract)["routes"][R]>;

/** What a phone's entry remembers of the number it came in with. */
export const numberMark = (hash: string): string => hash.slice(0, 12);
const plain = <T extends object>({ version: _version, ...value }: Stored<T>): T => value as unknown as T;

/** "I am none of these": nobody is let in, the code is spent, and somebody of the village sees it. */
export const doubted = (given: For<"enter">, { number, until, phone, people }: { number: Stored<NumberAsked>; until: string; phone: string; people: readonly Behind[] }): Change => {
  const village = people.find((each) => each.village !== null)?.village;
  const spent = put(NumberAsked, { ...plain(number), code: null, wrong: 0, until }, { version: number.version });
  if (!village) return given.change({ writes: [spent], quiet: "a code was used by nobody", answer: { noted: true } });
  const doubt: Doubt = { id: given.newId(), hash: number.hash, phone: maskPhone(phone), people: people.map((each) => each.person), at: given.now.toISOString(), state: "open" };
  return given.change({ writes: [spent, put(Doubt, doubt, "new")], opens: { at: "village", id: village }, emits: { name: "doubted", data: { doubt: doubt.id } }, answer: { noted: true } });
};

export const doubts = async ({ table, query }: For<"doubts">) => {
  const page = await table.list(Doubt, { limit: Math.min(query.limit, 20), cursor: query.cursor });
  const members = new Map((await table.many(Member, [...new Set(page.items.flatMap((each) => each.people))].slice(0, 100))).flatMap((each) => (each ? [[each.person, each] as const] : [])));
  const shown = (person: string) => ({ person, name: members.get(person)?.name ?? "", household: members.get(person)?.household ?? null });
  return { items: page.items.map(({ id, phone, people, at, state }) => ({ id, phone, at, state, people: people.map(shown) })), next: page.next };
};

const partedWrites = async (region: Table, doubt: Doubt, parts: boolean): Promise<Write[]> => {
  const before = await region.get(Parted, doubt.hash);
  const others = (before?.people ?? []).filter((each) => !doubt.people.includes(each));
  return [put(Parted, { hash: doubt.hash, people: parts ? [...others, ...doubt.people] : others }, before ? { version: before.version } : "new")];
};
/** Parts a number and its people: it signs them in no more, and every phone it let in is out. */
export const part = async ({ table, region, params, change, fail }: For<"part">) => {
  const doubt = await table.get(Doubt, params.id);
  if (!doubt) return fail("not-found");
  const people = (await region.many(Person, doubt.people)).filter((each) => each !== null);
  const out = people.map((each) => put(Person, { ...plain(each), devices: withoutNumber(each.devices, numberMark(doubt.hash)) }, { version: each.version }));
  return change({ writes: [put<Doubt>(Doubt, { ...plain(doubt), state: "parted" }, { version: doubt.version }), ...(await partedWrites(region, doubt, true)), ...out], emits: { name: "parted", data: { doubt: doubt.id } }, answer: { done: true } });
};
export const keepNumber = async ({ table, region, params, change, fail }: For<"keepNumber">) => {
  const doubt = await table.get(Doubt, params.id);
  if (!doubt) return fail("not-found");
  return change({ writes: [put<Doubt>(Doubt, { ...plain(doubt), state: "kept" }, { version: doubt.version }), ...(await partedWrites(region, doubt, false))], emits: { name: "kept", data: { doubt: doubt.id } }, answer: { done: true } });
};
