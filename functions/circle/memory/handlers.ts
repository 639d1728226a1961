import { contract } from "../../../shared/circle/memory/contract.ts";
import words from "../../../shared/circle/memory/words.json" with { type: "json" };
import { maskName } from "../../../shared/contract/text.ts";
import { implement, put, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { consent, describe, isMine, show, withdraw } from "./moves.ts";
import { Memory, PublicMemory } from "./rows.ts";
import { isHeld, isOpen, sees } from "./rules.ts";

const view = (memory: Stored<Memory>, caller: Caller | null) => {
  const { person: _giver, consent: _how, history: _steps, name, parts, ...rest } = memory;
  const named = (said: string): string => (caller?.member ? said : maskName(said));
  return { ...rest, name: named(name), mine: caller !== null && isMine(memory, caller), parts: parts.map(({ person: _teller, ...part }) => ({ ...part, name: named(part.name) })) };
};
/** Without what was hidden or removed after somebody reported it. */
const leftOpen = async (table: Table, memories: readonly (Stored<Memory> | null)[]): Promise<Stored<Memory>[]> => {
  const open = memories.filter((each) => each !== null).filter(isOpen);
  const hidden = await hiddenAmong(table, "circle/memory", open.map(({ id }) => id));
  return open.filter(({ id }) => !hidden.has(id)).map((memory) => ({ ...memory, parts: memory.parts.filter(({ id }) => !hidden.has(`${memory.id}/${id}`)) }));
};

export const handler = implement("circle/memory", contract, words, {
  routes: {
    give: ({ body: { year, consent: how, ...said }, caller, now, newId, change }) => {
      const at = now.toISOString();
      const state = isHeld({ about: said.about, consent: how }) ? "held" as const : "given" as const;
      const memory: Memory = {
        ...said, id: newId(), state, history: [{ to: state, at, by: caller.key, channel: caller.channel, ...(caller.actor ? { behalf: caller.person! } : {}) }], year: year ?? null, consent: how ?? null, brought: said.audience,
        person: caller.person!, name: caller.member!.name, at, parts: [],
      };
      return change({ writes: [put(Memory, memory, "new")], emits: { name: state, data: { memory: memory.id } }, answer: view({ ...memory, version: 1 }, caller) });
    },
    list: async ({ table, query }) => {
      const page = await table.list(PublicMemory, query);
      return { items: (await leftOpen(table, await table.many(Memory, page.items.map(({ memory }) => memory)))).map((memory) => view(memory, null)), next: page.next };
    },
    village: async ({ table, query, caller }) => {
      const page = await table.list(Memory, query);
      return { items: (await leftOpen(table, page.items)).map((memory) => view(memory, caller)), next: page.next };
    },
    mine: async ({ table, query, caller }) => {
      const page = await table.byPerson(Memory, caller.person!, query);
      return { items: page.items.map((memory) => view(memory, caller)), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => {
      const memory = await table.get(Memory, params.id);
      if (!memory || !sees(memory, caller)) return fail("not-found");
      const [open] = isMine(memory, caller) ? [memory] : await leftOpen(table, [memory]);
      return open ? view(open, caller) : fail("not-found");
    },
  },
  lifecycle: { kind: Memory, sees, view, clocks: {}, moves: { describe, show, consent, withdraw } },
});
