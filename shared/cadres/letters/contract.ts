import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { spoken } from "../../contract/media.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Body } from "../../contract/text.ts";
import { county, office, township } from "../../contract/who.ts";
import { Answered, Assigned, Closed, Consented, Escalated, Guessed, Overdue, Published, PublishRefused, Received, Reopened, Sent, Withdrawn } from "./events.ts";
import { Again, Cadre, LetterView, NewLetter, Receipt, Satisfied, TicketAsk, TicketStep, TicketView, WallView } from "./letter.ts";

export const SECRETARY = office("secretary");
export const HANDLERS = office("director", "committee", "party-branch", "accountant", "supervisor", "grid-worker", "group-leader", "women", "militia", "doctor", "health-worker", "duty-officer");
/** Who reads what went past the village. */
export const ABOVE = [...township("director", "duty-officer"), ...county("supervisor", "director")];

const Reply = spoken(2000);
const ANSWER = { body: Reply, fails: { "words-needed": 422 } } as const;
const letter = lifecycle({
  start: "submitted",
  desk: { submitted: ["receive", "assign", "reply"], received: ["assign", "reply"], assigned: ["assign"], reopened: ["assign", "reply"], overdue: ["assign", "reply"], escalated: ["answer"], replied: [] },
  moves: {
    receive: { from: "submitted", to: "received", who: SECRETARY },
    assign: { from: ["submitted", "received", "assigned", "reopened", "overdue"], to: "assigned", who: SECRETARY, body: z.strictObject({ to: Id }), fails: { "not-in-office": 422, "named-cadre-cannot-handle": 409 } },
    reply: { from: ["submitted", "received", "assigned", "reopened", "overdue"], to: "replied", who: SECRETARY, ...ANSWER },
    /** By whom it was handed to. */
    respond: { from: "assigned", to: "replied", who: HANDLERS, ...ANSWER },
    /** By the township. */
    answer: { from: "escalated", to: "replied", who: ABOVE, ...ANSWER },
    close: { from: "replied", to: "closed", who: "villager", body: Satisfied },
    reopen: { from: "replied", to: ["reopened", "escalated"], who: "villager", body: Again, fails: { "too-late-to-reopen": 409 } },
    lapse: { from: ["submitted", "received", "assigned", "reopened"], to: "overdue", who: "clock" },
    escalate: { from: "overdue", to: "escalated", who: "clock" },
  },
  waits: {
    submitted: { until: "answerBy", then: "lapse" }, received: { until: "answerBy", then: "lapse" }, assigned: { until: "answerBy", then: "lapse" }, reopened: { until: "answerBy", then: "lapse" },
    overdue: { until: "answerBy", then: "escalate" },
  },
  view: LetterView,
});

const TICKET = { "wrong-ticket": 422, "locked": 429 } as const;

export const contract = feature({
  functions: ["A02", "A03"],
  ifItFails: "Villagers cannot write to the secretary; letters already sent are kept.",
  prefix: ["LETTER", "LETTERBOX", "LETTERTICKET", "LETTERVOICE", "LETTERWALL"],
  place: { tab: "do", shelf: "say", order: 1, icon: "letter", door: true },
  lifecycle: letter,
  routes: {
    send: post("/", { who: "villager", body: NewLetter, returns: Receipt, limit: "10 a day", fails: { "not-in-office": 422, "by-oneself": 409, "media-names-you": 422 } }),
    mine: get("/mine", { who: "villager", query: Page, returns: pageOf(LetterView) }),
    inbox: get("/inbox", { who: SECRETARY, query: Page, returns: pageOf(LetterView) }),
    handed: get("/handed", { who: HANDLERS, query: Page, returns: pageOf(LetterView), about: "What the secretary handed to me." }),
    above: get("/above", { who: ABOVE, query: Page, returns: pageOf(LetterView), about: "What went past the village, or waited too long in it." }),
    cadres: get("/cadres", { who: "villager", returns: z.object({ items: z.array(Cadre) }) }),
    wall: get("/wall", { who: "anyone", query: Page, returns: pageOf(WallView), cache: "1 minute" }),
    follow: post("/ticket", { who: "visitor", body: TicketAsk, returns: TicketView, secret: true, limit: "30 a hour", fails: TICKET, about: "A letter by its number and ticket word, without an account." }),
    followUp: post("/ticket/step", { who: "visitor", body: TicketStep, returns: TicketView, secret: true, limit: "30 a hour", fails: { ...TICKET, "too-late-to-reopen": 409, "say-why": 422 } }),
    one: get("/{id}", { who: ["villager", ...SECRETARY, ...HANDLERS, ...ABOVE], returns: LetterView }),
    consent: post("/{id}/consent", { who: "villager", returns: LetterView, about: "Its writer lets it stand on the wall." }),
    withdraw: post("/{id}/withdraw", { who: "villager", returns: LetterView, about: "Off the wall, at any time." }),
    publish: post("/{id}/publish", { who: [...SECRETARY, ...ABOVE], body: z.strictObject({ words: Body.optional() }), returns: Done, fails: { "no-consent": 409, "not-answered-yet": 409 }, about: "Puts the answered letter up, with names in its text taken out by hand." }),
  },
  reads: ["circle/moderation"],
  emits: { sent: Sent, received: Received, assigned: Assigned, answered: Answered, closed: Closed, reopened: Reopened, overdue: Overdue, escalated: Escalated, guessed: Guessed, consented: Consented, published: Published, withdrawn: Withdrawn, "publish-refused": PublishRefused },
  settings: { answerUrgent: duration("24 hours"), answerNormal: duration("72 hours") },
  byProxy: ["send", "mine", "one", "close", "reopen", "consent", "withdraw"],
});
