import { contract } from "../../../shared/market/supply-demand/contract.ts";
import words from "../../../shared/market/supply-demand/words.json" with { type: "json" };
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import { implement, readPhone, type Stored } from "../../core/implement.ts";
import { ask, asks, contact, decline, grant } from "./asking.ts";
import { board, whole } from "./board.ts";
import { Deal } from "./rows.ts";
import { forbiddenIn, holdsNumber, lacksUnit } from "./rules.ts";

const FEATURE = "market/supply-demand";
const view = ({ id, kind, state, words: said, media, price, unit, name, group, at, until, version }: Stored<Deal>) => ({ id, kind, state, words: said, media, price, unit, name, group, at, until, version });
/** From now on as long as a post stands. */
const lastDay = (now: Date, stands: number): string => new Date(now.getTime() + stands).toISOString();
const nobody = (deal: Deal): boolean => deal.state === "withdrawn";

export const handler = implement(FEATURE, contract, words, {
  routes: {
    board, whole, contact, ask, asks, grant, decline,
    mine: async ({ table, query, caller }) => {
      const page = await table.byPerson(Deal, caller.person!, query);
      return { items: page.items.map(view), next: page.next };
    },
    post: async ({ body, caller, settings, facts, now, newId, begin, change, fail }) => {
      const said = body.words ?? "";
      const forbidden = forbiddenIn(said);
      if (forbidden) return fail("forbidden-goods", { field: "words", detail: { what: forbidden } });
      if (holdsNumber(said)) return fail("number-in-words", { field: "words" });
      if (lacksUnit(body)) return fail("unit-needed", { field: "unit" });
      const read = body.phone ? await readPhone(body.phone, facts.phoneCountries) : null;
      if (read && !read.ok) return fail("wrong-field", { field: "phone", reason: read.reason });
      const value: Omit<Deal, "state" | "history"> = {
        id: newId(), kind: body.kind, words: said, media: body.media, price: body.price ?? null, unit: body.unit ?? "", currency: facts.currency, person: caller.person!, name: caller.member!.name, group: caller.member!.group,
        phone: read?.ok ? read.e164 : null, phoneTo: body.phoneTo, at: now.toISOString(), until: lastDay(now, settings.stands),
      };
      return change({ writes: [begin(Deal, value)], emits: { name: "posted", data: { deal: value.id, kind: value.kind } }, answer: view({ ...value, state: "open", history: [], version: 1 }) });
    },
    one: async ({ table, params, fail }) => {
      const deal = await table.get(Deal, params.id);
      return deal && !nobody(deal) && !(await hiddenAmong(table, FEATURE, [deal.id])).has(deal.id) ? view(deal) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Deal,
    sees: (deal, caller) => !nobody(deal) || deal.person === caller.person,
    view,
    clocks: { lastDay: (deal) => new Date(deal.until) },
    moves: {
      agree: ({ row, caller, moved, fail }) => (row.person === caller.person ? moved({ emits: { name: "agreed", data: { deal: row.id } } }) : fail("not-yours")),
      done: ({ row, caller, moved, fail }) => (row.person === caller.person ? moved({ emits: { name: "done", data: { deal: row.id } } }) : fail("not-yours")),
      renew: ({ row, caller, settings, now, moved, fail }) => (row.person === caller.person ? moved({ row: { until: lastDay(now, settings.stands) }, emits: { name: "renewed", data: { deal: row.id } } }) : fail("not-yours")),
      withdraw: ({ row, caller, moved, fail }) => (row.person === caller.person ? moved({ emits: { name: "withdrawn", data: { deal: row.id } } }) : fail("not-yours")),
      expire: ({ row, moved }) => moved({ emits: { name: "expired", data: { deal: row.id } }, tells: [{ person: row.person, key: "expired", where: `${FEATURE}/${row.id}`, how: "digest" }] }),
    },
  },
});
