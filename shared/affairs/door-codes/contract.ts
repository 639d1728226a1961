import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { COLOURS, HAZARDS } from "../../alerts/warnings/hazards.ts";
import { MARKS, STATES as HOUSE_STATES } from "../houses/house.ts";
import { PLATE_STATES, REPORTS } from "./door.ts";
import { Issued, Lost, PutUp, Replaced, Reported, Scanned } from "./events.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
const Code = z.string().trim().min(1).max(40);

const Plate = z.object({ id: Id, no: z.string(), group: z.string(), state: z.enum(PLATE_STATES), issuedAt: Instant, version: z.number().int() });
/** A running warning as anybody may know it. */
const Running = z.object({ id: Id, colour: z.enum(COLOURS), hazard: z.enum(HAZARDS), drill: z.boolean(), headline: z.object({ zh: z.string(), en: z.string() }), what: z.object({ zh: z.string(), en: z.string() }) });
/** What a cadre with duty here reads at the door; the household is told. */
const Summary = z.object({ group: z.string(), names: z.array(z.string()), sleeping: z.number().int(), vulnerable: z.array(z.string()), marks: z.array(z.enum(MARKS)), state: z.enum(HOUSE_STATES).nullable() });
/** What a scan shows, by who scans. A stranger gets the house number and never who has left. */
const Seen = z.object({
  as: z.enum(["stranger", "own", "duty"]), no: z.string(), villageNames: z.record(z.string(), z.string()), phone: z.string(), emergency: z.string(),
  warnings: z.array(Running), mayReport: z.boolean(), house: Id.nullable(), summary: Summary.nullable(),
});

const life = lifecycle({
  start: "issued",
  moves: {
    "put-up": { from: ["issued", "replaced"], to: "active", who: ["household", ...CADRES] },
    lose: { from: ["issued", "active", "replaced"], to: "reported-lost", who: ["household", ...CADRES] },
    replace: { from: ["active", "reported-lost"], to: "replaced", who: CADRES },
  },
  view: Plate,
});

export const contract = feature({
  functions: ["B17"],
  ifItFails: "Door codes open nothing; everything behind them is reached from the page, and help is called by telephone.",
  prefix: ["PLATE", "DOORCODE", "DOORSEEN", "DOORMISS", "DOORSAID"],
  place: [{ tab: "me", shelf: "house", order: 4, icon: "id-badge" }, { tab: "village", shelf: "people", order: 7, icon: "id-badge", only: CADRES }],
  lifecycle: life,
  routes: {
    scan: post("/scan", { who: "visitor", body: z.strictObject({ code: Code }), returns: Seen, about: "What a code shows to whoever scans it. An unknown code and an old one are alike not found." }),
    /** No limit refuses a report: doubles within two minutes are kept once. */
    report: post("/report", { who: "visitor", body: z.strictObject({ code: Code, fact: z.enum(REPORTS), words: text(100).optional() }), returns: z.object({ taken: z.literal(true), emergency: z.string() }), fails: { "no-warning": 409 } }),
    reports: get("/reports", { who: CADRES, query: Page, returns: pageOf(z.object({ id: Id, house: Id, no: z.string(), group: z.string(), fact: z.enum(REPORTS), words: z.string().nullable(), at: Instant })), about: "What people at doors reported, newest first." }),
    list: get("/", { who: CADRES, query: Page, returns: pageOf(z.object({ house: Id, no: z.string(), group: z.string(), order: z.number().int(), plate: Plate.nullable(), scans: z.number().int() })), about: "Every house and its plate." }),
    issue: post("/", { who: CADRES, body: z.strictObject({ houses: z.array(Id).min(1).max(40) }), returns: z.object({ issued: z.number().int() }), about: "Codes for houses that have none." }),
    sheet: get("/sheet", { who: CADRES, query: Page, returns: pageOf(z.object({ house: Id, no: z.string(), group: z.string(), order: z.number().int(), state: z.enum(PLATE_STATES), code: z.string(), address: z.string() })), about: "The plates to print: house number, code and address; no personal data." }),
    mine: get("/mine", { who: "household", returns: z.object({ plate: Plate.nullable() }) }),
  },
  emits: { issued: Issued, "put-up": PutUp, lost: Lost, replaced: Replaced, scanned: Scanned, reported: Reported },
  needs: ["phones"],
  reads: ["affairs/houses", "affairs/households", "alerts/warnings"],
});
