import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Accepted, Declined, Offered, Withdrawn } from "./events.ts";
import { Item, NewRecording, RecordingView } from "./listen.ts";

/** Whoever speaks for the village, or translates for it, listens before a recording takes the place of the phone's voice. */
const LISTENERS = office("secretary", "director", "committee", "duty-officer", "translator");
const Reason = z.strictObject({ reason: text(200) });
const Told = z.object({ items: z.array(Item), phone: z.string() });

const recording = lifecycle({
  start: "offered",
  desk: { offered: ["accept", "decline"] },
  moves: {
    accept: { from: "offered", to: "accepted", who: LISTENERS },
    decline: { from: "offered", to: "declined", who: LISTENERS, body: Reason },
    withdraw: { from: ["offered", "accepted"], to: "withdrawn", who: ["villager", ...LISTENERS], fails: { "not-your-voice": 403 } },
    /** Nobody holds an office that could listen: it is heard all the same, and said so. */
    pass: { from: "offered", to: ["accepted", "offered"], who: "clock" },
  },
  waits: { offered: { until: "listenBy", then: "pass" } },
  view: RecordingView,
});

export const contract = feature({
  functions: ["D15", "P05", "P08"],
  ifItFails: "The day's news are not read aloud as one; notices and warnings stay readable on their own pages, and the phone to hear them answers.",
  prefix: ["VOICE", "VOICED"],
  place: { tab: "village", shelf: "together", order: 3, icon: "listen" },
  lifecycle: recording,
  routes: {
    today: get("/", { who: "anyone", returns: Told, cache: "30 seconds", about: "What holds in the village now, in order of need, with the recordings there are." }),
    mine: get("/mine", { who: "villager", returns: Told, about: "The same with what concerns the reader; only on their own phone." }),
    script: get("/script", { who: "anyone", returns: z.string(), type: "text/plain", cache: "30 seconds", about: "The same as one text for the loudspeaker." }),
    offer: post("/voices", { who: "villager", body: NewRecording, returns: RecordingView, limit: "30 a day", fails: { "nothing-to-say": 404, "unknown-language": 422 }, about: "A recording of a notice, of a warning, or of what every warning of a kind says; who spoke is named." }),
    voices: get("/voices", { who: ["villager", ...LISTENERS], query: Page, returns: pageOf(RecordingView), about: "My own recordings; for the offices that listen first, all." }),
  },
  emits: { offered: Offered, accepted: Accepted, declined: Declined, withdrawn: Withdrawn },
  settings: {
    /** After this a recording that nobody could listen to first is heard all the same. */
    listenWithin: duration("24 hours"),
  },
  reads: ["affairs/notices", "alerts/warnings", "alerts/roll-call", "circle/moderation", "platform/desk", "platform/languages"],
});
