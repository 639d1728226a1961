import { contract } from "../../../shared/cadres/letters/contract.ts";
import words from "../../../shared/cadres/letters/words.json" with { type: "json" };
import { implement, Person, put, remove, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import { answeredWith, closing, mustWrite, reopening } from "./answering.ts";
import { follow, followUp } from "./following.ts";
import { asWriter, voices, wallOf } from "./keep.ts";
import { Box, Letter, Wall } from "./rows.ts";
import { dueFrom, mayReopen } from "./rules.ts";
import { cadresOf, send } from "./sending.ts";
import { isNamed, isWriter, postOf, sees, view } from "./view.ts";

interface Asked { readonly cursor?: string | undefined; readonly limit: number }
const boxed = async (table: Table, box: string, query: Asked, caller: Caller) => {
  const page = await table.list(Box, { under: `${box}#`, ...query });
  const letters = await table.many(Letter, page.items.map(({ letter }) => letter));
  return { items: letters.filter((letter) => letter !== null).filter((letter) => sees(letter, caller)).map((letter) => view(letter, caller)), next: page.next };
};
/** A village officer's name is the roll's; one from the township is not on it. */
const nameOf = async (region: Table, caller: Caller): Promise<string> => caller.member?.name ?? (await region.get(Person, caller.person!))?.name ?? "";
const bare = ({ version: _, ...letter }: Stored<Letter>): Letter => letter;
const at = (letter: Letter, post = postOf(letter)) => ({ letter: letter.mark, category: letter.category, post });

export const handler = implement("cadres/letters", contract, words, {
  routes: {
    send,
    mine: async ({ table, query, caller }) => {
      const page = await table.byPerson(Letter, caller.person!, query);
      return { items: page.items.map((letter) => view(letter, caller)), next: page.next };
    },
    inbox: ({ table, query, caller }) => boxed(table, "secretary", query, caller),
    handed: ({ table, query, caller }) => boxed(table, caller.person!, query, caller),
    above: ({ table, query, caller }) => boxed(table, "township", query, caller),
    cadres: async ({ table, village }) => ({ items: (await cadresOf(table, village)).filter(({ name }) => name !== "") }),
    wall: async ({ table, query }) => {
      const page = await table.list(Wall, query);
      const hidden = await hiddenAmong(table, "cadres/letters", page.items.map(({ id }) => id));
      return { items: page.items.filter(({ id }) => !hidden.has(id)).map((wall) => ({ ...wall, replies: wall.replies.filter((reply) => !hidden.has(`${wall.id}/${reply.id}`)) })), next: page.next };
    },
    follow, followUp,
    one: async ({ table, params, caller, fail }) => {
      const letter = await table.get(Letter, params.id);
      return letter && sees(letter, caller) ? view(letter, caller) : fail("not-found");
    },
    consent: async ({ table, params, caller, fail, change }) => {
      const letter = await table.get(Letter, params.id);
      if (!letter || !isWriter(letter, caller)) return fail("not-found");
      const next: Letter = { ...bare(letter), privacy: "public", wall: letter.answeredAt ? "published" : "consented" };
      return change({ writes: [put(Letter, next, { version: letter.version }), ...wallOf(next)], emits: { name: "consented", data: { letter: letter.mark }, ...asWriter(letter) }, answer: view({ ...next, version: letter.version + 1 }, caller) });
    },
    withdraw: async ({ table, params, caller, fail, change }) => {
      const letter = await table.get(Letter, params.id);
      if (!letter || !isWriter(letter, caller) || letter.wall === null) return fail("not-found");
      const next: Letter = { ...bare(letter), wall: "withdrawn" };
      return change({ writes: [put(Letter, next, { version: letter.version }), ...wallOf(next)], emits: { name: "withdrawn", data: { letter: letter.mark }, ...asWriter(letter) }, answer: view({ ...next, version: letter.version + 1 }, caller) });
    },
    publish: async ({ table, params, body, caller, fail, change }) => {
      const letter = await table.get(Letter, params.id);
      if (!letter || !sees(letter, caller)) return fail("not-found");
      if (letter.wall !== "consented" && letter.wall !== "published") return change({ writes: [], emits: { name: "publish-refused", data: { letter: letter.mark } }, refuse: fail("no-consent") });
      if (letter.answeredAt === null) return fail("not-answered-yet");
      const next: Letter = { ...bare(letter), wall: "published" };
      return change({ writes: [put(Letter, next, { version: letter.version }), ...wallOf(next, body.words)], emits: { name: "published", data: { letter: letter.mark } }, answer: { done: true } });
    },
  },
  lifecycle: {
    kind: Letter,
    sees,
    view,
    about: (letter) => ({ where: `cadres/letters/${letter.id}`, ...(letter.above && letter.secret ? { stays: true as const } : {}) }),
    clocks: { answerBy: (letter) => new Date(letter.answerBy) },
    moves: {
      receive: ({ row, moved }) => moved({ emits: { name: "received", data: { letter: row.mark } } }),
      assign: async ({ table, row, village, body, fail, moved }) => {
        const handler = (await cadresOf(table, village)).find(({ person, office }) => person === body.to && office !== "secretary");
        if (!handler) return fail("not-in-office", { field: "to" });
        if (isNamed(row, body.to) || row.writer === body.to) return fail("named-cadre-cannot-handle", { field: "to" });
        return moved({
          row: { handler }, writes: [...voices({ ...bare(row), handler }), put(Box, { box: body.to, letter: row.id, stays: row.secret }, "over"), ...(row.handler && row.handler.person !== body.to ? [remove(Box, `${row.handler.person}#${row.id}`)] : [])],
          emits: { name: "assigned", data: at(row, handler.office) }, tells: [{ person: body.to, key: "assigned", where: `cadres/letters/${row.id}` }],
        });
      },
      reply: async (given) => (mustWrite(given) ? given.fail("words-needed", { field: "words" }) : given.moved(answeredWith({ ...given, nameOf: await nameOf(given.region, given.caller) }))),
      respond: async (given) => (given.row.handler?.person !== given.caller.person ? given.fail("not-found") : mustWrite(given) ? given.fail("words-needed", { field: "words" }) : given.moved(answeredWith({ ...given, nameOf: await nameOf(given.region, given.caller) }))),
      answer: async (given) => (mustWrite(given) ? given.fail("words-needed", { field: "words" }) : given.moved(answeredWith({ ...given, nameOf: await nameOf(given.region, given.caller) }))),
      close: ({ row, body, caller, fail, moved }) => {
        if (!isWriter(row, caller)) return fail("not-found");
        const { emits, ...parts } = closing(row, body.satisfied ?? null);
        return moved({ ...parts, emits: { ...emits, ...asWriter(row) } });
      },
      reopen: ({ row, body, caller, settings, now, fail, moved }) => {
        if (!isWriter(row, caller)) return fail("not-found");
        if (!mayReopen(row.answeredAt, now)) return fail("too-late-to-reopen");
        const { emits, ...parts } = reopening(row, body.words, now, dueFrom(now, row.urgent, settings));
        return moved({ ...parts, emits: { ...emits, ...asWriter(row) } });
      },
      lapse: ({ row, moved }) => moved({ emits: { name: "overdue", data: at(row) } }),
      escalate: ({ row, moved }) => moved({ writes: [put(Box, { box: "township", letter: row.id, stays: false }, "over"), ...voices({ ...bare(row), history: [...row.history, { to: "escalated", at: row.answerBy, by: "clock", channel: "clock" }] })], emits: { name: "escalated", data: at(row, "township") } }),
    },
  },
});
