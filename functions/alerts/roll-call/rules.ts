import type { Channel, Fact, RollState } from "../../../shared/alerts/roll-call/states.ts";
import { mustAccount } from "../../../shared/alerts/warnings/accounting.ts";
import type { Roll } from "./rows.ts";

/** Something said about a household: by itself, by a relative, by a helper on the spot. */
export interface Word {
  readonly fact: Fact;
  readonly people: number | null;
  /** Somebody has seen the vulnerable people of the house: a helper, a shelter, a relative in person. */
  readonly seen: boolean;
  readonly channel: Channel;
  /** When it was said, which may be long before it arrives. */
  readonly said: string;
  readonly by: string | null;
  readonly words?: string | null;
  readonly witness?: string | null;
}

/** Facts rank: help, then someone stayed or came back, then all left (and what else accounts for a house), then got it. */
const RANK: Readonly<Record<Fact, number>> = { help: 4, stayed: 3, left: 2, away: 2, safe: 2, empty: 2, refused: 2, "helper-coming": 2, "got-it": 1, something: 1 };
/** People on the spot: what they see replaces what was said. */
const HELPERS: readonly Channel[] = ["helper", "paper"];

/** The state a word leads to. @example stateFor({ fact: "left", people: 3 }, { sleepers: 4 }) // "partly-moved" */
export const stateFor = (word: Pick<Word, "fact" | "people" | "seen">, house: Pick<Roll, "sleepers" | "vulnerable" | "ask">): RollState => {
  switch (word.fact) {
    case "help": return "needs-help";
    case "stayed": return "stayed";
    case "away": return "away";
    case "safe": return "safe";
    case "empty": return "empty";
    case "refused": return "refused";
    case "helper-coming": return "helper-coming";
    case "left": return (word.people ?? 0) < house.sleepers || (house.vulnerable.length > 0 && !word.seen) ? "partly-moved" : "moved";
    default: return "answered";
  }
};

/** Whether a household in this state is still to be accounted for: 'leave' needs moved, safe, away, empty or refused; else an answer is enough. */
export const isOpen = (state: RollState, roll: Pick<Roll, "hazard" | "colour" | "ask" | "vulnerable" | "seen">): boolean => {
  if (state === "needs-help" || state === "helper-coming") return true;
  const who = mustAccount(roll.hazard, roll.colour);
  if (who === "nobody" || (who === "vulnerable" && roll.vulnerable.length === 0)) return false;
  if (["safe", "away", "empty", "refused"].includes(state)) return false;
  if (state === "not-reached") return true;
  if (who === "vulnerable") return !roll.seen;
  if (state === "moved") return false;
  return roll.ask === "leave" ? true : state !== "answered";
};

/** A paper entry that says otherwise than somebody has said online: both are shown, a person decides. */
const contradicts = (roll: Roll, word: Word, state: RollState): boolean =>
  word.channel === "paper" && roll.channel !== null && !HELPERS.includes(roll.channel) && roll.rank >= 2 && state !== roll.state && !(state === "safe" && roll.state === "moved");

/**
 * The household's line after a word, or null when the word changes nothing: a lower fact never overwrites a higher, an older one never a
 * newer, but a helper's replaces what was only said.
 */
