import type { Channel, Fact } from "../../../shared/alerts/roll-call/states.ts";
import { put, type Write } from "../../core/implement.ts";
import { isRunning, type Alert } from "../warnings/reads.ts";
import type { House } from "./here.ts";
import { Answer, Unplaced } from "./rows.ts";
import { partly, saidAt, seenBy } from "./rules.ts";

/** What somebody said, and how it came. */
export interface Word {
  readonly fact: Fact; readonly people: number | null; readonly words: string | null; readonly channel: Channel;
  readonly saidBy: string | null; readonly by: string;
  /** Said by somebody who is with the household. */
  readonly withThem: boolean;
  readonly said: string | undefined;
}
interface Facts { readonly now: Date; readonly newId: () => string; readonly emergency: string }

/**
 * One answer as rows and event: kept word for word, and told to the roll while the warning holds. After its end it is kept for the
 * report, and a call for help goes to the duty officers as one nobody has placed.
 */
export const take = (alert: Alert, house: House, word: Word, { now, newId, emergency }: Facts) => {
  const afterEnd = !isRunning(alert, now);
  const seen = seenBy(word.fact, word.people, house.sleepers, word.withThem);
  const answer: Answer = {
    id: newId(), warning: alert.id, household: house.id, fact: word.fact, people: word.people, seen, words: word.words, channel: word.channel,
    saidBy: word.saidBy, by: word.by, said: saidAt(word.said, alert.issuedAt, now), at: now.toISOString(), afterEnd,
  };
  const { id, warning, household, fact, people, channel, said } = answer;
  const shown = { taken: true as const, fact, people, partly: partly(fact, people, house.sleepers), afterEnd, callNow: fact === "help" ? emergency : null };
  return { shown, writes: [put(Answer, answer, "new")], afterEnd, event: { name: "answered" as const, data: { warning, household, answer: id, fact, people, seen, channel, said } } };
};

/** A cry that no running warning holds: it stands with the duty officers, on top. */
export const cry = (from: { readonly hash: string; readonly phone: string; readonly text: string }, { now, newId }: Pick<Facts, "now" | "newId">): { unplaced: Unplaced; write: Write } => {
  const unplaced: Unplaced = { id: newId(), ...from, help: true, at: now.toISOString(), asked: false, placed: null };
  return { unplaced, write: put(Unplaced, unplaced, "new") };
};
