import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { duration, flag } from "../../contract/settings.ts";
import { Body, text } from "../../contract/text.ts";
import { county, office } from "../../contract/who.ts";
import { AreaSaved, Drafted, Dropped, Issued, Over, Paused, PutUp, Resumed } from "./events.ts";
import { NewWarning, PublicWarning, VillagePart, WarningView } from "./warning.ts";

/** The county's duty office, and a village's own secretary or committee for its own village (local danger). */
const duty = [...county("duty-officer", "director"), ...office("secretary", "committee")];
const Reason = z.strictObject({ reason: text(200) });

const warning = lifecycle({
  at: "area",
  start: "draft",
  // A warning that runs is settled on its board, not on a desk.
  desk: { draft: ["put-up", "drop"], issued: [] },
  moves: {
    "put-up": { from: "draft", to: ["waiting", "issued"], who: duty, fails: { "no-area": 422, "nothing-to-do": 422, "already-over": 422, "may-not-order": 403, "live-warning-running": 409, "type-the-number": 422 }, body: z.strictObject({ households: z.number().int().optional() }) },
    approve: { from: "waiting", to: "issued", who: duty, fails: { "own-draft": 409 } },
    "time-up": { from: "waiting", to: "issued", who: "clock" },
    "send-back": { from: "waiting", to: "draft", who: duty, body: Reason },
    drop: { from: ["draft", "waiting"], to: "dropped", who: duty },
    pause: { from: "issued", to: "issued", who: duty },
    resume: { from: "issued", to: "issued", who: duty },
    end: {
      from: "issued", to: "ended", who: duty, fails: { "households-open": 409, "reasons-missing": 422 },
      body: z.strictObject({ as: z.enum(["complete", "incomplete"]), reasons: z.array(z.strictObject({ village: AreaCode, household: Id, reason: text(200) })).max(500).default([]) }),
    },
    // Whoever left and is accounted for must still hear that they may go home.
    clear: { from: ["issued", "ended"], to: "cleared", who: duty, body: z.strictObject({ words: text(200).optional(), despiteOpenCalls: z.boolean().default(false) }), fails: { "calls-for-help-open": 409 } },
    cancel: { from: "issued", to: "cancelled", who: duty, body: Reason },
    lapse: { from: "issued", to: "lapsed", who: "clock" },
  },
  waits: { waiting: { until: "secondPersonBy", then: "time-up" }, issued: { until: "expiry", then: "lapse" } },
  view: WarningView,
});

/** An area to choose from; the figures are there where the houses' marks make it. Its name is in both languages where a village gave both. */
const SavedPlace = z.object({
  id: Id, name: z.string(), names: z.object({ zh: z.string(), en: z.string() }).optional(), parts: z.array(VillagePart),
  households: z.number().int().optional(), people: z.number().int().optional(), vulnerable: z.number().int().optional(),
});

export const contract = feature({
  functions: ["E01", "E02", "E10", "E11"],
  ifItFails: "No new warning can be composed, approved or ended; warnings already issued go on being sent and answered.",
  prefix: ["WARN", "ALERT", "SAVED"],
  place: [{ tab: "county", shelf: "warn", order: 1, icon: "megaphone", only: duty }, { tab: "village", shelf: "safety", order: 1, icon: "alert" }],
  lifecycle: warning,
  routes: {
    draft: post("/", { at: "area", who: duty, body: NewWarning, returns: WarningView, limit: "60 a hour", fails: { "not-your-village": 403, "unknown-village": 422, "warning-over": 409 }, about: "Write a draft; texts not given follow from the templates." }),
    revise: put("/{id}", { at: "area", who: duty, body: NewWarning, returns: WarningView, fails: { "already-issued": 409, "not-your-village": 403, "unknown-village": 422, "warning-over": 409 } }),
    list: get("/", { at: "area", who: duty, query: Page, returns: pageOf(WarningView) }),
    one: get("/{id}", { at: "area", who: duty, returns: WarningView }),
    saveArea: post("/areas", { at: "area", who: duty, body: z.strictObject({ name: text(40), parts: z.array(VillagePart).min(1).max(500) }), returns: Done }),
    areas: get("/areas", { at: "area", who: duty, query: Page, returns: pageOf(SavedPlace), about: "Areas to choose from: first those that follow from the houses' hazard marks, with how many they mean, then those kept by hand." }),
    running: get("/running", { who: "anyone", returns: z.object({ items: z.array(PublicWarning) }), cache: "10 seconds", about: "What holds in this village now." }),
    past: get("/past", { who: "anyone", query: Page, returns: pageOf(PublicWarning), cache: "1 minute" }),
    shown: get("/{id}/shown", { who: "anyone", returns: PublicWarning, cache: "10 seconds" }),
  },
  emits: { drafted: Drafted, "put-up": PutUp, issued: Issued, paused: Paused, resumed: Resumed, over: Over, dropped: Dropped, "area-saved": AreaSaved },
  on: ["alerts/warnings/issued", "alerts/warnings/over", "alerts/cap/imported"],
  settings: {
    secondPersonOrange: duration("3 minutes"),
    secondPersonRed: duration("60 seconds"),
    /** Relayed from the authority's own feed, or observed: nobody is waited for. */
    secondPersonRelayed: duration("0 seconds"),
    announceDrills: flag(true),
  },
  reads: ["affairs/houses", "alerts/cap", "alerts/roll-call"],
});
export type EndWords = z.infer<typeof Body>;
