import * as z from "zod";
import { feature } from "../../contract/feature.ts";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";
import { Done, pageOf } from "../../contract/page.ts";
import { get, post } from "../../contract/routes.ts";
import { duration } from "../../contract/settings.ts";
import { Name, text } from "../../contract/text.ts";
import { county, office } from "../../contract/who.ts";
import { HelpTaken, HelpUntaken, Moved, Opened, PhonesSeen } from "./events.ts";
import { CHANNELS, ROLL_STATES } from "./states.ts";

const sweepers = [...office("secretary", "director", "committee", "grid-worker", "group-leader"), ...county("duty-officer", "director")];

/** One household on the board. Phones and names are for sweepers of the area while the warning lasts. */
export const RollLine = z.object({
  household: Id, no: z.string(), group: z.string(), head: z.string(), sleepers: z.number(), vulnerable: z.array(z.string()),
  /** Neighbours who said they come for this household and are near, by name. */
  buddies: z.array(z.string()).optional(),
  state: z.enum(ROLL_STATES), open: z.boolean(), since: Instant, told: z.enum(["no", "queued", "sent", "delivered", "failed", "no-phone"]), moved: z.number(), seen: z.boolean(),
  by: z.string().nullable(), channel: z.enum(CHANNELS).nullable(), taker: z.string().nullable(), helpSince: Instant.nullable(), words: z.string().nullable(), witness: z.string().nullable(),
  /** A paper entry and an online answer that do not agree: both shown, a person decides. */
  conflict: z.object({ state: z.enum(ROLL_STATES), at: Instant, channel: z.enum(CHANNELS) }).nullable(), version: z.number(),
});
/** One village on the county's board. */
export const BoardLine = z.object({
  village: AreaCode, names: z.record(z.string(), z.string()), households: z.number(), open: z.number(), accounted: z.number(), told: z.number(), answered: z.number(), moved: z.number(),
  vulnerableOpen: z.number(), helpUntaken: z.number(), helpTaken: z.number(), sent: z.number(), parts: z.number(), failed: z.number(), extra: z.number(),
  onDuty: z.array(z.string()), lastAt: Instant.nullable(),
});
export const Tick = z.strictObject({
  /** Named houses only: there is no "all". */
  households: z.array(Id).min(1).max(20),
  is: z.enum(["moved", "safe", "stayed", "away", "empty", "refused", "needs-help", "helper-coming"]),
  people: z.number().int().min(0).max(50).optional(),
  /** Who said so (a relative's name), who saw it (a witness). */
  saidBy: Name.optional(), witness: Name.optional(),
  channel: z.enum(["helper", "relative", "paper"]), at: Instant.optional(), words: text(200).optional(),
});

export const contract = feature({
  functions: ["E05"],
  ifItFails: "The board of households stands still; answers are kept and appear when it works again.",
  prefix: ["ROLL", "LINK", "BOARD"],
  place: [{ tab: "county", shelf: "board", order: 1, icon: "checklist", only: sweepers }],
  routes: {
    board: get("/{warning}", { at: "area", who: county("duty-officer", "director"), query: z.strictObject({ cursor: z.string().max(1200).optional(), limit: z.coerce.number().int().min(1).max(100).default(100), times: z.enum(["1"]).optional() }), returns: z.object({ totals: BoardLine.omit({ village: true, names: true, onDuty: true }), items: z.array(BoardLine), next: z.string().nullable(), unplaced: z.number(), secondsTo: z.object({ half: z.number().nullable(), ninety: z.number().nullable(), all: z.number().nullable() }) }) }),
    report: get("/{warning}/report", { at: "area", who: county("duty-officer", "director"), returns: z.string(), type: "text/plain", about: "The running report as plain text: told, answered, moved, silent, help, villages with nobody on duty." }),
    village: get("/{warning}", { who: sweepers, query: z.strictObject({ cursor: z.string().max(1200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50), show: z.enum(["open", "help", "vulnerable", "all"]).default("open"), times: z.enum(["1"]).optional() }), returns: z.object({ totals: BoardLine, items: z.array(RollLine), next: z.string().nullable(), secondsTo: z.object({ half: z.number().nullable(), ninety: z.number().nullable(), all: z.number().nullable() }) }), about: "Help untaken first, then vulnerable, then silent longest." }),
    tick: post("/{warning}/tick", { who: sweepers, body: Tick, returns: pageOf(RollLine), fails: { "no-select-all": 422, "witness-needed": 422, "said-by-needed": 422, "not-on-this-roll": 404, "at-wrong": 422 } }),
    take: post("/{warning}/{household}/take", { who: sweepers, body: z.strictObject({}), returns: RollLine, fails: { "no-call": 409, "already-taken": 409 } }),
    settle: post("/{warning}/{household}/settle", { who: sweepers, body: z.strictObject({ keep: z.enum(["paper", "online"]) }), returns: RollLine, fails: { "no-conflict": 409 } }),
    look: post("/{warning}/{household}/phones", { who: sweepers, body: z.strictObject({}), returns: z.object({ phones: z.array(z.object({ name: z.string(), phone: z.string() })) }), fails: { "warning-over": 409 }, about: "The numbers of one household, for a helper of its area while the warning lasts; the household sees who looked." }),
    mine: get("/{warning}/mine", { who: "household", returns: RollLine }),
    remove: post("/{warning}/{household}/remove", { who: sweepers, body: z.strictObject({}), returns: Done, fails: { "never-after-issue": 409 } }),
  },
  emits: { opened: Opened, moved: Moved, "help-untaken": HelpUntaken, "help-taken": HelpTaken, "phones-seen": PhonesSeen },
  on: ["alerts/warnings/issued", "alerts/warnings/over", "alerts/answers/answered", "alerts/roll-call/moved", "alerts/door-sheets/entered"],
  clocks: ["untaken", "tomorrow"],
  settings: { takeWithin: duration("2 minutes") },
  needs: ["phones"],
  reads: ["affairs/households", "alerts/contacts", "alerts/warnings", "alerts/sending", "alerts/answers", "alerts/vulnerable"],
});
export type RollLine = z.infer<typeof RollLine>;
export type BoardLine = z.infer<typeof BoardLine>;
