import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { count, duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Accepted, Asked, AwaySaid, Checked, Consented, Declined, Ended } from "./events.ts";
import { BUDDY_STATES, CONSENT_BY, REASONS } from "./reasons.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");

/** A buddy as the two sides and the offices see it. `head` and `reasons` are for a buddy who accepted. */
export const BuddyView = z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), person: Id, name: z.string(), state: z.enum(BUDDY_STATES), since: Instant,
  head: z.string().nullable(), reasons: z.array(z.enum(REASONS)), version: z.number().int(),
});
const Short = z.object({ id: Id, person: Id, name: z.string(), state: z.enum(["asked", "accepted"]), near: z.boolean(), version: z.number().int() });
const Consent = z.object({ given: z.boolean(), by: z.enum(CONSENT_BY), at: Instant });
/** A vulnerable household as an office's list has it: names masked outside the own group. */
export const CareLine = z.object({
  household: Id, no: z.string(), group: z.string(), names: z.array(z.string()), reasons: z.array(z.enum(REASONS)),
  /** Cannot be left for an hour when the water comes. */
  highRisk: z.boolean(), consent: Consent.nullable(), buddies: z.array(Short), near: z.number().int(), wanted: z.number().int(),
  /** High risk, flood season, and no buddy near. */
  red: z.boolean(), checkedAt: Instant.nullable(), checkDue: z.boolean(),
  /** Somebody who sleeps there learnt to answer a warning on a phone (services/phone-lessons). */
  answers: z.boolean(),
});
/** The same for the household itself. */
export const OwnCare = z.object({ household: Id, reasons: z.array(z.enum(REASONS)), consent: Consent.nullable(), buddies: z.array(Short), wanted: z.number().int(), mayConsent: z.boolean(), checkedAt: Instant.nullable(), checkDue: z.boolean() });
const Candidate = z.object({ person: Id, name: z.string(), no: z.string(), group: z.string(), helps: z.number().int() });

const buddy = lifecycle({
  start: "asked",
  moves: {
    accept: { from: "asked", to: "accepted", who: ["villager", ...CADRES], body: z.strictObject({ witness: Name.optional() }), fails: { "witness-needed": 422, "no-consent": 409, "helps-enough": 409 } },
    decline: { from: "asked", to: "declined", who: ["villager", ...CADRES] },
    end: { from: ["asked", "accepted"], to: "ended", who: ["villager", "household", ...CADRES], body: z.strictObject({ reason: text(200).optional() }) },
    lapse: { from: "asked", to: "lapsed", who: "clock" },
  },
  waits: { asked: { until: "answerBy", then: "lapse" } },
  view: BuddyView,
});

export const contract = feature({
  functions: ["E13"],
  ifItFails: "Who helps whom cannot be looked up or changed; warnings still put vulnerable households first.",
  prefix: ["VULN", "VULNBARE", "BUDDY", "AWAY"],
  place: { tab: "village", shelf: "safety", order: 3, icon: "heart" },
  lifecycle: buddy,
  routes: {
    list: get("/", {
      who: CADRES, query: z.strictObject({ cursor: z.string().max(1200).optional(), limit: z.coerce.number().int().min(1).max(50).default(30), show: z.enum(["all", "red", "check"]).default("all") }),
      returns: pageOf(CareLine).extend({ season: z.boolean(), red: z.number().int() }), about: "Vulnerable households, why, and who comes for them; a leader sees the own group.",
    }),
    mine: get("/mine", { who: "villager", returns: z.object({ own: OwnCare.nullable(), helping: z.array(BuddyView), away: z.object({ until: Day }).nullable() }), about: "My own household, and those I am a buddy of; nobody else's." }),
    people: get("/people", { who: CADRES, query: z.strictObject({ name: Name }), returns: z.object({ items: z.array(Candidate) }), about: "Verified adults by name, to ask one of them." }),
    one: get("/{household}", { who: CADRES, returns: CareLine }),
    candidates: get("/{household}/candidates", { who: CADRES, returns: z.object({ items: z.array(Candidate) }), about: "Neighbours who could come: nearest door first, none who is away, needs help or helps enough." }),
    ask: post("/{household}/buddies", { who: CADRES, body: z.strictObject({ person: Id, instead: Id.optional() }), returns: CareLine, limit: "200 a day", fails: { "no-consent": 409, "own-household": 409, "already-asked": 409, "helps-enough": 409, "buddies-enough": 409, "not-near": 409 }, about: "Asks a neighbour; in the place of another one, who stays until the new one has said yes." }),
    consentFor: post("/{household}/consent", { who: CADRES, body: z.strictObject({ given: z.boolean(), by: z.enum(CONSENT_BY), witness: Name.optional() }), returns: CareLine, fails: { "witness-needed": 422 }, about: "What was said at the door, with a witness." }),
    checked: post("/{household}/checked", { who: CADRES, returns: CareLine, about: "Once a year: reasons, consent and buddies still hold." }),
    consent: post("/mine/consent", { who: "household", body: z.strictObject({ given: z.boolean() }), returns: OwnCare, fails: { "head-or-self": 403 }, about: "Whether neighbours may know. Taken back: the buddies end at once." }),
    checkedMine: post("/mine/checked", { who: "household", returns: OwnCare }),
    away: put("/mine/away", { who: "villager", body: z.strictObject({ until: Day.nullable() }), returns: z.object({ until: Day.nullable() }), about: "Away until that day: whom I look after is seen to be without me." }),
  },
  emits: { asked: Asked, accepted: Accepted, declined: Declined, ended: Ended, consented: Consented, checked: Checked, "away-said": AwaySaid },
  on: ["affairs/households/changed", "affairs/households/merged", "affairs/households/found-empty", "alerts/contacts/edited"],
  clocks: ["look", "back"],
  settings: {
    /** Buddies a vulnerable household should have; at none it is red (setting 7 of the list of functions). */
    wanted: count(2, { small: 1, looser: (from, to) => to < from }),
    /** How many households one person may be the buddy of. */
    mostEach: count(3),
    /** The months of the flood season, both included; a season may run over the new year. */
    seasonFrom: count(5), seasonTo: count(9),
    answerWithin: duration("3 days", { small: "7 days" }),
    checkEvery: duration("365 days"),
  },
  reads: ["affairs/households", "alerts/contacts", "circle/away", "services/phone-lessons"],
  byProxy: ["mine", "consent", "checkedMine", "end"],
});
