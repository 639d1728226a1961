import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { Name, text } from "../../contract/text.ts";
import { county, office } from "../../contract/who.ts";
import { ASKS, COLOURS, HAZARDS } from "../warnings/hazards.ts";
import { ROLL_STATES } from "../roll-call/states.ts";
import { Answered, Placed, Stopped, Unplaced, WellSaid } from "./events.ts";

const sweepers = [...office("secretary", "director", "committee", "grid-worker", "group-leader"), ...county("duty-officer", "director")];

/** The five answers. `people` counts those who left. */
export const Answer = z.strictObject({
  fact: z.enum(["left", "help", "stayed", "away", "got-it"]),
  people: z.number().int().min(0).max(50).optional(),
  words: text(200).optional(),
  /** The time on the phone when it was said, if it waited there. */
  said: Instant.optional(),
});
/** What an answering page may know: the warning and its own house, nobody's name but the house's number. */
export const AnswerPage = z.object({
  warning: Id, village: AreaCode, villageNames: z.record(z.string(), z.string()), no: z.string(), sleepers: z.number(), vulnerable: z.number(), state: z.enum(ROLL_STATES), over: z.boolean(),
  colour: z.enum(COLOURS), hazard: z.enum(HAZARDS), ask: z.enum(ASKS), drill: z.boolean(), headline: z.record(z.string(), z.string()), what: z.record(z.string(), z.string()),
  issuedAt: Instant, expires: Instant.nullable(), from: z.string(), phone: z.string(), emergency: z.string(),
});
export const AnswerTaken = z.object({ taken: z.literal(true), fact: z.string(), people: z.number().nullable(), partly: z.boolean(), afterEnd: z.boolean(), callNow: z.string().nullable() });

export const contract = feature({
  functions: ["E04"],
  ifItFails: "Villagers' answers by page and SMS wait; ask house by house.",
  prefix: ["ANSWER", "UNPLACED", "ASKED"],
  keeps: { UNPLACED: "90 days", ASKED: "1 day" },
  routes: {
    page: get("/by-link/{code}", { who: "anyone", returns: AnswerPage, about: "The warning and the house a link or a door code stands for; no sign-in. Never says that a house is empty." }),
    /** No limit, here as below: a lockout never applies to an answer. */
    byLink: post("/by-link/{code}", { who: "visitor", body: Answer, returns: AnswerTaken }),
    minePage: get("/{warning}", { who: "household", returns: AnswerPage }),
    mine: post("/{warning}", { who: "household", body: Answer, returns: AnswerTaken }),
    /** A cadre writes down a relative's word, by name. */
    forHousehold: post("/{warning}/households/{household}", { who: sweepers, body: z.strictObject({ ...Answer.shape, saidBy: Name, inPerson: z.boolean().default(false) }), returns: AnswerTaken }),
    unplaced: get("/unplaced", { at: "region", who: ["operator", ...county("duty-officer", "director")], query: Page, returns: pageOf(z.object({ id: Id, from: z.string(), text: z.string(), at: Instant, help: z.boolean(), placed: z.boolean() })) }),
    unplacedOfCounty: get("/unplaced", { at: "area", who: county("duty-officer", "director"), query: Page, returns: pageOf(z.object({ id: Id, from: z.string(), phone: z.string(), text: z.string(), at: Instant, help: z.boolean(), placed: z.boolean() })) }),
    place: post("/unplaced/{id}/place", { at: "area", who: county("duty-officer", "director"), body: z.strictObject({ village: AreaCode, warning: Id, household: Id }), returns: z.object({ placed: z.literal(true) }), fails: { "already-placed": 409 } }),
  },
  emits: { answered: Answered, unplaced: Unplaced, stopped: Stopped, placed: Placed, "well-said": WellSaid },
  on: ["carrier/received", "alerts/answers/placed", "alerts/answers/stopped", "affairs/door-codes/reported"],
  needs: ["phones", "messaging"],
  reads: ["alerts/contacts", "alerts/warnings", "alerts/roll-call", "affairs/door-codes", "affairs/households", "services/care"],
  byProxy: ["minePage", "mine"],
});
export type AnswerPage = z.infer<typeof AnswerPage>;
