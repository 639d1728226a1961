import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { county, office, township } from "../../contract/who.ts";
import { Answered, Asked, Closed, Fixed, Followed, HandedBack, Joined, Passed, Promised, Reopened, Resent } from "./events.ts";
import { DEPARTMENTS, NewSnap, PromiseDay, Proof, SnapLine, SnapView } from "./snap.ts";

/** Who sees to what is reported. */
const HANDS = office("secretary", "director", "committee", "grid-worker", "group-leader");
const ABOVE = township("director", "duty-officer");
const DEPARTMENT = county(...DEPARTMENTS.map((name) => `department.${name}`));
const OPEN = ["received", "reopened", "accepted", "in-hand", "escalated"] as const;
const OWN = { "not-yours": 403 } as const;

const snap = lifecycle({
  start: "received",
  desk: { received: ["accept", "promise", "pass", "join"], reopened: ["accept", "promise"], accepted: ["promise", "fix", "pass"], "in-hand": ["fix"], escalated: ["take"], passed: [] },
  moves: {
    accept: { from: ["received", "reopened"], to: "accepted", who: HANDS },
    promise: { from: OPEN, to: "in-hand", who: HANDS, body: PromiseDay },
    fix: { from: OPEN, to: "fixed", who: HANDS, body: Proof, fails: { "proof-needed": 422 } },
    pass: { from: OPEN, to: "passed", who: HANDS, body: z.strictObject({ department: z.enum(DEPARTMENTS) }) },
    join: { from: OPEN, to: "joined", who: HANDS, body: z.strictObject({ to: Id }), fails: { "cannot-join": 409 } },
    /** The township sees to it, where the village did not. */
    take: { from: "escalated", to: "accepted", who: [...ABOVE, ...HANDS] },
    finish: { from: "passed", to: "fixed", who: DEPARTMENT, body: Proof, fails: { "proof-needed": 422, "another-department": 403 } },
    handBack: { from: "passed", to: "received", who: DEPARTMENT, body: z.strictObject({ reason: text(200) }), fails: { "another-department": 403 } },
    confirm: { from: "fixed", to: "confirmed", who: "visitor", fails: OWN },
    reopen: { from: "fixed", to: "reopened", who: "visitor", body: z.strictObject({ words: text(300).optional() }), fails: OWN },
    follow: { from: [...OPEN, "passed", "fixed"], to: [...OPEN, "passed", "fixed"], who: "visitor", limit: "30 a hour", fails: { "enough-followers": 409 } },
    resend: { from: ["received", "reopened", "in-hand", "passed"], to: ["received", "reopened", "escalated"], who: "clock" },
  },
  waits: { received: { until: "answerBy", then: "resend" }, reopened: { until: "answerBy", then: "resend" }, "in-hand": { until: "answerBy", then: "resend" }, passed: { until: "answerBy", then: "resend" } },
  view: SnapView,
});

export const contract = feature({
  functions: ["B23"],
  ifItFails: "Nobody can report what is broken; reports already made are kept and can still be read.",
  prefix: "SNAP",
  place: [{ tab: "do", shelf: "help", order: 1, icon: "camera", door: true }],
  lifecycle: snap,
  routes: {
    report: post("/", { who: "visitor", body: NewSnap, returns: SnapView, limit: "10 a hour", fails: { "guests-no-pictures": 422 } }),
    list: get("/", { who: "anyone", query: Page, returns: pageOf(SnapLine), cache: "5 seconds", about: "What was reported. A guest's words are shown once an office has looked at them." }),
    mine: get("/mine", { who: "visitor", query: Page, returns: pageOf(SnapLine) }),
    all: get("/all", { who: [...HANDS, ...ABOVE], query: Page, returns: pageOf(SnapLine), about: "For who sees to them: guests' new ones too." }),
    one: get("/{id}", { who: "visitor", returns: SnapView }),
  },
  reads: ["circle/moderation", "platform/offices"],
  emits: { asked: Asked, answered: Answered, promised: Promised, fixed: Fixed, closed: Closed, reopened: Reopened, passed: Passed, "handed-back": HandedBack, joined: Joined, followed: Followed, resent: Resent },
  settings: {
    /** A report without an answer is sent again, then goes to the township. */
    answerWithin: duration("72 hours"),
    /** How long a county department has before a report comes back to the village. */
    departmentWithin: duration("30 days"),
  },
});
