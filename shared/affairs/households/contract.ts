import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Changed, FoundEmpty, Looked, Merged, Overdue, Proposed, Refused } from "./events.ts";
import { HAZARDS, PURPOSES, VULNERABLE } from "./household.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
const Born = z.number().int().min(1900);

/** What a household, or a cadre for it, may ask to have put right. */
export const Correction = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("name"), person: Id, name: Name }),
  z.strictObject({ what: z.literal("born"), person: Id, bornIn: Born }),
  z.strictObject({ what: z.literal("head"), person: Id }),
  z.strictObject({ what: z.literal("vulnerable"), person: Id, codes: z.array(z.enum(VULNERABLE)).max(VULNERABLE.length) }),
  z.strictObject({ what: z.literal("joined"), name: Name, bornIn: Born.optional(), sleepsHere: z.boolean() }),
  z.strictObject({ what: z.enum(["moved", "died"]), person: Id, head: Id.optional() }),
  z.strictObject({ what: z.literal("hazards"), codes: z.array(z.enum(HAZARDS)).max(HAZARDS.length) }),
  z.strictObject({ what: z.literal("house"), no: text(20), group: text(20) }),
]);
export type Correction = z.infer<typeof Correction>;

const Person = z.object({ person: Id, name: z.string(), bornIn: z.number().nullable(), sleepsHere: z.boolean(), head: z.boolean(), vulnerable: z.array(z.string()) });
/** Everything that is held about a household. */
const Whole = z.object({
  id: Id, no: z.string(), group: z.string(), order: z.number().int(), people: z.array(Person), hazards: z.array(z.string()),
  sleeping: z.number().int(), emptyChecked: Instant.nullable(), version: z.number().int(),
});
/** A household in an office's list: counts, and names masked unless the office works with that group. */
const Line = z.object({
  id: Id, no: z.string(), group: z.string(), order: z.number().int(), names: z.array(z.string()), people: z.number().int(), sleeping: z.number().int(),
  vulnerable: z.number().int(), hazards: z.array(z.string()), emptyChecked: Instant.nullable(),
});
const Look = z.object({ id: Id, at: Instant, office: z.string(), name: z.string(), purpose: z.enum(PURPOSES), note: z.string() });
const CorrectionView = z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), change: Correction, why: z.string(), state: z.string(), reason: z.string().nullable(),
  history: z.array(z.object({ to: z.string(), at: Instant, office: z.string().optional() })),
});
const Sleeping = z.strictObject({ people: z.array(z.strictObject({ person: Id, sleepsHere: z.boolean() })).min(1).max(60) });
const UNFIT = { "already-here": 409, "no-longer-fits": 409 } as const;

const life = lifecycle({
  start: "proposed",
  moves: {
    accept: { from: ["proposed", "overdue"], to: "accepted", who: CADRES, fails: { ...UNFIT, "own-household": 409 } },
    refuse: { from: ["proposed", "overdue"], to: "refused", who: CADRES, body: z.strictObject({ reason: text(300) }), fails: { "own-household": 409 } },
    remind: { from: "proposed", to: "overdue", who: "clock" },
  },
  waits: { proposed: { until: "answerBy", then: "remind" } },
  view: CorrectionView,
});

export const contract = feature({
  functions: ["B14"],
  ifItFails: "Households cannot be looked up or put right; warnings still use the list as it was.",
  prefix: ["HH", "LOOK", "HHFIX"],
  place: { tab: "me", shelf: "house", order: 1, icon: "house" },
  lifecycle: life,
  routes: {
    count: get("/count", { who: "anyone", returns: z.object({ households: z.number().int(), residents: z.number().int() }), cache: "1 minute", about: "How many households and residents; never who is away." }),
    list: get("/", { who: CADRES, query: Page, returns: pageOf(Line), about: "The offices' list, in no other order than the keys'; a leader sees the own group." }),
    mine: get("/mine", { who: "household", returns: Whole, about: "Everything held about one's own household." }),
    looks: get("/mine/looks", { who: "household", query: Page, returns: pageOf(Look), about: "Who looked at us, from which office and what for." }),
    sleeping: put("/mine/sleeping", { who: "household", body: Sleeping, returns: Whole, about: "Who sleeps at home: what a warning counts." }),
    ownCorrections: get("/mine/corrections", { who: "household", query: Page, returns: pageOf(CorrectionView) }),
    one: get("/{id}", { who: ["household", ...CADRES], returns: z.union([Whole, Line]), about: "The own household whole; for an office the line of its list." }),
    look: post("/{id}/look", { who: CADRES, body: z.strictObject({ purpose: z.enum(PURPOSES), note: text(60).optional() }), returns: Whole, about: "An office opens a file: the purpose is kept and the household sees it." }),
    sleepingFor: put("/{id}/sleeping", { who: CADRES, body: Sleeping, returns: Line, about: "A cadre writes down who sleeps there." }),
    foundEmpty: post("/{id}/empty", { who: CADRES, returns: Line, fails: { "someone-sleeps-there": 409 }, about: "A cadre stood before the door: nobody lives there." }),
    propose: post("/corrections", { who: "household", body: z.strictObject({ change: Correction, why: text(300).optional() }), returns: CorrectionView, limit: "20 a day", fails: { "already-here": 409 } }),
    proposeFor: post("/{id}/corrections", { who: CADRES, body: z.strictObject({ change: Correction, why: text(300) }), returns: CorrectionView, fails: { "already-here": 409 }, about: "A cadre asks for a household that cannot." }),
    corrections: get("/corrections", { who: CADRES, query: Page, returns: pageOf(CorrectionView) }),
  },
  emits: { changed: Changed, merged: Merged, looked: Looked, proposed: Proposed, refused: Refused, overdue: Overdue, "found-empty": FoundEmpty },
  on: ["platform/villages/roll-imported", "circle/members/paper-added", "circle/members/verified"],
  settings: { answerWithin: duration("14 days", { small: "30 days" }) },
  reads: ["platform/villages"],
});
