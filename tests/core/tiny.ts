import * as z from "zod";
import { event } from "../../shared/contract/event.ts";
import { feature } from "../../shared/contract/feature.ts";
import { Id } from "../../shared/contract/ids.ts";
import { lifecycle } from "../../shared/contract/lifecycle.ts";
import { Page, pageOf } from "../../shared/contract/page.ts";
import { get, post, put as replace } from "../../shared/contract/routes.ts";
import { duration } from "../../shared/contract/settings.ts";
import { text } from "../../shared/contract/text.ts";
import { office } from "../../shared/contract/who.ts";
import { add, due, hear, implement, put, row } from "../../functions/core/implement.ts";

/** A small feature to prove the core with: cows that go missing, are seen and come home. */
export const Missed = event(z.object({ cow: Id }));
const View = z.object({ id: Id, words: z.string(), state: z.string(), version: z.number() });
const cows = lifecycle({
  start: "missing",
  moves: {
    find: { from: "missing", to: "home", who: "villager", body: z.strictObject({ where: text(60) }) },
    remind: { from: "missing", to: "long-missing", who: "clock" },
  },
  waits: { missing: { until: "patience", then: "remind" } },
  view: View,
});
export const contract = feature({
  functions: ["D11"], ifItFails: "Cows stay lost.", prefix: ["COW", "COUNT", "BELL"], lifecycle: cows,
  routes: {
    miss: post("/", { who: "villager", body: z.strictObject({ words: text(60) }), returns: View, limit: "5 a day", fails: { "no-cow": 409 } }),
    /** Without a limit, for many writers at once. */
    herd: post("/herd", { who: "villager", body: z.strictObject({ words: text(60) }), returns: View }),
    list: get("/", { who: "villager", query: Page, returns: pageOf(View) }),
    one: get("/{id}", { who: "villager", returns: View }),
    rename: replace("/{id}", { who: "villager", body: z.strictObject({ words: text(60) }), returns: View }),
    board: get("/board", { who: "anyone", returns: z.object({ missed: z.number() }), cache: "30 seconds" }),
    count: get("/count", { who: office("secretary"), returns: z.object({ missed: z.number() }) }),
  },
  emits: { missed: Missed, found: Missed },
  on: ["circle/cows/missed"], clocks: ["ring"], settings: { patience: duration("2 hours", { small: "1 hour" }) },
});

const Cow = row("COW", () => z.object({ id: Id, words: z.string(), owner: Id, secret: z.string(), state: z.string(), history: z.array(z.object({ to: z.string(), at: z.string(), by: z.string(), channel: z.string(), office: z.string().optional() })) }), { id: (cow) => cow.id, person: (cow) => cow.owner });
const Count = row("COUNT", () => z.object({ missed: z.number().default(0), rung: z.number().default(0) }), { id: () => "all" });
export const Bell = row("BELL", () => z.object({ id: Id, at: z.string() }), { id: (bell) => bell.id, due: (bell) => ({ at: bell.at, clock: "ring" }) });

/** Told each time the handler has read, before the commit: where a test lets a twin win. */
export const between: { hook: (() => Promise<void>) | null } = { hook: null };

export const cowsHandler = implement("circle/cows", contract, { zh: { "fails.no-cow": "您没有牛" }, en: { "fails.no-cow": "You have no cow" } }, {
  routes: {
    miss: async ({ body, caller, newId, begin, change, fail, now }) => {
      if (body.words === "none") return fail("no-cow");
      const id = newId();
      await between.hook?.();
      return change({
        writes: [begin(Cow, { id, words: body.words, owner: caller.person!, secret: "nobody may read this" }), put(Bell, { id, at: new Date(now.getTime() + 60_000).toISOString() }, "new")],
        emits: { name: "missed", data: { cow: id } }, answer: { id, words: body.words, state: "missing", version: 1 },
      });
    },
    herd: ({ body, caller, newId, begin, change }) => {
      const id = newId();
      return change({ writes: [begin(Cow, { id, words: body.words, owner: caller.person!, secret: "" })], emits: { name: "missed", data: { cow: id } }, answer: { id, words: body.words, state: "missing", version: 1 } });
    },
    list: async ({ table, query }) => table.list(Cow, query),
    one: async ({ table, params, fail }) => (await table.get(Cow, params.id)) ?? fail("not-found"),
    rename: async ({ table, params, body, change, fail, ifMatch }) => {
      const cow = await table.get(Cow, params.id);
      if (!cow) return fail("not-found");
      const { version, ...rest } = cow;
      return change({ writes: [put(Cow, { ...rest, words: body.words }, { version: ifMatch ?? version, fromClient: true })], quiet: "a test", answer: { ...rest, words: body.words, version: version + 1 } });
    },
    board: async ({ table }) => ({ missed: (await table.get(Count, "all"))?.missed ?? 0 }),
    count: async ({ table }) => ({ missed: (await table.get(Count, "all"))?.missed ?? 0 }),
  },
  lifecycle: {
    kind: Cow, sees: () => true, view: (cow) => cow,
    clocks: { patience: (cow, settings) => new Date(Date.parse(cow.history[0]!.at) + settings.patience) },
    moves: {
      find: ({ moved, row: cow }) => moved({ emits: { name: "found", data: { cow: cow.id } } }),
      remind: ({ moved, row: cow }) => moved({ emits: { name: "found", data: { cow: cow.id } } }),
    },
  },
  on: { "circle/cows/missed": hear(Missed, async ({ change }) => change({ writes: [add(Count, "all", { missed: 1 })] })) },
  due: { ring: due(Bell, async ({ change }, bell) => change({ writes: [add(Count, "all", { rung: 1 }), put(Bell, { id: bell.id, at: "9999-12-31T00:00:00.000Z" }, { version: bell.version })] })) },
});
