import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { MediaRefs } from "../../contract/media.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { del, get, post, put } from "../../contract/routes.ts";
import { Name, text } from "../../contract/text.ts";
import { county, office } from "../../contract/who.ts";
import { AreaDropped, AreaSaved, Damaged, FoundEmpty, Inspected, Looked, Marked, Repaired, Written } from "./events.ts";
import { Damage, DAMAGES, FLAGS, GRADES, Inspection, MARKS, PURPOSES, STATES, STRUCTURES, TOILETS } from "./house.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");

/** A house as a line of an office's list: no names, no pictures, no words. */
const Line = z.object({
  id: Id, no: z.string(), group: z.string(), order: z.number().int(), household: Id.nullable(), sleeping: z.number().int(), emptyOn: Instant.nullable(),
  state: z.enum(STATES), structure: z.enum(STRUCTURES).nullable(), storeys: z.number().int().nullable(), builtIn: z.number().int().nullable(), toilet: z.enum(TOILETS).nullable(),
  marks: z.array(z.enum(MARKS)), grade: z.enum(GRADES).nullable(), inspectedOn: Day.nullable(), repairedOn: Day.nullable(), photos: z.number().int(), damages: z.number().int(),
  flags: z.array(z.enum(FLAGS)), version: z.number().int(),
});
/** Everything held about a house. */
const Whole = Line.extend({ media: MediaRefs, inspection: Inspection.nullable(), damageList: z.array(Damage), history: z.array(z.object({ to: z.string(), at: Instant, office: z.string().optional() })) });
/** A saved area: the households whose houses carry a mark, in some groups or all, and how many they are. */
const Area = z.object({
  id: Id, names: z.object({ zh: z.string(), en: z.string() }), mark: z.enum(MARKS), groups: z.array(z.string()), made: z.boolean(),
  households: z.number().int(), people: z.number().int(), vulnerable: z.number().int(), countedAt: Instant,
});
const Facts = z.strictObject({
  structure: z.enum(STRUCTURES).nullable(), storeys: z.number().int().min(1).max(30).nullable(), builtIn: z.number().int().min(1700).nullable(), toilet: z.enum(TOILETS).nullable(), media: MediaRefs,
});
const OWN = { "own-house": 409 } as const;

const life = lifecycle({
  start: "ok",
  moves: {
    /** What an inspector found, by name and date; the grade says the state. */
    inspect: { from: STATES, to: ["ok", "watch", "unsafe", "do-not-live-in"], who: CADRES, fails: OWN, body: z.strictObject({ grade: z.enum(GRADES), inspector: Name, on: Day, note: text(300).optional() }) },
    /** Something broke: a sound house is watched until somebody has looked. */
    damage: { from: STATES, to: ["watch", "unsafe", "do-not-live-in"], who: CADRES, body: z.strictObject({ what: z.enum(DAMAGES), on: Day, note: text(300).optional(), media: MediaRefs }) },
    repair: { from: ["watch", "unsafe", "do-not-live-in"], to: "repaired", who: CADRES, fails: OWN, body: z.strictObject({ on: Day }) },
  },
  view: Line.pick({ id: true, no: true, group: true, state: true, grade: true, inspectedOn: true, repairedOn: true, damages: true, version: true }),
});

export const contract = feature({
  functions: ["B15"],
  ifItFails: "Houses cannot be looked up or written down; warnings go on using the hazard marks as they were.",
  prefix: ["HOUSE", "HOUSEAREA", "HOUSESUM"],
  place: [{ tab: "me", shelf: "house", order: 3, icon: "house" }, { tab: "village", shelf: "safety", order: 6, icon: "house", only: CADRES }],
  lifecycle: life,
  routes: {
    list: get("/", { who: CADRES, query: z.strictObject({ ...Page.shape, show: z.enum(["all", "flagged", ...MARKS]).default("all") }), returns: pageOf(Line), about: "The offices' list; a leader sees the own group. A page may hold fewer lines than asked for where it is narrowed." }),
    mine: get("/mine", { who: "household", returns: Whole, about: "Everything held about one's own house." }),
    areas: get("/areas", { who: [...CADRES, ...county("duty-officer", "director")], query: Page, returns: pageOf(Area), about: "Saved areas with how many households, people who sleep there, and vulnerable people." }),
    saveArea: post("/areas", { who: office("secretary", "committee", "grid-worker"), body: z.strictObject({ name: text(40), mark: z.enum(MARKS), groups: z.array(text(20)).max(60).default([]) }), returns: Area, fails: { "too-many-areas": 409 } }),
    dropArea: del("/areas/{area}", { who: office("secretary", "committee", "grid-worker"), returns: Done }),
    begin: post("/", { who: CADRES, body: z.strictObject({ no: text(20), group: text(20) }), returns: Line, fails: { "already-here": 409 }, about: "A house nobody belongs to: it is flagged until somebody found it empty." }),
    one: get("/{id}", { who: ["household", ...CADRES], returns: z.union([Whole, Line]), about: "The own house whole; for an office the line of its list." }),
    look: post("/{id}/look", { who: CADRES, body: z.strictObject({ purpose: z.enum(PURPOSES), note: text(60).optional() }), returns: Whole, about: "An office opens the file with its pictures: the purpose is kept and the household sees it." }),
    write: put("/{id}", { who: CADRES, body: Facts, returns: Line }),
    mark: put("/{id}/marks", { who: CADRES, body: z.strictObject({ marks: z.array(z.enum(MARKS)).max(MARKS.length) }), returns: Line, about: "The hazard marks: warnings and saved areas follow." }),
    foundEmpty: post("/{id}/empty", { who: CADRES, returns: Line, fails: { "has-household": 409 }, about: "A house without a household: somebody stood before the door and nobody lives there." }),
  },
  emits: { written: Written, marked: Marked, inspected: Inspected, damaged: Damaged, repaired: Repaired, "found-empty": FoundEmpty, looked: Looked, "area-saved": AreaSaved, "area-dropped": AreaDropped },
  on: ["affairs/households/merged", "affairs/households/changed", "affairs/households/found-empty"],
  clocks: ["recount"],
  reads: ["affairs/households"],
  byProxy: ["mine"],
});
