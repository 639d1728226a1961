import { LANGUAGES, say } from "../../../shared/contract/language.ts";
import { contract, GIVERS } from "../../../shared/platform/offices/contract.ts";
import { titlesOf } from "../../../shared/contract/profile.ts";
import words from "../../../shared/platform/offices/words.json" with { type: "json" };
import { due, holds, implement, Member, put, remove, WaitIn } from "../../core/implement.ts";
import { county, endCounty, giveCounty } from "./county.ts";
import { act, back } from "./away.ts";
import { giversHere, giveWrites, handsOf, leaving, newHolder, takeWrites } from "./give.ts";
import { Giving, Handover, Post } from "./rows.ts";
import { leavesNobody, othersToConfirm, termWait } from "./rules.ts";
import { codesOf, heading, namesOf, postsView } from "./view.ts";

const MORE_THAN_ANY_VILLAGE_HAS = 100;

export const handler = implement("platform/offices", contract, words, {
  routes: {
    list: async ({ table, region, village, facts }) => {
      const [names, posts] = await Promise.all([namesOf(region, Object.values(village.offices).flat(), table), table.list(Post, { limit: MORE_THAN_ANY_VILLAGE_HAS })]);
      const how = new Map(posts.items.map((post) => [`${post.office}#${post.person}`, post]));
      return { offices: postsView(facts.profile, "village", village.offices, names, how), helpPhone: facts.helpPhone };
    },
    waiting: async ({ table, query }) => {
      const { items, next } = await table.list(Giving, query);
      return { items: items.filter((giving) => giving.state === "asked"), next };
    },
    give: async (given) => {
      const { table, village, facts, params, body, caller, change, begin, fail, newId } = given;
      const { office } = params;
      if (!codesOf(facts.profile, "village").includes(office)) return fail("not-found");
      const until = body.until ? `${body.until}T00:00:00.000Z` : null;
      if (until && until <= given.now.toISOString()) return fail("wrong-field", { field: "until", reason: "in-the-past" });
      if (body.from && !village.offices[office]?.includes(body.from)) return fail("not-a-holder");
      const holder = "person" in body ? { id: body.person, name: "", phone: null, isNew: false } : await newHolder(given, body, newId);
      if ("reason" in holder) return fail("wrong-field", { field: "phone", reason: holder.reason });
      if ("person" in body) {
        const member = await table.get(Member, body.person);
        const known = member?.state === "verified" || Object.values(village.offices).some((people) => people.includes(body.person));
        if (!known) return fail("wrong-field", { field: "person", reason: "not-a-list-member" });
      }
      if (village.offices[office]?.includes(holder.id)) return fail("already-holds");
      const what = { office, person: holder.id, name: holder.name, phone: holder.phone, from: body.from ?? null, until };
      const hand = await handsOf(table);
      if (othersToConfirm(giversHere(given).map(hand), hand(caller.person!), holder.id)) {
        const id = newId();
        return change({ writes: [begin(Giving, { id, ...what, askedBy: caller.person!, reason: null })], emits: { name: "asked", data: { giving: id, office } }, answer: { state: "asked", giving: id, person: holder.id, alone: false } });
      }
      return change({ writes: await giveWrites(given, what, caller.person!, null), emits: { name: "given", data: { office, person: holder.id, alone: true } }, answer: { state: "given", giving: null, person: holder.id, alone: true } });
    },
    end: async ({ table, region, village, params, body, change, fail }) => {
      if (!village.offices[params.office]?.includes(body.person)) return fail("not-a-holder");
      const gone = await leaving(table, params.office, body.person);
      if (leavesNobody(village.offices, params.office, gone)) return fail("last-secretary");
      return change({ writes: await takeWrites({ village, region }, params.office, gone), emits: { name: "ended", data: { office: params.office, person: body.person } }, answer: { done: true } });
    },
    handovers: async ({ table, region, village, caller, facts, query }) => {
      const { items, next } = await table.list(Handover, query);
      const gives = holds(caller, ...GIVERS);
      const seen = items.filter(({ office }) => gives || (village.offices[office] ?? []).includes(caller.person!));
      const names = await namesOf(region, seen.flatMap(({ from, to }) => [from, to]), table);
      return { items: seen.map(({ office, from, to, at, open, more }) => ({ office, titles: { ...heading(titlesOf(facts.profile, "village", office)) }, from: names.get(from) ?? "", to: names.get(to) ?? "", at, open, more })), next };
    },
    act, back,
    county, giveCounty, endCounty,
  },
  lifecycle: {
    kind: Giving,
    sees: () => true,
    view: (giving) => giving,
    about: (giving, facts) => ({ values: { office: titlesOf(facts.profile, "village", giving.office) }, where: "platform/offices" }),
    clocks: { confirmBy: (giving, settings) => new Date(Date.parse(giving.history[0]!.at) + settings.confirmWithin) },
    moves: {
      confirm: async (given) => {
        const { row, caller, village, table, fail, moved } = given;
        const hand = await handsOf(table);
        if (hand(caller.person!) === hand(row.askedBy) || caller.person === row.person) return fail("same-person");
        if (!giversHere(given).includes(row.askedBy)) return fail("asker-left");
        if (village.offices[row.office]?.includes(row.person)) return fail("already-holds");
        if (row.from && !village.offices[row.office]?.includes(row.from)) return fail("not-a-holder");
        return moved({ row: { phone: null }, writes: await giveWrites(given, row, row.askedBy, caller.person), emits: { name: "given", data: { office: row.office, person: row.person } } });
      },
      refuse: ({ row, body, moved }) => moved({ row: { phone: null, reason: body.reason }, emits: { name: "refused", data: { giving: row.id, office: row.office } } }),
      withdraw: ({ row, caller, moved, fail }) => (caller.person === row.askedBy ? moved({ row: { phone: null }, emits: { name: "withdrawn", data: { giving: row.id, office: row.office } } }) : fail("not-yours")),
      lapse: ({ row, moved }) => moved({ row: { phone: null }, emits: { name: "lapsed", data: { giving: row.id, office: row.office } } }),
    },
  },
  due: {
    // The end of a term is near: a line on the desk of whoever may give the post, so that it is talked over in time.
    remind: due(Post, async ({ village, words, facts, now, change }, { version, ...post }) => {
      const held = village.offices[post.office]?.includes(post.person) === true && post.until !== null;
      const title = titlesOf(facts.profile, "village", post.office);
      return change({
        writes: [
          put(Post, { ...post, remindAt: null }, { version }),
          ...(held ? [put(WaitIn.village, {
            feature: "platform/offices", case: termWait(post.office, post.person), state: "term", seen: 1, offices: GIVERS.filter((who) => who.includes(":")), since: now.toISOString(), due: post.until,
            text: Object.fromEntries(LANGUAGES.map((language) => [language, say(words, language, "waits.term", { office: title[language] })])), where: "platform/offices", steps: [], handed: null,
          }, "over")] : []),
        ],
        ...(held ? { emits: { name: "reminded", data: { office: post.office, person: post.person } } } : {}),
      });
    }),
    // A term is over: the post ends by itself, unless nobody would be left to act for the village; then it stays, and its date shows.
    term: due(Post, async ({ table, region, village, change }, { version, ...post }) => {
      if (!village.offices[post.office]?.includes(post.person)) return change({ writes: [remove(Post, `${post.office}#${post.person}`, version)] });
      const gone = await leaving(table, post.office, post.person);
      if (leavesNobody(village.offices, post.office, gone)) return change({ writes: [put(Post, post, { version }, null)] });
      return change({ writes: await takeWrites({ village, region }, post.office, gone), emits: { name: post.actingFor ? "back" : "ended", data: { office: post.office, person: post.person } } });
    }),
  },
});
