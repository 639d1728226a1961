import type * as z from "zod";
import { contract, type AskView } from "../../../shared/circle/mutual-help/contract.ts";
import words from "../../../shared/circle/mutual-help/words.json" with { type: "json" };
import { implement, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { moves } from "./moves.ts";
import { Ask } from "./rows.ts";
import { asksForLoan, knowsHouse } from "./rules.ts";

const FEATURE = "circle/mutual-help";
const view = ({ name, offers, address, ...ask }: Stored<Ask>, { person }: Pick<Caller, "person">): z.input<typeof AskView> => ({
  ...ask, by: name, mine: ask.by === person, address: knowsHouse({ ...ask, offers }, person) ? address : null,
  offers: offers.map((offer) => ({ ...offer, mine: offer.person === person })),
});
/** Those this villager may read now, without what was hidden after somebody reported it. */
const readable = async (table: Table, asks: readonly Stored<Ask>[], { person }: Caller): Promise<Stored<Ask>[]> => {
  const hidden = await hiddenAmong(table, FEATURE, asks.map(({ id }) => id));
  return asks.flatMap((ask) => (ask.by === person ? [ask] : ask.state === "withdrawn" || hidden.has(ask.id) ? [] : [{ ...ask, offers: ask.offers.filter(({ id }) => !hidden.has(`${ask.id}/${id}`)) }]));
};

export const handler = implement(FEATURE, contract, words, {
  routes: {
    ask: ({ body, caller, begin, newId, now, fail, change }) => {
      if (asksForLoan(`${body.what ?? ""} ${body.words ?? ""}`)) return fail("no-loans", { field: "what" });
      const at = now.toISOString();
      const ask = { id: newId(), what: body.what ?? "", words: body.words ?? "", media: body.media, when: body.when, address: body.address ?? null, by: caller.person!, name: caller.member!.name, group: caller.member!.group, at, offers: [], hours: null, thanks: "" };
      return change({ writes: [begin(Ask, ask)], emits: { name: "asked", data: { id: ask.id } }, answer: view({ ...ask, state: "asked", history: [], version: 1 }, caller) });
    },
    list: async ({ table, query, caller }) => {
      const page = await table.list(Ask, query);
      return { items: (await readable(table, page.items, caller)).map((ask) => view(ask, caller)), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => {
      const ask = await table.get(Ask, params.id);
      const [found] = ask ? await readable(table, [ask], caller) : [];
      return found ? view(found, caller) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Ask, view, sees: (ask, { member, person }) => member !== null && (ask.state !== "withdrawn" || ask.by === person),
    clocks: { end: (ask, { standsFor }) => new Date(Date.parse(ask.at) + standsFor) }, moves: moves((table, ask, caller) => readable(table, [ask], caller).then(({ length }) => length > 0)),
  },
});
