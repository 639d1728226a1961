import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { count } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Added, Broken, Closed, Repaired, Tapped } from "./events.ts";

export const POINT_STATES = ["works", "broken", "closed"] as const;
const KEEPERS = [...office("secretary", "director", "committee", "grid-worker"), "operator" as const];

export const PointView = z.object({
  id: Id, name: z.string(), where: z.string(), key: z.string(), state: z.enum(POINT_STATES),
  /** Of those who stood there today, how many say so. */
  works: z.number().int(), broken: z.number().int(), last: z.object({ works: z.boolean(), at: Instant }).nullable(), version: z.number().int(),
});

const point = lifecycle({
  start: "works",
  desk: { broken: ["repaired", "close"] },
  moves: {
    tap: { from: ["works", "broken"], to: ["works", "broken"], who: "visitor", body: z.strictObject({ works: z.boolean() }), limit: "30 a day" },
    repaired: { from: "broken", to: "works", who: KEEPERS },
    close: { from: ["works", "broken"], to: "closed", who: KEEPERS, body: z.strictObject({ reason: text(200).optional() }) },
  },
  view: PointView,
});

export const contract = feature({
  functions: ["C16"],
  ifItFails: "Where free Wi-Fi is cannot be looked up or reported; the Wi-Fi itself is not touched.",
  prefix: "WIFI",
  place: { tab: "do", shelf: "get", order: 8, icon: "download" },
  lifecycle: point,
  routes: {
    list: get("/", { who: "anyone", query: Page, returns: pageOf(PointView), cache: "10 seconds", about: "Free Wi-Fi of the village, and whether it works." }),
    one: get("/{id}", { who: "anyone", returns: PointView, cache: "10 seconds" }),
    add: post("/", { who: KEEPERS, body: z.strictObject({ name: Name, where: text(60), key: text(40).optional() }), returns: PointView, limit: "50 a day", about: "A new point: its network's name, where it is, how one gets in." }),
  },
  emits: { added: Added, tapped: Tapped, broken: Broken, repaired: Repaired, closed: Closed },
  settings: {
    /** So many say on one day that it does not work: it stands on the desk. */
    wordsWanted: count(3),
  },
});
