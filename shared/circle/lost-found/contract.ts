import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Called, Closed, Confirmed, Found, Held, Lapsed, Refused, Released, Reported, Seen } from "./events.ts";
import { LostView, NewLost, NewSighting } from "./lost.ts";

/** Cadres and the police: they confirm, look at what is held, and alone read where a grown person was seen. */
export const CADRES = [...office("secretary", "director", "committee", "grid-worker", "duty-officer"), ...township("duty-officer", "police")];
const READERS = ["villager" as const, ...CADRES];
const UP = ["open", "seen"] as const;
const notYours = { "not-yours": 403 } as const;

const lost = lifecycle({
  start: "open",
  desk: { held: ["release", "refuse"], open: [], seen: [] },
  moves: {
    release: { from: "held", to: "open", who: CADRES },
    refuse: { from: "held", to: "refused", who: CADRES, body: z.strictObject({ reason: text(200) }) },
    confirm: { from: UP, to: UP, who: CADRES, fails: { "confirmed-already": 409 } },
    see: { from: UP, to: "seen", who: READERS, body: NewSighting, limit: "30 a hour", fails: { "enough-sightings": 409 } },
    found: { from: UP, to: "found", who: READERS, fails: notYours },
    close: { from: ["held", ...UP], to: "closed", who: READERS, body: z.strictObject({ reason: text(200) }), fails: notYours },
    "pass-on": { from: UP, to: ["open", "seen", "closed"], who: "clock" },
  },
  waits: { open: { until: "callBy", then: "pass-on" }, seen: { until: "callBy", then: "pass-on" } },
  view: LostView,
});

export const contract = feature({
  functions: ["D11"],
  ifItFails: "Nobody can say who or what is missing or where it was seen; call each other and the police.",
  prefix: "LOST",
  place: { tab: "do", shelf: "help", order: 2, icon: "search", door: true },
  lifecycle: lost,
  routes: {
    report: post("/", { who: "villager", body: NewLost, returns: LostView, limit: "10 a day", about: "Somebody or something is missing: the groups nearby and the secretary know at once." }),
    list: get("/", { who: READERS, query: Page, returns: pageOf(LostView) }),
    one: get("/{id}", { who: READERS, returns: LostView }),
  },
  emits: { reported: Reported, held: Held, released: Released, refused: Refused, confirmed: Confirmed, called: Called, lapsed: Lapsed, seen: Seen, found: Found, closed: Closed },
  on: ["circle/lost-found/reported", "circle/lost-found/released"],
  settings: {
    /** After so long without a confirmation the next in turn are called: other cadres, then the township and the police. */
    callWithin: duration("5 minutes"),
    /** A cow or a thing nobody found comes down after this; a person never comes down by itself. */
    standsFor: duration("30 days"),
  },
  needs: ["messaging"],
  reads: ["affairs/households", "alerts/contacts", "circle/moderation"],
});
