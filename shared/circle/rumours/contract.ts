import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { office } from "../../contract/who.ts";
import { Answered, Asked, Closed, Joined, Unproven, Verifying } from "./events.ts";
import { AskedView, NewAnswer, NewRumour, RumourView } from "./rumour.ts";

/** Who looks into what people say, and answers by name. */
const VERIFIERS = office("secretary", "director", "committee", "supervisor", "doctor");

const rumour = lifecycle({
  start: "asked",
  desk: { asked: ["verify", "answer"], answered: [] },
  moves: {
    verify: { from: "asked", to: "asked", who: VERIFIERS },
    answer: { from: ["asked", "answered", "unproven"], to: "answered", who: VERIFIERS, body: NewAnswer },
    pin: { from: "answered", to: "pinned", who: VERIFIERS, fails: { "no-evidence": 409 } },
    unproven: { from: ["asked", "answered"], to: "unproven", who: VERIFIERS },
    join: { from: ["asked", "answered", "unproven"], to: ["asked", "answered", "unproven"], who: "villager" },
  },
  view: RumourView,
});

export const contract = feature({
  functions: ["D17"],
  ifItFails: "Nobody can ask whether something is true; what was answered can still be read.",
  prefix: "RUMOUR",
  place: { tab: "do", shelf: "ask", order: 4, icon: "ask" },
  lifecycle: rumour,
  routes: {
    ask: post("/", { who: "villager", body: NewRumour, returns: AskedView, limit: "10 a day", about: "Is it true that …? The same question as one that stands joins it." }),
    list: get("/", { who: "anyone", query: Page, returns: pageOf(RumourView), cache: "5 seconds" }),
    one: get("/{id}", { who: "anyone", returns: RumourView, cache: "5 seconds" }),
  },
  reads: ["circle/moderation"],
  emits: { asked: Asked, joined: Joined, verifying: Verifying, answered: Answered, closed: Closed, unproven: Unproven },
});
