import { dayIn } from "../../../shared/contract/days.ts";
import { contract } from "../../../shared/services/wifi/contract.ts";
import words from "../../../shared/services/wifi/words.json" with { type: "json" };
import { implement } from "../../core/implement.ts";
import { Point } from "./rows.ts";
import { stateAfter, tapped } from "./rules.ts";

const view = ({ id, name, where, key, state, taps, last, version }: Point & { readonly version?: number }) => ({
  id, name, where, key, state, works: taps?.works.length ?? 0, broken: taps?.broken.length ?? 0, last, version: version ?? 1,
});

export const handler = implement("services/wifi", contract, words, {
  routes: {
    list: async ({ table, query }) => {
      const page = await table.list(Point, query);
      return { items: page.items.filter(({ state }) => state !== "closed").map(view), next: page.next };
    },
    one: async ({ table, params, fail }) => {
      const point = await table.get(Point, params.id);
      return point ? view(point) : fail("not-found");
    },
    add: ({ body, now, newId, begin, change }) => {
      const value = { id: newId(), name: body.name, where: body.where, key: body.key ?? "", at: now.toISOString(), taps: null, last: null };
      return change({ writes: [begin(Point, value)], emits: { name: "added", data: { point: value.id } }, answer: view({ ...value, state: "works", history: [] }) });
    },
  },
  lifecycle: {
    kind: Point, sees: () => true, view, clocks: {}, about: () => ({ where: "services/wifi" }),
    moves: {
      /** A visitor counts by address, so that one phone is one word. */
      tap: ({ row, body, caller, facts, now, settings, moved }) => {
        const taps = tapped(row.taps, dayIn(facts.zone, now), caller.person ?? `s-${caller.source}`, body.works);
        const to = stateAfter(row.state, taps, settings.wordsWanted);
        const name = to === row.state ? null : to === "broken" ? ("broken" as const) : ("repaired" as const);
        return moved({ row: { taps, last: { works: body.works, at: now.toISOString() } }, to, emits: name ? { name, data: { point: row.id } } : { name: "tapped", data: { point: row.id, works: body.works } } });
      },
      repaired: ({ row, moved }) => moved({ row: { taps: null }, emits: { name: "repaired", data: { point: row.id } } }),
      close: ({ row, moved }) => moved({ row: { taps: null }, emits: { name: "closed", data: { point: row.id } } }),
    },
  },
});
