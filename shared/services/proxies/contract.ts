import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Active, Asked, Counted, Ended, Invited, Told, Waiting } from "./events.ts";
import { RELATIONS, WAYS } from "./scopes.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
const WITNESSES = [...CADRES, ...township("director")];
const Words = z.record(z.string(), z.string());
/** Whether whoever may do the same already goes on beside the new one, or makes room. */
const Keep = z.enum(["both", "new"]);

/** A consent as both sides, and the office that witnesses it, read it. */
export const ConsentView = z.object({
  id: Id, elderName: z.string(), house: z.string(), proxyName: z.string(), relation: z.enum(RELATIONS), scopes: z.array(z.string()), until: Instant, way: z.enum(WAYS),
  state: z.string(), at: Instant, reason: z.string().nullable(),
  /** How the word came, once it did. */
  proof: z.object({ how: z.string(), at: Instant }).nullable(),
  /** A code is on its way to the elder's phone, and so many tries are left. Said alike whether the phone is known or not. */
  tries: z.number().int().nullable(),
  /** Neighbours who have said so far that the elder wants it. */
  neighbours: z.number().int(),
  /** The one who asks, the one it is for, or an office. */
  mine: z.enum(["proxy", "elder", "office"]),
  /** For offices: nobody of that name is registered at that house. */
  unknown: z.boolean(),
  /** For offices: the elder has no phone and has not been told yet. */
  tell: z.boolean(),
});

const life = lifecycle({
  start: "asked",
  moves: {
    code: { from: "asked", to: ["active", "waiting", "asked"], who: "visitor", body: z.strictObject({ code: z.string().trim().regex(/^\d{6}$/) }), limit: "30 a hour", fails: { "no-code": 409 } },
    agree: { from: ["asked", "waiting"], to: ["active", "waiting"], who: "villager", body: z.strictObject({ keep: Keep.optional() }), fails: { "own-word-only": 403 } },
    witness: {
      from: ["asked", "waiting"], to: ["active", "waiting", "asked"], who: ["villager", ...WITNESSES], body: z.strictObject({ how: z.enum(["there", "voice"]), keep: Keep.optional() }),
      fails: { "own-witness": 403, "nobody-of-that-name": 409, "office-witnesses": 403, "already-said": 409, "one-per-household": 409 },
    },
    refuse: { from: ["asked", "waiting"], to: "refused", who: ["villager", ...WITNESSES], body: z.strictObject({ reason: text(200).optional() }), fails: { "own-word-only": 403 } },
    end: { from: ["asked", "waiting", "active"], to: "ended", who: ["visitor", ...WITNESSES], body: z.strictObject({ reason: text(200).optional() }) },
    lapse: { from: ["asked", "waiting", "active"], to: "lapsed", who: "clock" },
  },
  waits: { asked: { until: "answerBy", then: "lapse" }, waiting: { until: "answerBy", then: "lapse" }, active: { until: "lastDay", then: "lapse" } },
  view: ConsentView,
});

export const contract = feature({
  functions: ["C18"],
  ifItFails: "Nobody can begin or end acting for somebody else; what was agreed goes on until its last day.",
  prefix: ["CONSENT", "CONSENTBY", "PROXY", "ACTED"],
  place: { tab: "me", shelf: "family", order: 1, icon: "people" },
  lifecycle: life,
  routes: {
    scopes: get("/scopes", { who: "anyone", returns: z.object({ items: z.array(z.object({ feature: z.string(), says: Words })) }), cache: "1 hour", about: "What one person may let another do, in plain words." }),
    ask: post("/", {
      who: "visitor", limit: "10 a day", returns: ConsentView,
      body: z.strictObject({ elder: Name, house: text(20), name: Name, relation: z.enum(RELATIONS), scopes: z.array(z.string().max(60)).min(1).max(30), until: Day, way: z.enum(WAYS) }),
      about: "\"May I act for you?\" The answer is the same whether anybody of that name lives there; needs a sign-in.",
    }),
    mine: get("/mine", { who: "visitor", query: Page, returns: pageOf(ConsentView), about: "Whom I may act for, and what I have asked." }),
    forMe: get("/for-me", { who: "villager", query: Page, returns: pageOf(ConsentView), about: "Who may act for me, who has asked, and who might." }),
    active: get("/active", { who: "visitor", returns: z.object({ items: z.array(z.object({ elder: Id, name: z.string(), scopes: z.array(z.string()), until: Instant })) }), about: "For the switch \"I act for …\"." }),
    acts: get("/acts", { who: "villager", query: Page, returns: pageOf(z.object({ id: Id, by: z.string(), feature: z.string(), says: Words, at: Instant })), about: "What was done for me, by whom." }),
    forOffice: get("/", { who: WITNESSES, query: Page, returns: pageOf(ConsentView), about: "What waits for a witness, and elders to be told at the door." }),
    one: get("/{id}", { who: ["visitor", ...WITNESSES], returns: ConsentView, about: "For both sides, an office, and a neighbour who was sent the link." }),
    told: post("/{id}/told", { who: CADRES, returns: Done, about: "Somebody has told the elder at the door." }),
    invite: post("/invites", { who: ["household", ...CADRES], body: z.strictObject({ name: Name, phone: z.string().trim().min(3).max(40) }), returns: z.object({ invited: z.literal(true) }), limit: "10 a day", about: "A relative far away, on no roll, may sign in." }),
  },
  emits: { asked: Asked, active: Active, waiting: Waiting, counted: Counted, ended: Ended, told: Told, invited: Invited },
  on: ["services/proxies/asked", "services/proxies/active", "services/proxies/waiting", "services/proxies/ended"],
  settings: { answerWithin: duration("14 days"), longest: duration("365 days") },
  needs: ["phones", "messaging"],
  reads: ["affairs/households", "alerts/contacts", "platform/sign-in"],
});
export type ConsentView = z.infer<typeof ConsentView>;
