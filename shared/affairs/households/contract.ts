import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post, put } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { office, township } from "../../contract/who.ts";
import { Correction } from "./correction.ts";
import { Changed, Checked, FoundEmpty, Looked, Merged, Overdue, Proposed, Refused } from "./events.ts";
import { CHECKED_BY, PURPOSES } from "./household.ts";

export { Correction } from "./correction.ts";

const CADRES = office("secretary", "committee", "grid-worker", "group-leader");
/** The township decides where none of these is held. */
const DECIDERS = [...CADRES, ...township("director")];
const Person = z.object({ person: Id, name: z.string(), bornIn: z.number().nullable(), sleepsHere: z.boolean(), head: z.boolean(), vulnerable: z.array(z.string()) });
/** Everything that is held about a household; its phone numbers stand in its contact book, what it agreed to with its consents. */
const Whole = z.object({
  id: Id, no: z.string(), group: z.string(), order: z.number().int(), people: z.array(Person), hazards: z.array(z.string()),
  sleeping: z.number().int(), emptyChecked: Instant.nullable(), version: z.number().int(),
  /** Whether what makes people vulnerable is among it; an office asks for that a second time. */
  sensitive: z.boolean(),
});
/** A household in an office's list: counts, and names masked unless the office works with that group. */
const Line = z.object({
  id: Id, no: z.string(), group: z.string(), order: z.number().int(), names: z.array(z.string()), people: z.number().int(), sleeping: z.number().int(),
  vulnerable: z.number().int(), hazards: z.array(z.string()), emptyChecked: Instant.nullable(),
});
export const LookView = z.object({ id: Id, at: Instant, office: z.string(), name: z.string(), purpose: z.string(), note: z.string(), what: z.string() });
const CorrectionView = z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), change: Correction, why: z.string(), state: z.string(), reason: z.string().nullable(),
  /** How somebody made sure; null before that. */
  checkedBy: z.enum(CHECKED_BY).nullable(),
  /** Stands by itself: nobody held an office that could check it. */
  lack: z.boolean(),
  history: z.array(z.object({ to: z.string(), at: Instant, office: z.string().optional() })),
});
const Sleeping = z.strictObject({ people: z.array(z.strictObject({ person: Id, sleepsHere: z.boolean() })).min(1).max(60) });
const ASKED = { "already-here": 409, "same-person-elsewhere": 409, "house-taken": 409, "open-things": 409 } as const;
const UNFIT = { ...ASKED, "no-longer-fits": 409 } as const;
/** Found by group, by house number and by name, however the name is shown. */
const Seek = Page.extend({ group: z.string().max(20).optional(), q: z.string().trim().max(40).optional() });
const Purpose = { purpose: z.enum(PURPOSES) };
const OPEN = ["proposed", "overdue", "checked"];

const life = lifecycle({
  start: "proposed",
  moves: {
    check: { from: ["proposed", "overdue"], to: "checked", who: DECIDERS, body: z.strictObject({ by: z.enum(CHECKED_BY) }), fails: { "own-household": 409 } },
    accept: { from: OPEN, to: "accepted", who: DECIDERS, fails: { ...UNFIT, "own-household": 409 } },
    refuse: { from: OPEN, to: "refused", who: DECIDERS, body: z.strictObject({ reason: text(300) }), fails: { "own-household": 409 } },
    remind: { from: ["proposed", "checked"], to: ["overdue", "accepted"], who: "clock" },
  },
  waits: { proposed: { until: "answerBy", then: "remind" }, checked: { until: "answerBy", then: "remind" } },
  view: CorrectionView,
});

export const contract = feature({
  functions: ["B14"],
  ifItFails: "Households cannot be looked up or put right; warnings still use the list as it was.",
  prefix: ["HH", "LOOK", "HHFIX", "HHTIE"],
  keeps: { LOOK: "1095 days" },
  place: { tab: "me", shelf: "house", order: 1, icon: "house" },
  lifecycle: life,
  routes: {
    count: get("/count", { who: "anyone", returns: z.object({ households: z.number().int(), residents: z.number().int() }), cache: "1 minute", about: "How many households and residents; never who is away." }),
    list: get("/", { who: CADRES, query: Seek, returns: pageOf(Line), about: "The offices' list, in no other order than the keys'; a leader sees the own group. A page may be short while there are more." }),
    mine: get("/mine", { who: "household", returns: Whole, about: "Everything held about one's own household." }),
    looks: get("/mine/looks", { who: "household", query: Page, returns: pageOf(LookView), about: "Who looked at us, from which office and what for." }),
    sleeping: put("/mine/sleeping", { who: "household", body: Sleeping, returns: Whole, about: "Who sleeps at home: what a warning counts." }),
    ownCorrections: get("/mine/corrections", { who: "household", query: Page, returns: pageOf(CorrectionView) }),
    one: get("/{id}", { who: ["household", ...CADRES], returns: z.union([Whole, Line]), about: "The own household whole; for an office the line of its list." }),
    look: post("/{id}/look", { who: CADRES, body: z.strictObject({ ...Purpose, note: text(60).optional() }), returns: Whole, about: "An office opens a file: the purpose is kept and the household sees it. What makes people vulnerable stays shut." }),
    lookCloser: post("/{id}/sensitive", { who: CADRES, body: z.strictObject({ ...Purpose, note: text(60) }), returns: Whole, fails: { "look-first": 409 }, about: "The second key: within an hour of opening the file, with a sentence of its own." }),
    sleepingFor: put("/{id}/sleeping", { who: CADRES, body: Sleeping, returns: Line, about: "A cadre writes down who sleeps there." }),
    foundEmpty: post("/{id}/empty", { who: CADRES, returns: Line, fails: { "someone-sleeps-there": 409 }, about: "A cadre stood before the door: nobody lives there." }),
    end: post("/{id}/end", { who: CADRES, body: z.strictObject({ reason: text(300) }), returns: Line, fails: { "someone-lives-there": 409, "open-things": 409 }, about: "A household where nobody is left ends; never while something is still open for it." }),
    propose: post("/corrections", { who: "household", body: z.strictObject({ change: Correction, why: text(300).optional() }), returns: CorrectionView, limit: "20 a day", fails: ASKED }),
    proposeFor: post("/{id}/corrections", { who: CADRES, body: z.strictObject({ change: Correction, why: text(300) }), returns: CorrectionView, fails: ASKED, about: "A cadre asks for a household that cannot." }),
    corrections: get("/corrections", { who: DECIDERS, query: Page, returns: pageOf(CorrectionView) }),
  },
  emits: { changed: Changed, merged: Merged, looked: Looked, proposed: Proposed, checked: Checked, refused: Refused, overdue: Overdue, "found-empty": FoundEmpty },
  on: ["platform/villages/roll-imported", "circle/members/paper-added", "circle/members/verified", "circle/members/left", "affairs/houses/marked"],
  settings: { answerWithin: duration("14 days", { small: "30 days" }) },
  reads: ["alerts/roll-call", "alerts/warnings", "platform/villages", "affairs/houses"],
  byProxy: ["mine", "looks", "sleeping", "ownCorrections", "propose"],
});
