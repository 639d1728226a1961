import type { Colour } from "../../../shared/alerts/warnings/hazards.ts";
import { COLOURS } from "../../../shared/alerts/warnings/hazards.ts";
import type { Fact, RollState } from "../../../shared/alerts/roll-call/states.ts";

/** Whether fewer left than sleep there. "All left" is asked with a number: without one it stays partly until somebody says how many. */
export const partly = (fact: Fact, people: number | null, sleepers: number): boolean => fact === "left" && (people ?? 0) < sleepers;

/**
 * Whether this word counts the vulnerable people of the house as seen: all who sleep there left, counted, said by somebody who is with
 * them (the household's own phone or page, a relative in person), never by a relative far away.
 */
export const seenBy = (fact: Fact, people: number | null, sleepers: number, withThem: boolean): boolean =>
  fact === "left" && withThem && people !== null && people >= sleepers;

/** Whether a person speaks from the house: one of it who sleeps elsewhere speaks from far away. @param person null where nobody signed in */
export const speaksFromHouse = (people: readonly { readonly person: string; readonly sleepsHere: boolean }[], person: string | null): boolean =>
  person === null || people.some((each) => each.person === person && each.sleepsHere);

const LEEWAY = 120_000;
/** The time on the phone when it was said, if it can be true: after the warning came and not to come; else now. */
export const saidAt = (said: string | undefined, issuedAt: string, now: Date): string =>
  said !== undefined && said >= issuedAt && Date.parse(said) <= now.getTime() + LEEWAY ? said : now.toISOString();

interface Said { readonly fact: Fact; readonly people: number | null; readonly words: string | null; readonly at: string; readonly saidBy: string | null }
const MANY = 20;
const WITHIN = 10 * 60_000;
/**
 * Whether a word adds nothing to a flood of the same: twenty answers of a house within ten minutes, and the last says the same. No limit
 * ever refuses an answer; this only keeps a stuck finger from filling the house's page.
 * @param last the house's answers, newest first
 */
export const addsNothing = (last: readonly Said[], next: Omit<Said, "at">, now: Date): boolean =>
  last.length >= MANY && now.getTime() - Date.parse(last[MANY - 1]!.at) <= WITHIN
  && last[0]!.fact === next.fact && last[0]!.people === next.people && last[0]!.words === next.words && last[0]!.saidBy === next.saidBy;

const SAYS_EMPTY: readonly RollState[] = ["moved", "partly-moved", "away", "empty", "safe"];
/** What a link or a door code may show of a house: never that nobody is in it. */
export const stateByLink = (state: RollState): RollState => (SAYS_EMPTY.includes(state) ? "answered" : state);

/** The gravest first; of the same colour the latest. */
export const byGravity = (a: { readonly colour: Colour; readonly issuedAt: string }, b: { readonly colour: Colour; readonly issuedAt: string }): number =>
  COLOURS.indexOf(b.colour) - COLOURS.indexOf(a.colour) || (a.issuedAt < b.issuedAt ? 1 : -1);

const AFTER = 48 * 3_600_000;
/** Whether a warning is over, and its end so near that a word still speaks of it. */
export const justOver = (alert: { readonly overAt: string | null; readonly expires: string | null }, now: Date): boolean => {
  const end = alert.overAt ?? alert.expires;
  return end !== null && end <= now.toISOString() && now.getTime() - Date.parse(end) <= AFTER;
};

/** The letters of a question back; more houses than these behind one number are asked for by name. */
export const LETTERS = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;

/**
 * Which choice a text means: its letter alone or before an answer ("A", "Ｂ。", "b 2 4"), or the name it was offered by; and what is left
 * of it. "A man is trapped" is a sentence.
 * @param mayBeName false where the text says something by itself ("24" is four who left, not house 24)
 */
export const readChoice = (text: string, labels: readonly string[], mayBeName: boolean): { readonly index: number; readonly rest: string } | null => {
  const plain = text.normalize("NFKC").trim();
  const letter = /^([a-h])(?![a-z])[\s\p{P}]*(.*)$/isu.exec(plain);
  const index = letter && !/^a +[a-z]/i.test(plain) ? LETTERS.findIndex((each) => each === letter[1]!.toUpperCase()) : -1;
  if (letter && index >= 0 && index < labels.length) return { index, rest: letter[2]! };
  const named = plain.replace(/[\s\p{P}]|家$/gu, "").toLowerCase();
  if (!mayBeName || named.length < 2) return null;
  const fits = labels.flatMap((label, i) => (label.replace(/\s/g, "").toLowerCase().includes(named) ? [i] : []));
  return fits.length === 1 ? { index: fits[0]!, rest: "" } : null;
};

/** What a number says of a house it does not sleep in: "not in the village" may be said of the speaker alone, and closes no house. */
export const heardFromAfar = (fact: Fact, fromHouse: boolean): Fact => (fact === "away" && !fromHouse ? "something" : fact);
