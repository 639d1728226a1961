import { contract } from "../../../shared/circle/guestbook/contract.ts";
import words from "../../../shared/circle/guestbook/words.json" with { type: "json" };
import { maskName } from "../../../shared/contract/text.ts";
import { implement, put, remove } from "../../core/implement.ts";
import { Greeting, Waits } from "./rows.ts";
import { firstAnswerAfter, heldFor, isShown } from "./rules.ts";

const MOST_ANSWERS = 50;
const SHOWN_OWN = 20;

const publicView = (greeting: Greeting) => ({
  id: greeting.id, state: greeting.state, name: greeting.name, hometown: greeting.hometown, text: greeting.text, at: greeting.at,
  answers: greeting.answers.map(({ id, name, office, text, at }) => ({ id, name: maskName(name), office, text, at })), answerCount: greeting.answers.length, firstAnswerAfter: firstAnswerAfter(greeting),
});
const ownView = (greeting: Greeting) => ({ ...publicView(greeting), heldFor: greeting.heldFor, reason: greeting.reason });

export const handler = implement("circle/guestbook", contract, words, {
  routes: {
    leave: ({ body, caller, settings, now, newId, change }) => {
      const why = heldFor(body, settings.visitorsWords);
      const state = why.length > 0 ? "held" as const : "shown" as const;
      const at = now.toISOString();
      const step = { at, by: caller.key, channel: caller.channel };
      const greeting: Greeting = { id: newId(), state, history: [{ to: "left", ...step }, { to: state, ...step }], name: body.name ?? "", hometown: body.hometown ?? "", text: body.text, at, by: caller.key, heldFor: why, reason: null, answers: [] };
      return change({
        writes: [put(Greeting, greeting, "new"), put(Waits, { for: state === "held" ? "held" : "open", greeting: greeting.id, at }, "new")],
        emits: { name: state === "held" ? "held" : "left", data: { greeting: greeting.id } }, answer: ownView(greeting),
      });
    },
    wall: async ({ table, query }) => {
      const page = await table.list(Greeting, query);
      return { items: page.items.filter(isShown).map(publicView), next: page.next };
    },
    own: async ({ table, caller }) => {
      const { items } = await table.byPerson(Greeting, caller.key, { limit: SHOWN_OWN });
      // Without a number of its own a phone is counted by its address, which neighbours share: then nothing that is held is shown.
      const shared = caller.person === null && caller.device === `s-${caller.source}`;
      return { items: items.filter((greeting) => !shared || isShown(greeting)).map(ownView) };
    },
    held: async ({ table, query }) => {
      const page = await table.list(Waits, { under: "held#", ...query });
      return { items: (await table.many(Greeting, page.items.map((each) => each.greeting))).filter((each) => each !== null).map(ownView), next: page.next };
    },
    one: async ({ table, params, fail }) => {
      const greeting = await table.get(Greeting, params.id);
      return greeting && isShown(greeting) ? publicView(greeting) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Greeting,
    // A villager who is no keeper sees what everybody sees.
    sees: (greeting, caller) => isShown(greeting) || caller.office !== null,
    view: ownView,
    clocks: {},
    moves: {
      release: ({ row, moved }) => moved({ writes: [remove(Waits, `held#${row.id}`), put(Waits, { for: "open", greeting: row.id, at: row.at }, "over")], emits: { name: "released", data: { greeting: row.id } } }),
      remove: ({ row, body, moved }) => moved({ row: { reason: body.reason }, writes: [remove(Waits, `held#${row.id}`), remove(Waits, `open#${row.id}`)], emits: { name: "removed", data: { greeting: row.id } } }),
      answer: ({ row, body, caller, now, newId, fail, moved }) => {
        if (row.answers.length >= MOST_ANSWERS) return fail("enough-answers");
        const office = caller.holds.find((each) => each.startsWith("office:"))?.slice("office:".length) ?? null;
        const answer = { id: newId(), person: caller.person!, name: caller.member!.name, office, text: body.text, at: now.toISOString() };
        return moved({ row: { answers: [...row.answers, answer] }, writes: [remove(Waits, `open#${row.id}`)], emits: { name: "answered", data: { greeting: row.id, answer: answer.id } } });
      },
    },
  },
});
