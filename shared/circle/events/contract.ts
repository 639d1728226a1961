import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { MediaRefs } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Attended, Began, BranchChanged, Called, Cancelled, DroppedOut, PhotosAdded, SignedUp, Taken, Told } from "./events.ts";
import { HappeningLine, HappeningView, NewHappening, SignUp } from "./happening.ts";

const BRANCH = office("party-branch", "secretary");
const ownOnly = { "not-yours": 403 } as const;
const One = z.strictObject({ id: Id });

const happening = lifecycle({
  start: "called",
  desk: { called: [], held: [] },
  moves: {
    "sign-up": { from: "called", to: "called", who: "villager", body: SignUp, limit: "60 a hour", fails: { "already-on-it": 409, "too-many-people": 409 } },
    "drop-out": { from: "called", to: "called", who: "villager", body: One, fails: ownOnly },
    take: { from: "called", to: "called", who: "villager", body: One, fails: { "taken-already": 409 } },
    "give-back": { from: "called", to: "called", who: "villager", body: One, fails: ownOnly },
    begin: { from: "called", to: "held", who: "clock" },
    /** Signing in on the spot, by the code that is read out, or by whoever called it from the list of names. */
    attend: { from: ["held", "told"], to: ["held", "told"], who: "villager", body: z.union([z.strictObject({ code: z.string().trim().regex(/^\d{4}$/) }), z.strictObject({ came: z.array(Id).min(1).max(100) }), z.strictObject({ name: Name })]), limit: "10 a hour", fails: { ...ownOnly, "wrong-code": 422, "not-on-it": 409 } },
    tell: { from: ["called", "held", "told"], to: "told", who: "villager", body: z.strictObject({ words: text(2000), replay: z.url({ protocol: /^https$/ }).max(300).optional() }), fails: { ...ownOnly, "not-begun": 409 } },
    photos: { from: ["held", "told"], to: ["held", "told"], who: "villager", body: z.strictObject({ media: MediaRefs }), limit: "10 a hour", fails: { "enough-photos": 409 } },
    cancel: { from: "called", to: "cancelled", who: "villager", body: z.strictObject({ reason: text(200) }), fails: ownOnly },
  },
  waits: { called: { until: "start", then: "begin" } },
  view: HappeningView,
});

export const contract = feature({
  functions: ["D09", "A06"],
  ifItFails: "Nobody can call an event or sign up; those called already stand on the printed sheet.",
  prefix: ["HAPPEN", "HAPPENON", "BRANCH"],
  place: { tab: "village", shelf: "together", order: 4, icon: "date", door: true },
  lifecycle: happening,
  routes: {
    call: post("/", { who: "villager", body: NewHappening, returns: HappeningView, limit: "10 a day", fails: { "in-the-past": 422, "branch-calls": 403, "no-branch": 409 } }),
    list: get("/", { who: "villager", query: Page, returns: pageOf(HappeningLine), about: "What is still to come or going on, the nearest first." }),
    past: get("/past", { who: "villager", query: Page, returns: pageOf(HappeningLine) }),
    clashes: get("/clashes", { who: "villager", query: z.strictObject({ from: Instant, to: Instant }), returns: z.object({ items: z.array(HappeningLine) }), about: "What else is at that hour: shown before one more is called, never forbidden." }),
    branch: get("/branch", { who: BRANCH, returns: z.object({ members: z.array(z.object({ id: Id, name: z.string() })), version: z.number().int() }) }),
    setBranch: put("/branch", { who: BRANCH, body: z.strictObject({ members: z.array(Id).max(300) }), returns: z.object({ members: z.array(z.object({ id: Id, name: z.string() })), version: z.number().int() }), fails: { "no-branch": 409 }, about: "Whom the branch's activities are for; nobody else can tell that they are." }),
    one: get("/{id}", { who: "villager", returns: HappeningView }),
  },
  emits: { called: Called, "signed-up": SignedUp, "dropped-out": DroppedOut, taken: Taken, attended: Attended, began: Began, told: Told, "photos-added": PhotosAdded, cancelled: Cancelled, "branch-changed": BranchChanged },
  reads: ["circle/members", "circle/moderation"],
});
