import { contract } from "../../../shared/circle/events/contract.ts";
import words from "../../../shared/circle/events/words.json" with { type: "json" };
import { implement, put, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { membersBy } from "../members/reads.ts";
import { begun, moves } from "./moves.ts";
import { Branch, Happening, On } from "./rows.ts";
import { clash, codeOf } from "./rules.ts";
import { hasBranch, knownTo, line, view } from "./view.ts";

/** No event lasts longer: what has begun since then may still go on. */
const LONGEST = 3 * 86_400_000;
const CLASHES_READ = 100;
/** What stands in the calendar, the nearest first. */
const calendar = async (table: Table, now: Date, limit: number, cursor?: string) => {
  const page = await table.list(On, { from: new Date(now.getTime() - LONGEST).toISOString(), oldestFirst: true, limit, ...(cursor ? { cursor } : {}) });
  return { items: (await table.many(Happening, page.items.map(({ happening }) => happening))).filter((each): each is Stored<Happening> => each !== null), next: page.next };
};
const branchNames = async (table: Table, people: readonly string[]) =>
  (await Promise.all(Array.from({ length: Math.ceil(people.length / 100) }, (_, i) => membersBy(table, people.slice(i * 100, (i + 1) * 100))))).flat().flatMap((member) => (member ? [{ id: member.person, name: member.name }] : []));
const mayCallBranch = (caller: Caller): boolean => ["office:party-branch", "office:secretary"].some((each) => caller.holds.includes(each));

export const handler = implement("circle/events", contract, words, {
  routes: {
    call: async ({ body, caller, facts, newId, now, fail, change }) => {
      const at = now.toISOString();
      if (body.startsAt <= at) return fail("in-the-past", { field: "startsAt" });
      if (Date.parse(body.endsAt) - Date.parse(body.startsAt) > LONGEST) return fail("wrong-field", { field: "endsAt" });
      if (body.audience === "branch" && !hasBranch(facts)) return fail("no-branch", { field: "audience" });
      if (body.audience === "branch" && !mayCallBranch(caller)) return fail("branch-calls", { field: "audience" });
      const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
      const happening: Happening = {
        ...body, id: newId(), words: body.words ?? "", room: body.room ?? null, by: caller.person!, name: caller.member!.name, at, code: codeOf(draw), reason: null, told: "", replay: null, guests: [], photos: [],
        needs: body.needs.map((what) => ({ id: newId(), what, by: null, name: null })), state: "called", history: [{ to: "called", at, by: caller.key, channel: caller.channel }],
      };
      return change({ writes: begun(happening), emits: { name: "called", data: { id: happening.id, audience: body.audience } }, answer: view({ ...happening, version: 1 }, caller) });
    },
    list: async ({ table, query, caller, now }) => {
      const page = await calendar(table, now, query.limit, query.cursor);
      return { items: (await knownTo(table, page.items, caller)).map(line), next: page.next };
    },
    past: async ({ table, query, caller, now }) => {
      const page = await table.list(Happening, query);
      return { items: (await knownTo(table, page.items, caller)).filter(({ endsAt, state }) => endsAt <= now.toISOString() || state === "cancelled").map(line), next: page.next };
    },
    clashes: async ({ table, query, caller, now }) => {
      const { items } = await calendar(table, now, CLASHES_READ);
      return { items: (await knownTo(table, items, caller)).filter((each) => clash(each, { startsAt: query.from, endsAt: query.to })).map(line) };
    },
    branch: async ({ table }) => {
      const branch = await table.get(Branch, "");
      return { members: await branchNames(table, branch?.members ?? []), version: branch?.version ?? 0 };
    },
    setBranch: async ({ table, body, facts, ifMatch, fail, change }) => {
      if (!hasBranch(facts)) return fail("no-branch");
      const before = await table.get(Branch, "");
      if (ifMatch !== null && ifMatch !== (before?.version ?? 0)) return fail("stale-version", { yourVersion: ifMatch, version: before?.version ?? 0 });
      const members = await branchNames(table, [...new Set(body.members)]);
      return change({ writes: [put(Branch, { members: members.map(({ id }) => id) }, before ? { version: before.version } : "new")], emits: { name: "branch-changed", data: { members: members.length } }, answer: { members, version: (before?.version ?? 0) + 1 } });
    },
    one: async ({ table, params, caller, fail }) => {
      const found = await table.get(Happening, params.id);
      const [known] = found ? await knownTo(table, [found], caller) : [];
      return known ? view(known, caller) : fail("not-found");
    },
  },
  // Who may know of a branch's activity is asked where the branch is read: here only who is no villager is turned away.
  lifecycle: { kind: Happening, sees: (_, caller) => caller.member !== null, view, clocks: { start: (each) => new Date(each.startsAt) }, moves },
});