export const afterWord = (roll: Roll, word: Word, settings: { takeWithin: number; tomorrow?: string }): Roll | null => {
  const rank = RANK[word.fact];
  const helper = HELPERS.includes(word.channel);
  const older = roll.saidAt !== null && word.said < roll.saidAt;
  const state = stateFor(word, roll);
  if (contradicts(roll, word, state)) {
    const seen = roll.seen || word.seen;
    return { ...roll, conflict: { state, at: word.said, channel: word.channel, moved: word.people ?? 0, open: isOpen(state, { ...roll, seen }) } };
  }
  if (older && (roll.byHelper || rank <= roll.rank)) return null;
  if (!helper && rank < roll.rank) return null;
  const seen = helper ? word.seen || ["safe", "moved"].includes(state) : word.seen || (roll.seen && rank <= 2);
  const help = state === "needs-help";
  const helpSince = help ? roll.helpSince ?? word.said : roll.helpSince;
  const next: Roll = {
    ...roll, state, seen, since: word.said, moved: word.fact === "left" || state === "safe" || state === "moved" ? word.people ?? roll.sleepers : roll.moved,
    rank, byHelper: helper, by: word.by, channel: word.channel, saidAt: word.said, words: word.words ?? null, witness: word.witness ?? null, conflict: null,
    helpSince, taker: state === "helper-coming" ? word.by : help ? null : roll.taker,
    helpLevel: help && roll.state !== "needs-help" ? 0 : roll.helpLevel,
    dueAt: help && roll.state !== "needs-help" ? new Date(Date.parse(word.said) + settings.takeWithin).toISOString() : help ? roll.dueAt : null,
    dueClock: help ? "untaken" : null,
  };
  const open = isOpen(state, next);
  // Where the vulnerable are seen once a day, tomorrow begins anew.
  const daily = !open && mustAccount(roll.hazard, roll.colour) === "vulnerable" && settings.tomorrow !== undefined;
  return { ...next, open, ...(daily ? { dueAt: settings.tomorrow!, dueClock: "tomorrow" as const } : {}) };
};

/** Order of the board: help untaken, then vulnerable, then silent longest. */
export const boardOrder = (a: Roll, b: Roll): number => {
  const weight = (roll: Roll): number => (roll.state === "needs-help" ? 0 : roll.conflict ? 1 : roll.state === "helper-coming" ? 2 : roll.open && roll.vulnerable.length > 0 ? 3 : roll.open ? 4 : 5);
  return weight(a) - weight(b) || (a.since < b.since ? -1 : a.since > b.since ? 1 : a.order - b.order);
};

export interface SecondsTo { readonly half: number | null; readonly ninety: number | null; readonly all: number | null }
/** Seconds from the start until 50, 90 and 100 % of the households that had to be accounted for were. */
export const secondsTo = (rolls: readonly Roll[]): SecondsTo => {
  const counted = rolls.filter((roll) => roll.open || roll.saidAt !== null);
  const times = counted.filter((roll) => !roll.open).map((roll) => (Date.parse(roll.since) - Date.parse(roll.startedAt)) / 1000).sort((a, b) => a - b);
  const at = (share: number): number | null => {
    const needed = Math.ceil(counted.length * share);
    return needed > 0 && times.length >= needed ? Math.max(0, Math.round(times[needed - 1]! * 10) / 10) : null;
  };
  return { half: at(0.5), ninety: at(0.9), all: at(1) };
};

/** What moved, as counters: adds that sum, so that any order gives the same board. */
export const boardDelta = (moves: readonly { was: RollState; is: RollState; wasOpen: boolean; open: boolean; vulnerable: boolean; firstWord: boolean }[]) => {
  const sum = { open: 0, answered: 0, moved: 0, vulnerableOpen: 0, helpUntaken: 0, helpTaken: 0 };
  const gone = (state: RollState): number => (state === "moved" || state === "safe" ? 1 : 0);
  for (const move of moves) {
    const opened = Number(move.open) - Number(move.wasOpen);
    sum.open += opened;
    if (move.vulnerable) sum.vulnerableOpen += opened;
    sum.answered += Number(move.firstWord);
    sum.moved += gone(move.is) - gone(move.was);
    sum.helpUntaken += Number(move.is === "needs-help") - Number(move.was === "needs-help");
    sum.helpTaken += Number(move.is === "helper-coming") - Number(move.was === "helper-coming");
  }
  return Object.fromEntries(Object.entries(sum).filter(([, by]) => by !== 0)) as Partial<typeof sum>;
};

/** Seven in the morning of the next day in the region's zone: when the next "once a day" begins. */
export const nextMorning = (zone: string, now: Date): string => {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).formatToParts(now).map((part) => [part.type, Number(part.value)]));
  const since = ((parts["hour"]! % 24) * 3600 + parts["minute"]! * 60 + parts["second"]!) * 1000;
  return new Date(Math.floor((now.getTime() - since) / 1000) * 1000 + 31 * 3_600_000).toISOString();
};
