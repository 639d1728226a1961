import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { del, get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { county, office, township } from "../../contract/who.ts";
import { Added, Answered, Asked, Closed, Passed, Reopened, RoundDropped, RoundPlanned, TechnicianEnded, TechnicianNamed, Visited, VisitWanted } from "./events.ts";
import { More, NewAnswer, NewQuestion, NewRound, QuestionLine, QuestionView, RoundView, TechnicianView, Visit } from "./question.ts";

const KEEPERS = office("secretary", "director", "committee");
/** Whom a question reaches that nobody in the village has answered. */
const ABOVE = [...township("director", "duty-officer"), ...county("department.agriculture")];
const OWN = { "not-yours": 403 } as const;
const OPEN = ["asked", "township", "answered", "visit", "visited"] as const;

const question = lifecycle({
  start: "asked",
  desk: { asked: [], township: ["answer"], answered: [], visit: ["call"], visited: [] },
  moves: {
    answer: { from: OPEN, to: ["answered", "visit", "visited"], who: ["villager", ...ABOVE], body: NewAnswer, limit: "60 a hour", fails: { "enough-answers": 409 } },
    more: { from: OPEN, to: OPEN, who: "villager", body: More, fails: OWN },
    wantVisit: { from: ["asked", "township", "answered"], to: "visit", who: "villager", fails: OWN },
    /** A technician, or an office where there is none, has been there. */
    call: { from: "visit", to: "visited", who: ["villager", ...KEEPERS, ...ABOVE], body: Visit, fails: { "not-a-technician": 403 } },
    solve: { from: ["answered", "visited"], to: "solved", who: "villager", body: z.strictObject({ answer: Id.optional() }), fails: OWN },
    again: { from: ["visited", "solved"], to: "asked", who: "villager", fails: OWN },
    passOn: { from: "asked", to: ["asked", "township"], who: "clock" },
  },
  waits: { asked: { until: "answerBy", then: "passOn" } },
  view: QuestionView,
});

export const contract = feature({
  functions: ["C10"],
  ifItFails: "Farm questions cannot be asked or answered; questions already asked and the village's book can still be read.",
  prefix: ["FARMQ", "FARMBOOK", "FARMTECH", "FARMROUND"],
  place: { tab: "do", shelf: "ask", order: 1, icon: "ask", door: true },
  lifecycle: question,
  routes: {
    ask: post("/", { who: "villager", body: NewQuestion, returns: QuestionView, limit: "20 a day" }),
    list: get("/", { who: "anyone", query: Page, returns: pageOf(QuestionLine), cache: "5 seconds" }),
    mine: get("/mine", { who: "villager", query: Page, returns: pageOf(QuestionLine) }),
    book: get("/book", { who: "anyone", query: z.strictObject({ ...Page.shape, crop: text(20).optional() }), returns: pageOf(QuestionLine), cache: "1 minute", about: "The village's own book: what was solved. A page may hold fewer than asked for where it is narrowed to a crop." }),
    technicians: get("/technicians", { who: "anyone", query: Page, returns: pageOf(TechnicianView), cache: "1 minute" }),
    nameTechnician: post("/technicians", { who: KEEPERS, body: z.strictObject({ person: Id, crops: text(60).optional() }), returns: TechnicianView }),
    endTechnician: del("/technicians/{person}", { who: KEEPERS, returns: Done }),
    rounds: get("/rounds", { who: "anyone", query: Page, returns: pageOf(RoundView), cache: "1 minute", about: "When a technician comes by which hamlet, the next day first." }),
    planRound: post("/rounds", { who: ["villager", ...KEEPERS], body: NewRound, returns: RoundView, fails: { "not-a-technician": 403 } }),
    dropRound: del("/rounds/{day}/{id}", { who: ["villager", ...KEEPERS], returns: Done, fails: { "not-a-technician": 403 } }),
    one: get("/{id}", { who: "visitor", returns: QuestionView }),
  },
  reads: ["circle/moderation", "circle/members"],
  emits: {
    asked: Asked, answered: Answered, passed: Passed, added: Added, "visit-wanted": VisitWanted, visited: Visited, closed: Closed, reopened: Reopened,
    "technician-named": TechnicianNamed, "technician-ended": TechnicianEnded, "round-planned": RoundPlanned, "round-dropped": RoundDropped,
  },
  settings: {
    /** A question without an answer goes on to the next technician, at last to the township. */
    passOnAfter: duration("24 hours"),
  },
});
