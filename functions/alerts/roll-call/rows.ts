import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { CHANNELS, ROLL_STATES } from "../../../shared/alerts/roll-call/states.ts";
import { ASKS, COLOURS, HAZARDS } from "../../../shared/alerts/warnings/hazards.ts";
import { NO_NAME, row, scrub } from "../../core/implement.ts";

/** One household in one warning: where it stands, who says so, and what is still open. */
export const Roll = row("ROLL", () => z.object({
  warning: Id, household: Id, no: z.string(), group: z.string(), order: z.number(), head: z.string(), sleepers: z.number(), vulnerable: z.array(z.string()),
  hazard: z.enum(HAZARDS), colour: z.enum(COLOURS), ask: z.enum(ASKS),
  state: z.enum(ROLL_STATES), open: z.boolean(), since: Instant, startedAt: Instant,
  /** People who left, and whether the vulnerable ones have been seen. */
  moved: z.number(), seen: z.boolean(),
  /** The weight of the fact that stands (help 4, stayed 3, left or away 2, got it 1), by whom it was said, and when. */
  rank: z.number(), byHelper: z.boolean(), by: z.string().nullable(), channel: z.enum(CHANNELS).nullable(), saidAt: Instant.nullable(),
  taker: z.string().nullable(), helpSince: Instant.nullable(), helpLevel: z.number(), words: z.string().nullable(), witness: z.string().nullable(),
  conflict: z.object({ state: z.enum(ROLL_STATES), at: Instant, channel: z.enum(CHANNELS), moved: z.number(), open: z.boolean() }).nullable(),
  /** When the next "once a day" begins (heat, cold), or an untaken call goes to the next taker. */
  dueAt: Instant.nullable(), dueClock: z.enum(["untaken", "tomorrow"]).nullable(),
}), {
  id: (roll) => `${roll.warning}#${roll.household}`,
  due: (roll) => (roll.dueAt && roll.dueClock ? { at: roll.dueAt, clock: roll.dueClock } : null),
  erase: (roll, who) => (who.households.includes(roll.household) ? {
    ...roll, head: who.names.includes(roll.head) ? NO_NAME : roll.head,
    words: roll.words === null ? null : scrub(roll.words, who), witness: roll.witness === null ? null : scrub(roll.witness, who),
  } : { ...roll, witness: roll.witness === null ? null : scrub(roll.witness, who) }),
});
export type Roll = z.infer<typeof Roll.schema>;

/** What an answering link's code stands for; the code itself is not kept. */
export const Link = row("LINK", () => z.object({ hash: z.string(), warning: Id, household: Id, expires: Instant }), { id: (link) => link.hash, carry: "never", expires: (link) => link.expires });
export type Link = z.infer<typeof Link.schema>;

/** One village's counts in one warning, under its county. Only ever added to. */
export const Board = row("BOARD", () => z.object({
  households: z.number().default(0), open: z.number().default(0), answered: z.number().default(0), moved: z.number().default(0),
  vulnerable: z.number().default(0), vulnerableOpen: z.number().default(0), helpUntaken: z.number().default(0), helpTaken: z.number().default(0),
}), { id: () => { throw new Error("a board's id is <warning>#<village>"); }, at: "area", carry: "#village" });
export type Board = z.infer<typeof Board.schema>;
export const boardId = (warning: string, village: string): string => `${warning}#${village}`;
