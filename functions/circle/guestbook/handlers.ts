import { contract } from "../../../shared/circle/guestbook/contract.ts";
import words from "../../../shared/circle/guestbook/words.json" with { type: "json" };
import { holds, implement, put, remove, type Caller, type Stored } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { Greeting, Waits, type Wait } from "./rows.ts";
import { heldFor, isHeld, isShown, minutesBetween } from "./rules.ts";
import { leftOpen } from "./reads.ts";

const KEEPERS = ["office:secretary", "office:director", "office:committee"];
const MOST_ANSWERS = 50;

const view = ({ id, name, hometown, words: said, at, state, answers, heldFor: why, reason, version }: Stored<Greeting>) => ({
  id, name, hometown, words: said, at, state, version, heldFor: why, reason, answerCount: answers.length,
  answers: answers.map((answer) => ({ ...answer, voice: answer.media[0]?.id ?? null, minutes: minutesBetween(at, answer.at) })), firstAnswerMinutes: answers[0] ? minutesBetween(at, answers[0].at) : null,
});
/** Without a number of its own a phone is counted by its address, which neighbours share: then nothing that is held is its own. */
const isOwn = (greeting: Greeting, caller: Caller): boolean => greeting.device === caller.device && caller.device !== `s-${caller.source}`;
const sees = (greeting: Greeting, caller: Caller): boolean => isShown(greeting) || holds(caller, ...KEEPERS) || isOwn(greeting, caller);

export const handler = implement("circle/guestbook", contract, words, {
  routes: {
    leave: ({ body, caller, settings, now, newId, change }) => {
      const why = heldFor(body, settings.visitorsWords);
      const state = why.length > 0 ? "held" : "shown";
      const at = now.toISOString();
      const step = { at, by: caller.key, channel: caller.channel };
      const greeting: Greeting = { ...body, id: newId(), device: caller.device, state, history: [{ to: "left", ...step }, { to: state, ...step }], at, heldFor: why, reason: null, answers: [] };
      return change({
        writes: [put(Greeting, greeting, "new"), put<Wait>(Waits, { wait: state === "held" ? "held" : "open", greeting: greeting.id, at }, "new")],
        emits: { name: state === "held" ? "held" : "left", data: { greeting: greeting.id } }, answer: view({ ...greeting, version: 1 }),
      });
    },
    wall: async ({ table, query }) => {
      const page = await table.list(Greeting, query);
      return { items: (await leftOpen(table, page.items.filter(isShown))).map(view), next: page.next };
    },
    mine: async ({ table, query, caller }) => {
      const page = await table.byPerson(Greeting, caller.device, query);
      return { items: (await leftOpen(table, page.items.filter((greeting) => isShown(greeting) || isOwn(greeting, caller)), caller.device !== `s-${caller.source}`)).map(view), next: page.next };
    },
    held: async ({ table, query }) => {
      const page = await table.list(Waits, { under: "held#", ...query });
      return { items: (await table.many(Greeting, page.items.map((each) => each.greeting))).filter((each) => each !== null).map(view), next: page.next };
    },
    one: async ({ table, params, fail, caller }) => {
      const greeting = await table.get(Greeting, params.id);
      const [open] = greeting && sees(greeting, caller) ? await leftOpen(table, [greeting], isOwn(greeting, caller)) : [];
      return open ? view(open) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Greeting,
    sees,
    view,
    about: () => ({ where: "circle/guestbook" }),
    clocks: {},
    moves: {
      release: ({ row, moved }) => moved({ writes: [remove(Waits, `held#${row.id}`), put<Wait>(Waits, { wait: "open", greeting: row.id, at: row.at }, "over")], emits: { name: "released", data: { greeting: row.id } } }),
      remove: ({ row, body, moved }) => moved({ row: { reason: body.reason }, writes: [remove(Waits, `held#${row.id}`), remove(Waits, `open#${row.id}`)], emits: { name: "removed", data: { greeting: row.id } } }),
      answer: async ({ table, row, body, caller, now, newId, fail, moved }) => {
        if ((await hiddenAmong(table, "circle/guestbook", [row.id])).has(row.id)) return fail("not-found");
        if (isHeld(body.words ?? "")) return fail("no-links", { field: "words" });
        if (row.answers.length >= MOST_ANSWERS) return fail("enough-answers");
        const office = caller.holds.find((each) => each.startsWith("office:"))?.slice("office:".length) ?? null;
        const answer = { id: newId(), person: caller.person!, name: caller.member!.name, office, words: body.words ?? "", media: body.voice ? [{ id: body.voice, kind: "voice" as const }] : [], at: now.toISOString() };
        return moved({ row: { answers: [...row.answers, answer] }, writes: [remove(Waits, `open#${row.id}`)], emits: { name: "answered", data: { greeting: row.id, answer: answer.id } },
          // A phone without a number of its own is counted by an address that neighbours share: that is nobody's own.
          ...(row.device.startsWith("s-") ? {} : { tells: [{ device: row.device, key: "answered", where: "circle/guestbook" }] }) });
      },
    },
  },
});
