import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Day, Id, Instant } from "../../contract/ids.ts";
import { Done, Page, pageOf } from "../../contract/page.ts";
import { del, get, post, put } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { Begun, Changed, Circled, Ended, Missed, Seen } from "./events.ts";

/** In this order they are told: the family first, then who lives near, then who has a post. */
export const KINDS = ["relative", "neighbour", "cadre"] as const;
/** How the sign came: pressed by themselves, by a text, by a call, or somebody saw them. */
export const HOWS = ["tap", "sms", "call", "seen"] as const;
export const TODAY = ["well", "waiting", "silent", "paused"] as const;

const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "time" });
const CircleLine = z.object({ id: Id, kind: z.enum(KINDS), name: z.string(), after: z.number().int(), mine: z.boolean(), told: z.boolean() });
/** One care as its insiders see it; nobody else ever learns that it is there. */
export const CareView = z.object({
  person: Id, name: z.string(), by: Clock, today: z.enum(TODAY), pausedUntil: Day.nullable(), seen: z.object({ at: Instant, how: z.enum(HOWS) }).nullable(),
  circle: z.array(CircleLine), as: z.enum(["self", "family", "circle"]), away: z.boolean(), version: z.number().int(),
});
const NewInCircle = z.strictObject({
  kind: z.enum(KINDS),
  /** A cadre may be left out: then it is whoever looks after the house, or who has the post. */
  name: Name.optional(), house: text(12).optional(),
  /** Told so many minutes after the hour, if there was no sign till then. */
  after: z.number().int().min(0).max(720),
});
const own = { "family-sets": 403 } as const;

export const contract = feature({
  functions: ["C17"],
  ifItFails: "Signs of life are not taken and nobody is told of a silence: please call your people yourself.",
  prefix: ["WELL", "WELLSEES"],
  place: { tab: "me", shelf: "family", order: 2, icon: "heart" },
  routes: {
    mine: get("/mine", { who: "villager", returns: z.object({ own: CareView.nullable(), family: z.array(z.object({ person: Id, name: z.string(), care: CareView.nullable() })) }), about: "My own sign of life, and those of my house." }),
    watching: get("/watching", { who: "villager", query: Page, returns: pageOf(CareView), about: "Those in whose circle I am." }),
    one: get("/{person}", { who: "villager", returns: CareView }),
    begin: put("/{person}", { who: "villager", body: z.strictObject({ by: Clock }), returns: CareView, fails: own, limit: "30 a day", about: "By when I give a sign of life each day; for myself or somebody of my house." }),
    well: post("/{person}/well", { who: "villager", body: z.strictObject({ how: z.enum(["seen", "call"]).optional() }), returns: CareView, about: "I am well today; or somebody of the circle saw them or reached them." }),
    pause: post("/{person}/pause", { who: "villager", body: z.strictObject({ until: Day.nullable() }), returns: CareView, fails: own, about: "Travelling: nobody is told until after that day." }),
    circle: post("/{person}/circle", { who: "villager", body: NewInCircle, returns: CareView, limit: "30 a day", fails: { ...own, "in-it-already": 409, "circle-full": 409 } }),
    drop: del("/{person}/circle/{entry}", { who: "villager", returns: Done, fails: own, about: "Takes somebody out of the circle; each may leave by themselves." }),
    end: del("/{person}", { who: "villager", returns: Done, fails: own }),
  },
  emits: { begun: Begun, changed: Changed, circled: Circled, seen: Seen, missed: Missed, ended: Ended },
  on: ["alerts/answers/well-said"],
  clocks: ["silent"],
  settings: {
    /** Where nobody was chosen, whoever looks after the house is asked so long after the hour. */
    linkedAfter: duration("60 minutes", { small: "60 minutes" }),
  },
  reads: ["affairs/households", "cadres/linked-households", "circle/away"],
  byProxy: ["mine", "one", "begin", "well", "pause", "circle", "drop", "end"],
});
