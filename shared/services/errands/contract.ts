import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Bring, ErrandView, NewErrand, Point } from "./errand.ts";
import { Given, Handed, LetGo, Offered, Over, PointSet, Taken, Withdrawn } from "./events.ts";

const notYours = { "not-yours": 403 } as const;
const errand = lifecycle({
  start: "offered",
  desk: { offered: [] },
  moves: {
    give: { from: "offered", to: "offered", who: "villager", body: Bring, limit: "20 a hour", fails: { "not-a-trip": 409, "own-errand": 409, "both-names": 422 } },
    take: { from: "offered", to: "taken", who: "villager", limit: "20 a hour", fails: { "own-errand": 409, "is-a-trip": 409 } },
    "let-go": { from: "taken", to: "offered", who: "villager", fails: notYours },
    hand: { from: "taken", to: "handed", who: "villager", body: z.strictObject({ code: z.string().trim().regex(/^\d{4}$/), /** Who took it: needed for medicines and cash. */ to: Name.optional() }), limit: "10 a hour", fails: { ...notYours, "wrong-code": 422, "both-names": 422 } },
    withdraw: { from: ["offered", "taken"], to: "withdrawn", who: "villager", fails: notYours },
    pass: { from: "offered", to: "over", who: "clock" },
  },
  waits: { offered: { until: "end", then: "pass" } },
  view: ErrandView,
});

export const contract = feature({
  functions: ["C19"],
  ifItFails: "Nobody can offer or ask for an errand here; what is on its way is still handed over, with its code on paper.",
  prefix: ["ERRAND", "PICKUP"],
  place: { tab: "do", shelf: "help", order: 3, icon: "go" },
  lifecycle: errand,
  routes: {
    offer: post("/", { who: "villager", body: NewErrand, returns: ErrandView, limit: "20 a day", fails: { "both-names": 422, "in-the-past": 422 } }),
    list: get("/", { who: "villager", query: Page, returns: pageOf(ErrandView), about: "What is offered, and what this villager gets or carries." }),
    point: get("/point", { who: "villager", returns: Point, about: "Where parcels lie, and when somebody is there." }),
    setPoint: put("/point", { who: office("secretary", "committee", "grid-worker"), body: z.strictObject({ place: text(100), hours: text(100) }), returns: Point }),
    one: get("/{id}", { who: "villager", returns: ErrandView }),
  },
  emits: { offered: Offered, given: Given, taken: Taken, "let-go": LetGo, handed: Handed, withdrawn: Withdrawn, over: Over, "point-set": PointSet },
  settings: { /** What nobody takes along comes down after this. */ standsFor: duration("14 days") },
  reads: ["circle/moderation"],
  byProxy: ["offer"],
});
