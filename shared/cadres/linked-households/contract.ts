import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { Id, Instant } from "../../contract/ids.ts";
import { lifecycle } from "../../contract/lifecycle.ts";
import { Page, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { count, duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { office } from "../../contract/who.ts";
import { Accepted, Declined, Ended, Proposed, Wished } from "./events.ts";

/** Where the profile has no branch, nobody holds that post, and the others edit. */
const EDITORS = office("secretary", "committee", "party-branch");
export const LINK_STATES = ["proposed", "accepted", "asked", "declined", "lapsed", "handed-over", "ended"] as const;

/** One person and one household. `head` is for who said yes; `wish` is what the household says when it asks for another. */
export const LinkView = z.object({
  id: Id, household: Id, no: z.string(), group: z.string(), person: Id, name: z.string(), state: z.enum(LINK_STATES), since: Instant, until: Instant.nullable(),
  head: z.string().nullable(), wish: z.string().nullable(), version: z.number().int(),
});
const Habit = { least: z.number().int(), most: z.number().int() };
/** What hangs on the wall: a door and a name. No reasons, nobody's absence. */
const WallLine = z.object({ no: z.string(), group: z.string(), name: z.string().nullable(), mine: z.boolean() });
const BoardLine = z.object({ household: Id, no: z.string(), group: z.string(), link: LinkView.nullable(), next: LinkView.nullable(), near: z.boolean() });

const link = lifecycle({
  start: "proposed",
  moves: {
    accept: { from: "proposed", to: "accepted", who: ["villager", ...EDITORS], body: z.strictObject({ witness: Name.optional() }), fails: { "witness-needed": 422, "enough-households": 409 } },
    decline: { from: "proposed", to: "declined", who: ["villager", ...EDITORS] },
    ask: { from: "accepted", to: "asked", who: "household", body: z.strictObject({ wish: text(200).optional() }) },
    keep: { from: "asked", to: "accepted", who: "household" },
    end: { from: ["accepted", "asked"], to: "ended", who: ["villager", ...EDITORS], body: z.strictObject({ reason: text(200).optional() }) },
    lapse: { from: "proposed", to: "lapsed", who: "clock" },
  },
  waits: { proposed: { until: "answerBy", then: "lapse" } },
  view: LinkView,
});

export const contract = feature({
  functions: ["A13"],
  ifItFails: "Who looks after which household cannot be looked up or changed; neighbours go on as they do.",
  prefix: ["LINKED", "LINKHOUSE", "LINKLOAD"],
  place: { tab: "village", shelf: "people", order: 5, icon: "heart" },
  lifecycle: link,
  routes: {
    wall: get("/", { who: "villager", query: Page, returns: pageOf(WallLine), about: "Who looks after which door, for the wall." }),
    mine: get("/mine", { who: "villager", returns: z.object({ ...Habit, own: z.object({ link: LinkView, near: z.boolean() }).nullable(), after: z.array(LinkView), editor: z.boolean() }), about: "Who looks after us, and whom I look after." }),
    board: get("/board", { who: EDITORS, query: z.strictObject({ cursor: z.string().max(1200).optional(), limit: z.coerce.number().int().min(1).max(50).default(50), show: z.enum(["all", "uncovered"]).default("all") }), returns: pageOf(BoardLine).extend(Habit), about: "Every household with its link; uncovered: nobody, nobody near, or another person asked for." }),
    people: get("/people", { who: EDITORS, query: z.strictObject({ name: Name }), returns: z.object({ items: z.array(z.object({ person: Id, name: z.string(), group: z.string(), households: z.number().int(), near: z.boolean() })) }), about: "Verified adults of that name, and how many households each looks after." }),
    forHouse: get("/houses/{household}", { who: EDITORS, returns: BoardLine.extend(Habit) }),
    propose: post("/", { who: EDITORS, body: z.strictObject({ household: Id, person: Id }), returns: BoardLine, limit: "300 a day", fails: { "own-household": 409, "already-proposed": 409, "already-theirs": 409, "enough-households": 409, "not-near": 409 }, about: "Asks somebody to look after a household; who does now stays until the new one has said yes." }),
  },
  emits: { proposed: Proposed, accepted: Accepted, declined: Declined, wished: Wished, ended: Ended },
  settings: {
    /** Each looks after five to ten households. Under the least they could take more; above the most nobody is asked. */
    least: count(5, { small: 3 }), most: count(10, { looser: (from, to) => to > from }),
    answerWithin: duration("7 days", { small: "14 days" }),
  },
  reads: ["affairs/households", "alerts/vulnerable"],
  byProxy: ["mine", "ask", "keep"],
});
