import type * as z from "zod";
import { contract } from "../../../shared/services/errands/contract.ts";
import type { Bring, ErrandView } from "../../../shared/services/errands/errand.ts";
import words from "../../../shared/services/errands/words.json" with { type: "json" };
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import { implement, put, type Caller, type Stored, type Telling } from "../../core/implement.ts";
import { Errand, Pickup } from "./rows.ts";
import { codeOf, isOpen, isSide, nameMissing, readsWhat } from "./rules.ts";

const sees = (errand: Errand, { person, member }: Caller): boolean => member !== null && (isOpen(errand) || isSide(errand, person));
const view = (errand: Stored<Errand>, { person }: Pick<Caller, "person">): z.input<typeof ErrandView> => {
  const side = isSide(errand, person);
  const told = readsWhat(errand, person);
  return {
    ...errand, by: errand.name, mine: errand.by === person, carrying: errand.carrier === person, what: told ? errand.what : "", words: told ? errand.words : "", media: told ? errand.media : [],
    carrier: side ? errand.carrierName : null, sender: side ? errand.sender : null, receiver: side ? errand.receiver : null, handed: side ? errand.handed : null,
    code: errand.by === person && errand.state === "taken" ? errand.code : null,
  };
};
const newCode = (): string => codeOf(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
const tell = (errand: Errand, person: string, key: string): Telling => ({ person, key, where: `services/errands/${errand.id}` });
const otherSide = (errand: Errand, person: string | null): string[] => [errand.by, errand.carrier].filter((each): each is string => each !== null && each !== person);
/** What every errand begins with, from the words of the one who asks. */
const draft = (body: z.output<typeof Bring>, caller: Caller, id: string, at: string) => ({
  id, what: body.what ?? "", words: body.words ?? "", media: body.media, care: body.care, sender: body.sender ?? null, receiver: body.receiver ?? null, by: caller.person!, name: caller.member!.name, at,
  carrier: null, carrierName: null, code: newCode(), handed: null, to: body.to ?? "",
});

export const handler = implement("services/errands", contract, words, {
  routes: {
    offer: ({ body, caller, begin, newId, now, fail, change }) => {
      const at = now.toISOString();
      const missing = body.kind === "fetch" ? nameMissing(body) : null;
      if (missing) return fail("both-names", { field: missing });
      if (body.at !== undefined && body.at <= at) return fail("in-the-past", { field: "at" });
      const errand = { ...draft(body, caller, newId(), at), kind: body.kind, from: body.from ?? "", goesAt: body.at ?? null };
      return change({ writes: [begin(Errand, errand)], emits: { name: "offered", data: { id: errand.id, kind: body.kind } }, answer: view({ ...errand, state: "offered", history: [], version: 1 }, caller) });
    },
    list: async ({ table, query, caller }) => {
      const page = await table.list(Errand, query);
      const hidden = await hiddenAmong(table, "services/errands", page.items.map(({ id }) => id));
      return { items: page.items.filter((errand) => sees(errand, caller) && (isSide(errand, caller.person) || !hidden.has(errand.id))).map((errand) => view(errand, caller)), next: page.next };
    },
    point: async ({ table }) => (await table.get(Pickup, "")) ?? { place: "", hours: "", version: 0 },
    setPoint: async ({ table, body, change }) => {
      const before = await table.get(Pickup, "");
      return change({ writes: [put(Pickup, body, before ? { version: before.version } : "new")], emits: { name: "point-set", data: {} }, answer: { ...body, version: (before?.version ?? 0) + 1 } });
    },
    one: async ({ table, params, caller, fail }) => {
      const errand = await table.get(Errand, params.id);
      if (!errand || !sees(errand, caller)) return fail("not-found");
      const hidden = !isSide(errand, caller.person) && (await hiddenAmong(table, "services/errands", [errand.id])).has(errand.id);
      return hidden ? fail("not-found") : view(errand, caller);
    },
  },
  lifecycle: {
    kind: Errand, sees, view, clocks: { end: (errand, { standsFor }) => new Date(errand.goesAt ?? Date.parse(errand.at) + standsFor) },
    moves: {
      give: ({ row, body, caller, now, newId, fail, moved }) => {
        if (row.kind !== "trip") return fail("not-a-trip");
        if (row.by === caller.person) return fail("own-errand");
        const missing = nameMissing(body);
        if (missing) return fail("both-names", { field: missing });
        const at = now.toISOString();
        const errand: Errand = { ...draft(body, caller, newId(), at), kind: "fetch", from: row.to, goesAt: null, carrier: row.by, carrierName: row.name, state: "taken", history: [{ to: "taken", at, by: caller.key, channel: caller.channel }] };
        return moved({ writes: [put(Errand, errand, "new")], emits: { name: "given", data: { id: errand.id, trip: row.id } }, tells: [tell(errand, row.by, "given"), tell(errand, caller.person!, "on-its-way")] });
      },
      take: ({ row, caller, fail, moved }) => {
        if (row.kind === "trip") return fail("is-a-trip");
        if (row.by === caller.person) return fail("own-errand");
        return moved({ row: { carrier: caller.person!, carrierName: caller.member!.name }, emits: { name: "taken", data: { id: row.id } }, tells: [tell(row, row.by, "on-its-way")] });
      },
      "let-go": ({ row, caller, fail, moved }) =>
        (isSide(row, caller.person) ? moved({ row: { carrier: null, carrierName: null, code: newCode() }, emits: { name: "let-go", data: { id: row.id } }, tells: otherSide(row, caller.person).map((person) => tell(row, person, "let-go")) }) : fail("not-yours")),
      hand: ({ row, body, caller, now, fail, moved }) => {
        if (row.carrier !== caller.person) return fail("not-yours");
        if (row.care !== "none" && body.to === undefined) return fail("both-names", { field: "to" });
        if (body.code !== row.code) return fail("wrong-code", { field: "code" });
        return moved({ row: { handed: { to: body.to ?? row.receiver ?? row.name, at: now.toISOString() } }, emits: { name: "handed", data: { id: row.id } }, tells: [tell(row, row.by, "handed")] });
      },
      withdraw: ({ row, caller, fail, moved }) =>
        (row.by === caller.person ? moved({ emits: { name: "withdrawn", data: { id: row.id } }, tells: otherSide(row, caller.person).map((person) => tell(row, person, "withdrawn")) }) : fail("not-yours")),
      pass: ({ row, moved }) => moved({ emits: { name: "over", data: { id: row.id } }, tells: row.kind === "fetch" ? [tell(row, row.by, "over")] : [] }),
    },
  },
});
