import { add, put, type Caller, type Stored, type Write } from "../../core/implement.ts";
import type { ForMove } from "./given.ts";
import { Linked, LinkHouse, LinkLoad } from "./rows.ts";
import { edits } from "./rules.ts";

const event = (row: Linked) => ({ link: row.id, household: row.household, person: row.person });
const mayAnswer = (row: Linked, caller: Caller): boolean => caller.person === row.person || edits(caller);
const isHousehold = (row: Linked, caller: Caller): boolean => caller.member?.household === row.household;

type Any = Pick<ForMove<"decline">, "table" | "row">;
/** The household's row with other facts. */
const house = async ({ table, row }: Any, facts: Partial<LinkHouse>): Promise<Write[]> => {
  const before = await table.get(LinkHouse, row.household);
  if (!before) return [];
  const { version, ...kept } = before;
  return [put(LinkHouse, { ...kept, ...facts }, { version })];
};

const handedOver = (old: Stored<Linked>, { caller, now }: Pick<ForMove<"accept">, "caller" | "now">): Write[] => {
  const { version, ...rest } = old;
  const step = { to: "handed-over", at: now.toISOString(), by: caller.key, channel: caller.channel, ...(caller.office ? { office: caller.office } : {}) };
  return [put<Linked>(Linked, { ...rest, state: "handed-over", history: [...rest.history, step] }, { version }, null), add(LinkLoad, old.person, { households: -1 })];
};

export const moves = {
  /** Said by oneself; or to an office at the door, before a witness. The one before hands over in the same moment. */
  accept: async (given: ForMove<"accept">) => {
    const { table, row, caller, body, settings, fail, moved } = given;
    if (!mayAnswer(row, caller)) return fail("role-missing");
    const own = caller.person === row.person;
    if (!own && !body.witness) return fail("witness-needed", { field: "witness" });
    const [load, now] = await Promise.all([table.get(LinkLoad, row.person), table.get(LinkHouse, row.household)]);
    if ((load?.households ?? 0) >= settings.most) return fail("enough-households");
    const before = now?.link ? await table.get(Linked, now.link) : null;
    const old = before && (before.state === "accepted" || before.state === "asked") ? before : null;
    return moved({
      row: { witness: own ? null : body.witness ?? null },
      writes: [...(await house(given, { link: row.id, person: row.person, next: null })), add(LinkLoad, row.person, { households: 1 }), ...(old ? handedOver(old, given) : [])],
      emits: { name: "accepted", data: { ...event(row), instead: old?.id ?? null } }, tells: [{ household: row.household, key: old ? "changed" : "accepted", where: "cadres/linked-households" }],
    });
  },
  decline: async (given: ForMove<"decline">) =>
    mayAnswer(given.row, given.caller) ? given.moved({ writes: await house(given, { next: null }), emits: { name: "declined", data: event(given.row) } }) : given.fail("role-missing"),
  lapse: async (given: ForMove<"lapse">) => given.moved({ writes: await house(given, { next: null }), emits: { name: "declined", data: event(given.row) } }),
  ask: ({ row, caller, body, moved, fail }: ForMove<"ask">) =>
    isHousehold(row, caller) ? moved({ row: { wish: body.wish ?? null }, emits: { name: "wished", data: { link: row.id, household: row.household, another: true } } }) : fail("role-missing"),
  keep: ({ row, caller, moved, fail }: ForMove<"keep">) =>
    isHousehold(row, caller) ? moved({ row: { wish: null }, emits: { name: "wished", data: { link: row.id, household: row.household, another: false } } }) : fail("role-missing"),
  end: async (given: ForMove<"end">) => {
    const { row, caller, body, moved, fail } = given;
    if (!mayAnswer(row, caller)) return fail("role-missing");
    return moved({ row: { reason: body.reason ?? null }, writes: [...(await house(given, { link: null, person: null })), add(LinkLoad, row.person, { households: -1 })], emits: { name: "ended", data: event(row) }, tells: [{ household: row.household, key: "ended", where: "cadres/linked-households" }] });
  },
};
