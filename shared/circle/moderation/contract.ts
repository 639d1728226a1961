import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { MediaRef } from "../../contract/media.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { choice, duration } from "../../contract/settings.ts";
import { text } from "../../contract/text.ts";
import { county, office, township } from "../../contract/who.ts";
import { CaseView, CaseWithWords, LogLine, NewReport, OwnWords, ReportView, Thing, Verdict } from "./case.ts";
import { Appealed, Decided, Hidden, Judged, LotDrawn, Passed, Reported, Settled } from "./events.ts";

const PANEL = office("supervisor");
const TOWNSHIP = township("supervisor", "director");
const COUNTY = county("supervisor", "director");
const Reason = z.strictObject({ reason: text(300) });
/** A seat that is not this person's: named in the words, their writer, or one who reported them. */
const SEAT = { "may-not-sit": 403, "judged-already": 409, "nobody-drawn": 404 } as const;
const OPEN = ["reported", "hidden", "referred", "drawn"] as const;
const AGAIN = ["appealed", "above", "redrawn"] as const;

const matter = lifecycle({
  start: "reported",
  desk: { reported: ["vote", "hide"], hidden: ["vote"], referred: ["rule"], appealed: ["rule"], above: ["rule-above"] },
  moves: {
    hide: { from: "reported", to: "hidden", who: PANEL, fails: SEAT },
    vote: { from: ["reported", "hidden"], to: ["reported", "hidden", "kept", "removed"], who: PANEL, body: Verdict, fails: SEAT },
    rule: { from: ["referred", "appealed"], to: ["kept", "removed", "final"], who: TOWNSHIP, body: Verdict, fails: SEAT },
    "rule-above": { from: "above", to: "final", who: COUNTY, body: Verdict, fails: SEAT },
    say: { from: ["drawn", "redrawn"], to: [...OPEN, ...AGAIN, "kept", "removed", "final"], who: "villager", body: Verdict, fails: SEAT },
    "not-me": { from: ["drawn", "redrawn"], to: [...OPEN, ...AGAIN, "kept", "removed", "final"], who: "villager", fails: SEAT },
    appeal: { from: ["kept", "removed"], to: [...AGAIN, "final"], who: "visitor", body: Reason, limit: "10 a day", fails: { "not-yours-to-appeal": 403 } },
    /** Nobody judged in time, or nobody could: whoever comes next is asked. */
    pass: { from: [...OPEN, ...AGAIN], to: [...OPEN, ...AGAIN, "kept", "removed", "final"], who: "clock" },
    close: { from: ["kept", "removed"], to: "final", who: "clock" },
  },
  waits: Object.fromEntries([...[...OPEN, ...AGAIN].map((state) => [state, { until: "until", then: "pass" }]), ...["kept", "removed"].map((state) => [state, { until: "until", then: "close" }])]) as Readonly<Record<string, { until: "until"; then: string }>>,
  view: CaseView,
});

export const contract = feature({
  functions: ["D14"],
  ifItFails: "Nobody can report words or judge what was reported; what is hidden stays hidden and what is shown stays shown.",
  prefix: ["MODCASE", "MODREPORT", "MODMARK", "MODLOG", "MODLOT"],
  place: { tab: "village", shelf: "together", order: 9, icon: "eye" },
  lifecycle: matter,
  routes: {
    report: post("/", { who: "visitor", body: NewReport, returns: ReportView, limit: "10 a day", fails: { "own-words": 409 }, about: "Report words that break a rule. Visitors may too; they alone never hide anything." }),
    about: get("/about", { who: "visitor", query: z.strictObject(Thing), returns: z.object({ words: z.string(), media: z.array(MediaRef) }), about: "The words one is about to report." }),
    mine: get("/mine", { who: "visitor", query: Page, returns: pageOf(ReportView), about: "What I reported, and what became of it." }),
    ownWords: get("/own-words", { who: "visitor", query: Page, returns: pageOf(OwnWords), about: "My own words that were hidden or taken away, by which rule, and until when I may appeal." }),
    waiting: get("/waiting", { who: ["villager", ...PANEL, ...TOWNSHIP, ...COUNTY], query: Page, returns: pageOf(CaseView), about: "What waits for my judgement: of an office, or because the lot fell on me." }),
    log: get("/log", { who: "anyone", query: Page, returns: pageOf(LogLine), cache: "1 minute", about: "What was hidden, kept and removed, by which rule and why: never the words." }),
    one: get("/{id}", { who: ["villager", ...PANEL, ...TOWNSHIP, ...COUNTY], returns: CaseWithWords, about: "A case with its words, for whoever sits on it." }),
  },
  emits: { reported: Reported, hidden: Hidden, judged: Judged, passed: Passed, decided: Decided, appealed: Appealed, settled: Settled, "lot-drawn": LotDrawn },
  settings: {
    /** Setting 10: three supervisors look, or one; against either the township hears an appeal. */
    panel: choice(["three", "one"], "three", { small: "one", looser: (from, to) => from === "three" && to === "one" }),
    /** So long each who is asked has; then whoever comes next. */
    lookWithin: duration("72 hours"),
    /** So long a decision can be appealed against. */
    appealWithin: duration("7 days"),
  },
});
