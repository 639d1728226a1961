import type * as z from "zod";
import type { LetterView } from "../../../shared/cadres/letters/letter.ts";
import { HANDLERS, ABOVE } from "../../../shared/cadres/letters/contract.ts";
import { holds, type Caller, type Stored } from "../../core/implement.ts";
import { nameMark, type Letter } from "./rows.ts";

export const isWriter = (letter: Letter, caller: Pick<Caller, "person">): boolean => letter.writer !== null && letter.writer === caller.person;
const isNamed = (letter: Letter, person: string): boolean => letter.named.includes(nameMark(letter.id, person));
const wentUp = (letter: Letter): boolean => letter.above || letter.history.some(({ to }) => to === "escalated");
export const isLate = (letter: Letter): boolean => letter.history.some(({ to }) => to === "overdue");

/**
 * Who may know that a letter exists: its writer, the secretary unless it went past the village, who it was handed to, and whoever it was
 * passed up to. Never an officer it is about.
 */
export const sees = (letter: Letter, caller: Caller): boolean => {
  if (isWriter(letter, caller)) return true;
  if (caller.person === null || isNamed(letter, caller.person)) return false;
  return (!letter.above && holds(caller, "office:secretary")) || (letter.handler?.person === caller.person && holds(caller, ...HANDLERS)) || (wentUp(letter) && holds(caller, ...ABOVE));
};
export { isNamed };

/** On whose desk it lies: an office of the village, or the township's. */
export const postOf = (letter: Letter): string => (letter.above || letter.state === "escalated" || letter.replies.at(-1)?.office.startsWith("township") ? "township" : letter.handler?.office ?? "secretary");

/** A letter as one of its readers sees it. */
export const view = (letter: Stored<Letter>, caller: Pick<Caller, "person">): z.input<typeof LetterView> => ({
  id: letter.id, number: letter.number, category: letter.category, urgent: letter.urgent, privacy: letter.privacy, words: letter.words, media: letter.parts, more: letter.more, state: letter.state,
  sentAt: letter.sentAt, answerBy: letter.answerBy, late: isLate(letter), mine: isWriter(letter, caller), from: letter.from, handler: letter.handler?.name ?? null, above: letter.above,
  replies: letter.replies.map(({ parts, ...reply }) => ({ ...reply, media: parts })), satisfied: letter.satisfied, wall: letter.wall, clock: letter.history.map(({ to, at }) => ({ to, at })), version: letter.version,
});
