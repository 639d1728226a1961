import type { contract } from "../../../shared/circle/lost-found/contract.ts";
import type { LifecycleCode, Telling } from "../../core/implement.ts";
import { callOn } from "./call.ts";
import { leftUp, isCadre } from "./view.ts";
import type { Lost } from "./rows.ts";

const MOST_SIGHTINGS = 100;
const where = (lost: Lost): string => `circle/lost-found/${lost.id}`;
const of = ({ id, kind }: Lost): { id: string; kind: Lost["kind"] } => ({ id, kind });
/** Those who said where they saw it, and who looks for it; never the one who just acted. */
const tellAll = (lost: Lost, key: string, but: string | null): Telling[] =>
  [...new Set([lost.by, ...lost.sightings.map(({ person }) => person)])].filter((person) => person !== but).slice(0, 60).map((person) => ({ person, key, where: where(lost) }));

export const moves: LifecycleCode<typeof contract, Lost>["moves"] = {
  // A cadre has looked at it: that is the confirmation.
  release: ({ row, caller, now, moved }) => moved({ row: { confirmed: { office: caller.office ?? "", at: now.toISOString() }, callAt: null }, emits: { name: "released", data: of(row) }, tells: [{ person: row.by, key: "released", where: where(row), how: "now" }] }),
  refuse: ({ row, body, moved }) => moved({ row: { reason: body.reason }, emits: { name: "refused", data: of(row) }, tells: [{ person: row.by, key: "refused", where: where(row) }] }),
  confirm: ({ row, caller, now, fail, moved }) =>
    (row.confirmed ? fail("confirmed-already") : moved({ to: row.state as "open" | "seen", row: { confirmed: { office: caller.office ?? "", at: now.toISOString() }, callAt: null }, emits: { name: "confirmed", data: of(row) }, tells: [{ person: row.by, key: "confirmed", where: where(row) }] })),
  see: async ({ table, row, body, caller, now, newId, fail, moved }) => {
    if ((await leftUp(table, [row], caller)).length === 0) return fail("not-found");
    if (row.sightings.length >= MOST_SIGHTINGS) return fail("enough-sightings");
    const sighting = { id: newId(), person: caller.person!, name: caller.member?.name ?? "", place: body.place ?? "", words: body.words ?? "", media: body.media, at: body.at ?? now.toISOString() };
    // Whoever looks for a grown person is not told where: cadres and the police are on the page.
    const tells: Telling[] = row.by === caller.person ? [] : [{ person: row.by, key: row.kind === "person" && row.age !== "child" ? "seen.adult" : "seen", where: where(row), how: row.kind === "person" ? "now" : "own" }];
    return moved({ row: { sightings: [...row.sightings, sighting] }, emits: { name: "seen", data: { ...of(row), sighting: sighting.id } }, tells });
  },
  found: ({ row, caller, fail, moved }) =>
    (row.by !== caller.person && !isCadre(caller) ? fail("not-yours") : moved({ row: { callAt: null }, emits: { name: "found", data: of(row) }, tells: tellAll(row, "found", caller.person) })),
  close: ({ row, body, caller, fail, moved }) =>
    (row.by !== caller.person && !isCadre(caller) ? fail("not-yours") : moved({ row: { reason: body.reason, callAt: null }, emits: { name: "closed", data: of(row) }, tells: tellAll(row, "closed", caller.person) })),
  "pass-on": async (given) => {
    const { row, moved } = given;
    if (row.kind !== "person") return moved({ to: "closed", emits: { name: "lapsed", data: of(row) }, tells: [{ person: row.by, key: "lapsed", where: where(row) }] });
    const { level, callAt, tells, sends } = await callOn(given, row, row.level + 1);
    return moved({ to: row.state as "open" | "seen", row: { level, callAt }, emits: { name: "called", data: { ...of(row), level } }, tells, sends });
  },
};
