import type { contract } from "../../../shared/circle/mutual-help/contract.ts";
import type { Caller, LifecycleCode, Stored, Table, Telling } from "../../core/implement.ts";
import type { Ask } from "./rows.ts";
import { helperOf } from "./rules.ts";

const MOST_OFFERS = 40;
const tell = (ask: Ask, person: string, key: string): Telling => ({ person, key, values: { what: ask.what || { zh: "搭把手", en: "a hand" } }, where: `circle/mutual-help/${ask.id}` });
/** The other one of the two who agreed. */
const other = (ask: Ask, caller: Caller): string[] => [ask.by, helperOf(ask)].filter((person): person is string => person !== null && person !== caller.person);
const among = (ask: Ask, caller: Caller): boolean => caller.person === ask.by || caller.person === helperOf(ask);

/** @param reads whether this villager may read it now: what was hidden is offered no help */
export const moves = (reads: (table: Table, ask: Stored<Ask>, caller: Caller) => Promise<boolean>): LifecycleCode<typeof contract, Ask>["moves"] => ({
  offer: async ({ table, row, body, caller, now, newId, fail, moved }) => {
    if (!(await reads(table, row, caller))) return fail("not-found");
    if (row.by === caller.person) return fail("own-ask");
    if (row.offers.some(({ person }) => person === caller.person)) return fail("offered-already");
    if (row.offers.length >= MOST_OFFERS) return fail("enough-offers");
    const offer = { id: newId(), person: caller.person!, name: caller.member!.name, words: body.words ?? "", media: body.voice ? [{ id: body.voice, kind: "voice" as const }] : [], at: now.toISOString(), accepted: false };
    return moved({ row: { offers: [...row.offers, offer] }, emits: { name: "offered", data: { id: row.id, offer: offer.id } }, tells: [tell(row, row.by, "offered")] });
  },
  accept: ({ row, body, caller, fail, moved }) => {
    if (row.by !== caller.person) return fail("not-yours");
    const offer = row.offers.find(({ id }) => id === body.offer);
    if (!offer) return fail("not-found");
    return moved({ row: { offers: row.offers.map((each) => ({ ...each, accepted: each === offer })) }, emits: { name: "accepted", data: { id: row.id, offer: offer.id } }, tells: [tell(row, offer.person, "accepted")] });
  },
  "give-up": ({ row, caller, fail, moved }) => {
    if (!among(row, caller)) return fail("not-yours");
    // Who could not come is no longer among those who offer; the house is hidden from them again.
    const offers = row.offers.filter(({ accepted }) => !accepted);
    return moved({ to: offers.length > 0 ? "offered" : "asked", row: { offers }, emits: { name: "given-up", data: { id: row.id } }, tells: other(row, caller).map((person) => tell(row, person, "given-up")) });
  },
  done: ({ row, body, caller, fail, moved }) =>
    (among(row, caller) ? moved({ row: { hours: body.hours ?? null }, emits: { name: "done", data: { id: row.id } }, tells: other(row, caller).map((person) => tell(row, person, "done")) }) : fail("not-yours")),
  thank: ({ row, body, caller, fail, moved }) =>
    (row.by === caller.person ? moved({ row: { thanks: body.words }, emits: { name: "thanked", data: { id: row.id } }, tells: other(row, caller).map((person) => tell(row, person, "thanked")) }) : fail("not-yours")),
  withdraw: ({ row, caller, fail, moved }) =>
    (row.by === caller.person ? moved({ emits: { name: "withdrawn", data: { id: row.id } }, tells: row.offers.map(({ person }) => tell(row, person, "withdrawn")) }) : fail("not-yours")),
  lapse: ({ row, moved }) => moved({ emits: { name: "lapsed", data: { id: row.id } }, tells: [tell(row, row.by, "lapsed")] }),
});
