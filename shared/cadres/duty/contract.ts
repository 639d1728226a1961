import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { choice, duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { DialNumber } from "../../services/phone-book/contract.ts";
import { CardSaved, Covered, Dropped, HandedOver, LeftOpen, PhonesSaved, Planned, Uncovered } from "./events.ts";

const Titles = z.record(z.string(), z.string());
const Hours = z.object({ from: Instant, to: Instant });
export const Card = z.object({
  person: Id, name: z.string(), offices: z.array(z.object({ office: z.string(), titles: Titles })), matters: z.string(),
  /** Their own where they agreed that everybody sees it, else the office's; null where there is none. */
  phone: z.string().nullable(), own: z.boolean(),
});
export const Shift = Hours.extend({ id: z.string(), person: Id, name: z.string() });
/** A full hour of the region's clock; an end no later than the beginning is the next day's. */
const Hour = z.string().regex(/^(?:[01]\d|2[0-3]):00$/);
const Phones = z.strictObject({ office: DialNumber, night: DialNumber.optional() });
export const Board = z.object({
  now: z.object({ kind: z.enum(["person", "night", "office", "nobody"]), name: z.string(), phone: z.string().nullable(), until: Instant.nullable() }),
  phones: z.object({ office: z.string().nullable(), night: z.string().nullable() }),
  cards: z.array(Card), shifts: z.array(Shift),
  /** Of the next seven days: hours nobody has, and hours two have. */
  gaps: z.array(Hours), overlaps: z.array(Hours),
  roster: z.enum(["one phone", "office hours", "by the hour"]),
  /** Until then the village is still beginning: nothing is red yet. */
  startsAt: Instant.nullable(),
});
const GapView = z.object({ id: Id, day: Day, hours: z.array(Hours), state: z.enum(["open", "covered", "left"]), version: z.number().int() });
export const Note = z.object({ id: Id, at: Instant, name: z.string(), text: z.string() });

const PLANNERS = office("secretary", "director", "committee");
export const CADRES = [...PLANNERS, ...office("party-branch", "accountant", "supervisor", "duty-officer", "grid-worker", "group-leader", "women", "militia", "doctor", "health-worker")];

const gap = lifecycle({
  start: "open",
  desk: { open: ["cover", "leave"] },
  moves: { cover: { from: "open", to: "covered", who: PLANNERS }, leave: { from: "open", to: "left", who: office("secretary") } },
  view: GapView,
});

export const contract = feature({
  functions: ["A10"],
  ifItFails: "Who is on duty and the officers' cards cannot be seen; the office's number on paper still answers.",
  prefix: ["DUTYCARD", "DUTYSHIFT", "DUTYNOTE", "DUTYGAP", "DUTYCLOCK", "DUTYPHONE"],
  keeps: { DUTYSHIFT: "400 days", DUTYNOTE: "400 days" },
  place: { tab: "village", shelf: "people", order: 1, icon: "duty", door: true },
  lifecycle: gap,
  routes: {
    board: get("/", { who: "anyone", returns: Board, cache: "1 minute", about: "Who does what, and who is on duty now." }),
    mine: get("/card", { who: CADRES, returns: z.object({ matters: z.string(), phone: z.string().nullable(), agrees: z.boolean() }) }),
    saveCard: put("/card", { who: CADRES, body: z.strictObject({ matters: text(200), phone: DialNumber.optional(), agrees: z.boolean() }), returns: Done, fails: { "phone-needed": 422 } }),
    savePhones: put("/phones", { who: PLANNERS, body: Phones, returns: Done }),
    plan: post("/shifts", { who: PLANNERS, body: z.strictObject({ person: Id, day: Day, from: Hour, to: Hour }), returns: z.object({ shift: Shift, overlaps: z.array(Hours), gaps: z.array(Hours) }), fails: { "not-in-office": 422, "wrong-hours": 422 }, about: "Somebody has these hours; what overlaps or is missing is said, never filled in silence." }),
    drop: post("/shifts/{id}/drop", { who: PLANNERS, returns: Done }),
    handOver: post("/notes", { who: CADRES, body: z.strictObject({ text: text(500) }), returns: Note, limit: "30 a day", about: "What the next one on duty must know." }),
    notes: get("/notes", { who: CADRES, query: Page, returns: pageOf(Note) }),
  },
  emits: { "card-saved": CardSaved, "phones-saved": PhonesSaved, planned: Planned, dropped: Dropped, "handed-over": HandedOver, uncovered: Uncovered, covered: Covered, "left-open": LeftOpen },
  on: ["platform/villages/opened"],
  clocks: ["look"],
  settings: {
    /** Which hours somebody must have: none but the one phone, the day's, or all. */
    roster: choice(["one phone", "office hours", "by the hour"], "office hours", { small: "one phone", looser: (from, to) => to === "one phone" || (to === "office hours" && from === "by the hour") }),
    startsAfter: duration("30 days", { small: "90 days" }),
  },
});
