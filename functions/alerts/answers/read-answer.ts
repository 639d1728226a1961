import { ALL_OF_THEM, AWAY, COUNTER, CRY, GOT_IT, LEFT, NOT_HEARD, NO_CRY, ONE_OF_THEM, PREFIX, QUESTION, SOON, STAYED, STOP } from "./phrases.ts";

export type SpokenFact = "left" | "help" | "stayed" | "away" | "got-it";
/** What a text says; `people` counts those who left, 0 to 50, or null when no number was given. */
export interface Spoken { readonly fact: SpokenFact; readonly people: number | null }

const CODES: Readonly<Record<string, SpokenFact>> = { 1: "got-it", 2: "left", 3: "help", 4: "stayed" };
const RANK: Readonly<Record<SpokenFact, number>> = { help: 4, stayed: 3, left: 2, away: 2, "got-it": 1 };
const MOST = 50;
const LONGEST = 1_600;

/** Half-width, lower case, without emoji and punctuation; what separates stays as one space. @example tidy("２，４人！") // "2 4人" */
export const tidy = (text: string): string => text.slice(0, LONGEST).normalize("NFKC").toLowerCase()
  .replace(/['’‘`]/g, "").replace(/[^\p{L}\p{N}?%]+/gu, " ").trim();

const FIGURES: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };
/** @example figure("十二") // 12 */
const figure = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  if (!text.includes("十")) return FIGURES[text] ?? NaN;
  const [tens, ones] = text.split("十") as [string, string];
  return (tens ? FIGURES[tens] ?? NaN : 1) * 10 + (ones ? FIGURES[ones] ?? NaN : 0);
};
const counted = (people: number | undefined): number | null => (people !== undefined && people >= 0 && people <= MOST ? people : null);

/** The least number of people named: "four of us, two left" is two. */
const peopleIn = (text: string): number | null => {
  const counts = [...text.matchAll(/(\d{1,3}|[一二两三四五六七八九十]{1,3}|\b(?:one|two|three|four|five|six|seven|eight)\b) ?(?:个|口|人|名|位|people\b|persons?\b|of us\b)/g)].map(([, n = ""]) => figure(n));
  const bare = /(?:^|[^\d])(\d{1,2})$/.exec(text)?.[1] ?? /(?:all|us|we|have|走了|转移了) ?(\d{1,2})\b/.exec(text)?.[1];
  const all = [...counts, ...(bare === undefined ? [] : [Number(bare)])].filter((n) => !Number.isNaN(n));
  return all.length ? counted(Math.min(...all)) : null;
};

const cries = (text: string): boolean => CRY.test(text.replace(NO_CRY, " "));

/** What the words of a text say, the gravest first. */
const byWords = (text: string): Spoken | null => {
  if (cries(text)) return { fact: "help", people: null };
  if (QUESTION.test(text)) return null;
  if (STAYED.test(text.replace(AWAY, " "))) return { fact: "stayed", people: null };
  if (SOON.test(text)) return { fact: "got-it", people: null };
  if (LEFT.test(text)) return { fact: "left", people: peopleIn(text) };
  if (text.search(AWAY) >= 0) return ONE_OF_THEM.test(text) && !ALL_OF_THEM.test(text) ? null : { fact: "away", people: null };
  return GOT_IT.test(text) && !NOT_HEARD.test(text) ? { fact: "got-it", people: null } : null;
};

const graver = (a: Spoken | null, b: Spoken | null): Spoken | null => (!a || !b ? a ?? b : RANK[b.fact] > RANK[a.fact] ? b : a);

/** A text of figures only: "3", "2 4", "24", "1 3". After a 2 stands how many. */
const byFigures = (text: string): Spoken | null => {
  const glued = /^2(\d)$/.exec(text);
  if (glued) return { fact: "left", people: Number(glued[1]) };
  const figures = (/^([1-4])\1*$/.exec(text) ? text[0]! : text).split(" ");
  const at = figures.indexOf("2");
  const left: Spoken | null = at >= 0 ? { fact: "left", people: counted(figures[at + 1] === undefined ? undefined : Number(figures[at + 1])) } : null;
  const rest = figures.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  return rest.reduce<Spoken | null>((best, each) => (CODES[each] ? graver(best, { fact: CODES[each], people: null }) : best), left);
};

/** "2 4人", "3救命", "4爷爷没走": a leading number of an answer, then words. A number that counts something ("4人走了", "3组") is none. */
const byLead = (text: string): Spoken | null => {
  const lead = /^([1-4])(?!\d)(.*)$/.exec(text);
  if (!lead || COUNTER.test(lead[2]!)) return null;
  const rest = lead[2]!.trim();
  const said = byWords(rest);
  if (QUESTION.test(rest) && (lead[1] === "1" || lead[1] === "2")) return said;
  const code: Spoken = { fact: CODES[lead[1]!]!, people: lead[1] === "2" ? peopleIn(rest) : null };
  return said?.fact === code.fact ? { ...code, people: said.people ?? code.people } : graver(code, said);
};

const CHINESE_CODES: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4" };

/**
 * What an SMS says: 1 got it · 2 (n) all left · 3 need help · 4 someone stayed, by number or in words, Chinese or English; of two things
 * the graver. In doubt a text is a cry for help, and never "all left".
 * @returns null when nothing can be read in it: somebody answered something
 */
export const readAnswer = (text: string): Spoken | { readonly stop: true } | null => {
  const whole = tidy(text);
  if (STOP.test(whole)) return { stop: true };
  const plain = whole.replace(PREFIX, "");
  const figures = CHINESE_CODES[plain] ?? plain;
  if (/^[\d ]+$/.test(figures)) return byFigures(figures);
  const led = byLead(plain);
  if (led) return led;
  const said = byWords(plain);
  const last = / ([134])$/.exec(plain)?.[1];
  return last && said?.fact !== "left" ? graver(said, { fact: CODES[last]!, people: null }) : said;
};
