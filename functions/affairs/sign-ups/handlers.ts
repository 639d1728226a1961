import type * as z from "zod";
import { contract, type ListView } from "../../../shared/affairs/sign-ups/contract.ts";
import words from "../../../shared/affairs/sign-ups/words.json" with { type: "json" };
import { implement, put, type Caller, type Stored, type Table, type Telling } from "../../core/implement.ts";
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import { SignUp } from "./rows.ts";
import { isFor, totalOf, waitingOn } from "./rules.ts";

const MOST_LINES = 500;
const view = (list: Stored<SignUp>, { person }: Pick<Caller, "person">): z.input<typeof ListView> => {
  const waiting = waitingOn(list.lines, list.limit);
  return {
    ...list, by: list.name, mine: list.by === person, total: totalOf(list.lines, list.limit), waiting: waiting.size,
    lines: list.lines.map((line) => ({ ...line, mine: line.person === person || line.by === person, waiting: waiting.has(line.id) })),
  };
};
const sees = (list: SignUp, caller: Caller): boolean => caller.member !== null && (list.by === caller.person || isFor(list.groups, caller.member.group));
/** Those this villager may read, without what was hidden. */
const left = async (table: Table, lists: readonly Stored<SignUp>[], caller: Caller): Promise<Stored<SignUp>[]> => {
  const hidden = await hiddenAmong(table, "affairs/sign-ups", lists.map(({ id }) => id));
  return lists.filter((list) => sees(list, caller) && (list.by === caller.person || !hidden.has(list.id)));
};
const where = ({ id }: SignUp): string => `affairs/sign-ups/${id}`;
const ownerTold = (list: SignUp, key: string): Telling[] => [{ person: list.by, key, values: { title: list.title, n: totalOf(list.lines, list.limit) }, where: where(list) }];

export const handler = implement("affairs/sign-ups", contract, words, {
  routes: {
    open: ({ body, caller, newId, now, fail, change }) => {
      const at = now.toISOString();
      if (body.closesAt !== undefined && body.closesAt <= at) return fail("in-the-past", { field: "closesAt" });
      const list: SignUp = {
        ...body, id: newId(), words: body.words ?? "", unit: body.unit ?? "", closesAt: body.closesAt ?? null, limit: body.limit ?? null, by: caller.person!, name: caller.member!.name, at, lines: [],
        state: "open", history: [{ to: "open", at, by: caller.key, channel: caller.channel }],
      };
      return change({ writes: [put(SignUp, list, "new", list.closesAt ? { at: list.closesAt, clock: "end" } : null)], emits: { name: "opened", data: { id: list.id } }, answer: view({ ...list, version: 1 }, caller) });
    },
    list: async ({ table, query, caller }) => {
      const page = await table.list(SignUp, query);
      return { items: (await left(table, page.items, caller)).map((list) => view(list, caller)), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => {
      const list = await table.get(SignUp, params.id);
      const [found] = list ? await left(table, [list], caller) : [];
      return found ? view(found, caller) : fail("not-found");
    },
  },
  lifecycle: {
    kind: SignUp, sees, view, clocks: { closing: (list) => (list.closesAt ? new Date(list.closesAt) : null) },
    moves: {
      join: async ({ table, row, body, caller, now, newId, fail, moved }) => {
        if ((await left(table, [row], caller)).length === 0) return fail("not-found");
        const name = body.name ?? caller.member!.name;
        const person = body.name === undefined ? caller.person : null;
        if (row.lines.some((line) => (person === null ? line.name === name : line.person === person))) return fail("on-it-already", { field: "name" });
        if (row.lines.length >= MOST_LINES) return fail("list-too-long");
        // Who acts for a parent by consent writes the parent down, and is named as the helper.
        const helper = person === null ? caller.member!.name : caller.actorName;
        const line = { id: newId(), name, person, by: caller.person!, helper, count: body.count, note: body.note ?? "", at: now.toISOString() };
        const lines = [...row.lines, line];
        const full = row.closesWhenFull && row.limit !== null && totalOf(lines, row.limit) >= row.limit;
        return moved({ to: full ? "closed" : "open", row: { lines }, emits: full ? { name: "closed", data: { id: row.id, how: "full" } } : { name: "joined", data: { id: row.id, line: line.id, waiting: waitingOn(lines, row.limit).has(line.id) } }, tells: full ? ownerTold({ ...row, lines }, "full") : [] });
      },
      leave: ({ row, body, caller, fail, moved }) => {
        const line = row.lines.find(({ id }) => id === body.id);
        if (!line) return fail("not-found");
        if (![line.by, line.person, row.by].includes(caller.person)) return fail("not-yours");
        const lines = row.lines.filter((each) => each !== line);
        const [before, after] = [waitingOn(row.lines, row.limit), waitingOn(lines, row.limit)];
        const up = lines.filter(({ id }) => before.has(id) && !after.has(id));
        return moved({ row: { lines }, emits: { name: "left", data: { id: row.id, line: line.id } }, tells: up.map((each) => ({ person: each.person ?? each.by, key: "moved-up", values: { title: row.title }, where: where(row) })) });
      },
      close: ({ row, caller, fail, moved }) => (row.by === caller.person ? moved({ emits: { name: "closed", data: { id: row.id, how: "person" } } }) : fail("not-yours")),
      end: ({ row, moved }) => moved({ emits: { name: "closed", data: { id: row.id, how: "time" } }, tells: ownerTold(row, "over") }),
    },
  },
});
