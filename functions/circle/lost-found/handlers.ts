import { contract } from "../../../shared/circle/lost-found/contract.ts";
import { Reported, Released } from "../../../shared/circle/lost-found/events.ts";
import words from "../../../shared/circle/lost-found/words.json" with { type: "json" };
import { householdsOf } from "../../affairs/households/reads.ts";
import { hear, implement, put, type Change, type Heard, type HeardGiven } from "../../core/implement.ts";
import type * as z from "zod";
import { callOn } from "./call.ts";
import { moves } from "./moves.ts";
import { Lost } from "./rows.ts";
import { isNear, isUp, mayBeQuarrel } from "./rules.ts";
import { leftUp, sees, view } from "./view.ts";

/** Tells the households near the last place, page by page; a missing person within any quiet hour. */
const tellNear = async ({ table, from, change }: HeardGiven<typeof contract>, { data }: Heard<z.infer<typeof Reported.data>>): Promise<Change | null> => {
  const lost = await table.get(Lost, data.id);
  if (!lost || !isUp(lost)) return null;
  const { items, next } = await householdsOf(table, from);
  const near = items.filter((house) => isNear(lost.groups, house.group));
  const about = lost.kind === "person" ? { key: `near.${lost.age ?? "adult"}`, how: "now" as const } : { key: "near.thing", values: { what: lost.what }, how: "digest" as const };
  return change({ writes: [], tells: near.map((house) => ({ household: house.id, where: `circle/lost-found/${lost.id}`, ...about })), ...(next === null ? {} : { next }) });
};

export const handler = implement("circle/lost-found", contract, words, {
  routes: {
    report: async (given) => {
      const { body, caller, newId, now, change } = given;
      const at = now.toISOString();
      const told = { ...body, age: body.kind === "person" ? body.age! : null, what: body.what ?? "", words: body.words ?? "" };
      const state = mayBeQuarrel(told) ? "held" as const : "open" as const;
      const id = newId();
      const call = state === "held" || told.kind === "person" ? await callOn(given, { id }, 0) : { level: 0, callAt: null, tells: [], sends: [] };
      const lost: Lost = {
        ...told, id, lastPlace: body.lastPlace ?? "", lastAt: body.lastAt ?? null, groups: body.groups.length > 0 ? body.groups : [caller.member!.group].filter(Boolean), by: caller.person!, name: caller.member!.name, at,
        sightings: [], reason: null, confirmed: null, level: call.level, callAt: call.callAt, state, history: [{ to: state, at, by: caller.key, channel: caller.channel }],
      };
      const due = state === "open" ? clockOf(lost, given.settings) : null;
      return change({
        writes: [put(Lost, lost, "new", due && { at: due.toISOString(), clock: "pass-on" })], emits: { name: state === "held" ? "held" : "reported", data: { id, kind: lost.kind } },
        tells: state === "held" ? call.tells.map((each) => ({ ...each, key: "held" })) : call.tells, ...(state === "held" ? {} : { sends: call.sends }), answer: view({ ...lost, version: 1 }, caller),
      });
    },
    list: async ({ table, query, caller }) => {
      const page = await table.list(Lost, query);
      return { items: (await leftUp(table, page.items, caller)).map((lost) => view(lost, caller)), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => {
      const lost = await table.get(Lost, params.id);
      const [found] = lost ? await leftUp(table, [lost], caller) : [];
      return found ? view(found, caller) : fail("not-found");
    },
  },
  lifecycle: { kind: Lost, sees, view, about: (lost) => ({ where: `circle/lost-found/${lost.id}` }), clocks: { callBy: clockOf }, moves },
  on: { "circle/lost-found/reported": hear(Reported, tellNear), "circle/lost-found/released": hear(Released, tellNear) },
});

/** A missing person calls the next in turn until somebody confirms; a cow or a thing comes down after a while; a person never does. */
function clockOf(lost: Pick<Lost, "kind" | "callAt" | "confirmed" | "at">, { standsFor }: { readonly standsFor: number }): Date | null {
  if (lost.kind !== "person") return new Date(Date.parse(lost.at) + standsFor);
  return lost.callAt && !lost.confirmed ? new Date(lost.callAt) : null;
}
