import { contract } from "../../../shared/platform/offices/contract.ts";
import { PROFILES } from "../../../shared/platform/offices/profiles.ts";
import words from "../../../shared/platform/offices/words.json" with { type: "json" };
import { due, implement, Member, put, remove } from "../../core/implement.ts";
import { county, endCounty, giveCounty } from "./county.ts";
import { giversHere, giveWrites, newHolder, takeWrites } from "./give.ts";
import { Giving, Post } from "./rows.ts";
import { leavesNobody, othersToConfirm } from "./rules.ts";
import { namesOf, postsView } from "./view.ts";

const MORE_THAN_ANY_VILLAGE_HAS = 100;

export const handler = implement("platform/offices", contract, words, {
  routes: {
    list: async ({ table, region, village, facts }) => {
      const [names, posts] = await Promise.all([namesOf(region, Object.values(village.offices).flat(), table), table.list(Post, { limit: MORE_THAN_ANY_VILLAGE_HAS })]);
      const how = new Map(posts.items.map((post) => [`${post.office}#${post.person}`, post]));
      return { offices: postsView(words, facts.profile, PROFILES[facts.profile].village, village.offices, names, how), helpPhone: facts.helpPhone };
    },
    waiting: async ({ table, query }) => {
      const { items, next } = await table.list(Giving, query);
      return { items: items.filter((giving) => giving.state === "asked"), next };
    },
    give: async (given) => {
      const { table, village, facts, params, body, caller, change, begin, fail, newId } = given;
      const { office } = params;
      if (!PROFILES[facts.profile].village.includes(office)) return fail("not-found");
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
      if (othersToConfirm(giversHere(given), caller.person!, holder.id)) {
        const id = newId();
        return change({ writes: [begin(Giving, { id, ...what, askedBy: caller.person!, reason: null })], emits: { name: "asked", data: { giving: id, office } }, answer: { state: "asked", giving: id, person: holder.id, alone: false } });
      }
      return change({ writes: await giveWrites(given, what, caller.person!, null), emits: { name: "given", data: { office, person: holder.id, alone: true } }, answer: { state: "given", giving: null, person: holder.id, alone: true } });
    },
    end: async ({ table, region, village, params, body, change, fail }) => {
      if (!village.offices[params.office]?.includes(body.person)) return fail("not-a-holder");
      if (leavesNobody(village.offices, params.office)) return fail("last-secretary");
      const post = await table.get(Post, `${params.office}#${body.person}`);
      return change({
        writes: [...(await takeWrites({ village, region }, params.office, body.person)), ...(post ? [remove(Post, `${params.office}#${body.person}`)] : [])],
        emits: { name: "ended", data: { office: params.office, person: body.person } }, answer: { done: true },
      });
    },
    county, giveCounty, endCounty,
  },
  lifecycle: {
    kind: Giving,
    sees: () => true,
    view: (giving) => giving,
    clocks: { confirmBy: (giving, settings) => new Date(Date.parse(giving.history[0]!.at) + settings.confirmWithin) },
    moves: {
      confirm: async (given) => {
        const { row, caller, village, fail, moved } = given;
        if (caller.person === row.askedBy || caller.person === row.person) return fail("same-person");
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
    // A term is over: the post ends by itself, unless nobody would be left to act for the village; then it stays, and its date shows.
    term: due(Post, async ({ region, village, change }, post) => {
      if (!village.offices[post.office]?.includes(post.person)) return change({ writes: [remove(Post, `${post.office}#${post.person}`, post.version)] });
      const { version, ...rest } = post;
      if (leavesNobody(village.offices, post.office)) return change({ writes: [put(Post, rest, { version }, null)] });
      return change({ writes: [...(await takeWrites({ village, region }, post.office, post.person)), remove(Post, `${post.office}#${post.person}`, version)], emits: { name: "ended", data: { office: post.office, person: post.person } } });
    }),
  },
});
