import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { MediaRef, MediaRefs } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Able, Asked, Consented, Ended, LetGo, Matched, Taught, Unmatched, Volunteered, Vouched } from "./events.ts";

/** What one should be able to do alone with a phone; "answer" is a warning. */
export const SKILLS = ["open", "listen", "answer", "call-help", "allowance", "order"] as const;
export const LESSON_STATES = ["asked", "waiting", "matched", "taught", "able", "ended"] as const;
const KEEPERS = office("secretary", "director", "committee", "grid-worker");

/** Names are masked for who has no part in it. */
export const LessonView = z.object({
  id: Id, state: z.enum(LESSON_STATES), learner: z.string(), group: z.string(), house: z.string().nullable(), volunteer: z.string().nullable(), consent: z.boolean(), wish: z.string(), media: z.array(MediaRef),
  skills: z.array(z.object({ skill: z.enum(SKILLS), at: Instant })), at: Instant, as: z.enum(["learner", "volunteer", "asker", "keeper", "neither"]), version: z.number().int(),
});
const VolunteerView = z.object({ person: Id, name: z.string(), checked: z.boolean(), mine: z.boolean() });

const lesson = lifecycle({
  start: "asked",
  desk: { waiting: ["assign", "end"] },
  moves: {
    take: { from: ["asked", "waiting"], to: "matched", who: "villager", fails: { "not-checked": 403, "own-lesson": 409 } },
    assign: { from: ["asked", "waiting"], to: "matched", who: KEEPERS, body: z.strictObject({ person: Id }), fails: { "own-lesson": 409 } },
    "let-go": { from: ["matched", "taught"], to: "asked", who: "villager" },
    teach: { from: ["matched", "taught"], to: "taught", who: "villager", body: z.strictObject({ skills: z.array(z.enum(SKILLS)).min(1).max(SKILLS.length) }), fails: { "no-consent": 409 } },
    able: { from: "taught", to: "able", who: "villager", fails: { "answer-first": 409 } },
    end: { from: ["asked", "waiting", "matched", "taught"], to: "ended", who: ["villager", ...KEEPERS] },
    later: { from: "asked", to: "waiting", who: "clock" },
  },
  waits: { asked: { until: "takeBy", then: "later" } },
  view: LessonView,
});

export const contract = feature({
  functions: ["C09"],
  ifItFails: "Nobody can ask for a phone lesson; lessons agreed on take place all the same.",
  prefix: ["LESSON", "LESSONOF", "TEACHER", "PHONEABLE"],
  place: { tab: "do", shelf: "learn", order: 1, icon: "device-mobile" },
  lifecycle: lesson,
  routes: {
    ask: post("/", { who: ["villager", ...KEEPERS], body: z.strictObject({ name: Name.optional(), house: text(12).optional(), wish: text(200).optional(), media: MediaRefs }), returns: LessonView, limit: "20 a day", fails: { "already-asked": 409 }, about: "For oneself, or for somebody at a door, who is asked before the first lesson." }),
    list: get("/", { who: "villager", query: Page, returns: pageOf(LessonView), about: "All lessons; names of others are masked." }),
    mine: get("/mine", { who: "villager", returns: z.object({ lessons: z.array(LessonView), volunteer: z.enum(["no", "offered", "checked"]), keeper: z.boolean() }), about: "What I learn, asked for, or teach." }),
    one: get("/{id}", { who: "villager", returns: LessonView }),
    consent: post("/{id}/consent", { who: ["villager", ...KEEPERS], body: z.strictObject({ witness: Name.optional() }), returns: LessonView, fails: { "witness-needed": 422 }, about: "The learner says yes; or the office writes down what was said at the door, with a witness." }),
    volunteers: get("/volunteers", { who: "villager", query: Page, returns: pageOf(VolunteerView) }),
    volunteer: put("/volunteers/mine", { who: "villager", body: z.strictObject({ on: z.boolean() }), returns: VolunteerView }),
    vouch: post("/volunteers/{person}/vouch", { who: ["villager", ...KEEPERS], returns: VolunteerView, fails: { "office-checks": 403, "own-word-only": 409, "one-per-household": 409 }, about: "The office knows them; where no office is filled, two neighbours of two houses do." }),
  },
  emits: { asked: Asked, consented: Consented, matched: Matched, unmatched: Unmatched, "let-go": LetGo, taught: Taught, able: Able, ended: Ended, volunteered: Volunteered, vouched: Vouched },
  settings: {
    /** Nobody was free for so long: it stands on the secretary's desk. */
    takeWithin: duration("7 days"),
  },
  reads: ["affairs/households"],
});
