import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { MediaRefs, saysSomething, spoken } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { text, Title } from "../../contract/text.ts";
import { Accepted, Asked, Done, GivenUp, Lapsed, Offered, Thanked, Withdrawn } from "./events.ts";

export const STATES = ["asked", "offered", "agreed", "done", "thanked", "withdrawn"] as const;
export const WHEN = ["today", "days", "any"] as const;

const NewAsk = z.strictObject({
  what: Title.optional(), words: text(500).optional(), media: MediaRefs, when: z.enum(WHEN).default("any"),
  /** Which house it is: read by the one whose offer is accepted, by nobody else. */
  address: text(100).optional(),
}).refine((ask) => ask.what !== undefined || saysSomething({ media: ask.media }), { path: ["what"], error: "required" });

const Offer = z.object({ id: Id, name: z.string(), words: z.string(), media: MediaRefs, at: Instant, mine: z.boolean(), accepted: z.boolean() });
export const AskView = z.object({
  id: Id, what: z.string(), words: z.string(), media: MediaRefs, when: z.enum(WHEN), by: z.string(), group: z.string(), mine: z.boolean(), at: Instant, state: z.enum(STATES),
  offers: z.array(Offer), hours: z.number().nullable(), thanks: z.string(),
  /** Null: hidden from this reader, or never said. */
  address: z.string().nullable(), version: z.number().int(),
});

const notYours = { "not-yours": 403 } as const;
const ask = lifecycle({
  start: "asked",
  desk: { asked: [], offered: [] },
  moves: {
    offer: { from: ["asked", "offered"], to: "offered", who: "villager", body: spoken(300), limit: "30 a hour", fails: { "own-ask": 409, "offered-already": 409, "enough-offers": 409 } },
    accept: { from: "offered", to: "agreed", who: "villager", body: z.strictObject({ offer: Id }), fails: notYours },
    "give-up": { from: "agreed", to: ["asked", "offered"], who: "villager", fails: notYours },
    done: { from: "agreed", to: "done", who: "villager", body: z.strictObject({ hours: z.number().min(0.5).max(200).multipleOf(0.5).optional() }), fails: notYours },
    thank: { from: "done", to: "thanked", who: "villager", body: z.strictObject({ words: text(200) }), fails: notYours },
    withdraw: { from: ["asked", "offered", "agreed"], to: "withdrawn", who: "villager", fails: notYours },
    lapse: { from: ["asked", "offered"], to: "withdrawn", who: "clock" },
  },
  waits: { asked: { until: "end", then: "lapse" }, offered: { until: "end", then: "lapse" } },
  view: AskView,
});

export const contract = feature({
  functions: ["D10"],
  ifItFails: "Nobody can ask a neighbour for help or offer it here; knock at the next door.",
  prefix: "MHELP",
  place: { tab: "do", shelf: "help", order: 1, icon: "help", door: true },
  lifecycle: ask,
  routes: {
    ask: post("/", { who: "villager", body: NewAsk, returns: AskView, limit: "10 a day", fails: { "no-loans": 422 } }),
    list: get("/", { who: "villager", query: Page, returns: pageOf(AskView) }),
    one: get("/{id}", { who: "villager", returns: AskView }),
  },
  emits: { asked: Asked, offered: Offered, accepted: Accepted, "given-up": GivenUp, done: Done, thanked: Thanked, withdrawn: Withdrawn, lapsed: Lapsed },
  settings: { /** What nobody settled comes down after this. */ standsFor: duration("14 days") },
  reads: ["circle/moderation"],
  byProxy: ["ask"],
});
