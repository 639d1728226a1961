import { maskPhone } from "../../../shared/contract/text.ts";

/** What the rules need to know of who asks. */
export interface Asker { readonly holds: readonly string[]; readonly member: { readonly group: string } | null }
export interface Line { readonly person: string; readonly phone: string; readonly order: number; readonly language: "zh" | "en"; readonly canRead: boolean; readonly hearsBadly: boolean; readonly stopped: boolean; readonly dead: boolean; readonly lastSuccess: string | null }
export interface Written { readonly person: string; readonly phone: string; readonly language: "zh" | "en"; readonly canRead: boolean; readonly hearsBadly: boolean }
export interface Behind { readonly person: string; readonly village: string; readonly household: string }

const WHOLE_VILLAGE = ["office:secretary", "office:committee", "office:grid-worker"];
/** Above this many households a number is looked at. */
const SHARED_BY = 10;

/** Whether this office may work on a household of that group: a leader on the own one. */
export const worksOn = (asker: Asker, group: string): boolean =>
  asker.holds.some((each) => WHOLE_VILLAGE.includes(each)) || (asker.holds.includes("office:group-leader") && group !== "" && asker.member?.group === group);

/** The number a written line means: a masked one is the one that is there; null when it is none of them, or more than one. */
export const keptNumber = (written: string, before: readonly Pick<Line, "phone">[]): string | null => {
  const fitting = new Set(before.filter((each) => maskPhone(each.phone) === written).map((each) => each.phone));
  return fitting.size === 1 ? [...fitting][0]! : null;
};
/** Whether a number was written in its masked form. */
export const isMasked = (written: string): boolean => written.includes("*");

/** The new lines in their turn; what is known of a number (stopped, dead, last success) stays with it. */
export const rewrite = (before: readonly Line[], written: readonly Written[]): Line[] =>
  written.map((each, order) => {
    const known = before.find((line) => line.person === each.person && line.phone === each.phone) ?? before.find((line) => line.phone === each.phone);
    return { ...each, order, stopped: known?.stopped ?? false, dead: known?.dead ?? false, lastSuccess: known?.lastSuccess ?? null };
  });

/** The place of a line that says the same number of the same person again, or -1. */
export const saidTwice = (lines: readonly Pick<Line, "person" | "phone">[]): number =>
  lines.findIndex((line, i) => lines.slice(0, i).some((other) => other.person === line.person && other.phone === line.phone));

/** One line of an imported list, as far as phones are concerned. */
export interface RollLine { readonly person: string; readonly phone: string; readonly vulnerable: readonly string[]; readonly language: "zh" | "en" }

/**
 * The book with an imported line added at its end, unless it is there or people took it out.
 * @param left whether people took this number of this person out
 */
export const addFromRoll = (before: readonly Line[], line: RollLine, left: boolean): readonly Line[] =>
  left || before.some((each) => each.person === line.person && each.phone === line.phone) ? before
    : [...before, { person: line.person, phone: line.phone, order: before.length, language: line.language, canRead: !line.vulnerable.includes("cannot-read") && !line.vulnerable.includes("blind"), hearsBadly: line.vulnerable.includes("deaf"), stopped: false, dead: false, lastSuccess: null }];

const sameBehind = (a: Behind, b: Behind): boolean => a.person === b.person && a.village === b.village && a.household === b.household;
/** The people behind a number after some came and some went; nobody stands there twice. */
export const behindAfter = (before: readonly Behind[], comes: readonly Behind[], goes: readonly Behind[]): Behind[] => {
  const stay = before.filter((each) => !goes.some((other) => sameBehind(each, other)));
  return [...stay, ...comes.filter((each, i) => !stay.some((other) => sameBehind(each, other)) && !comes.slice(0, i).some((other) => sameBehind(each, other)))];
};

/** Whether so many households gave one number that somebody should look at it. */
export const isLookedAt = (people: readonly Behind[]): boolean =>
  new Set(people.map((each) => `${each.village}|${each.household}`)).size > SHARED_BY;

/** Whether nobody has confirmed the book for too long. */
export const checkDue = (checked: string | null, now: Date, every: number): boolean => checked === null || now.getTime() - Date.parse(checked) > every;

/** The lines to try, in their turn: never a dead number, and a stopped one only in mortal danger. */
export const linesFor = <T extends Pick<Line, "order" | "stopped" | "dead">>(lines: readonly T[], mortalDanger: boolean): T[] =>
  lines.filter((each) => !each.dead && (mortalDanger || !each.stopped)).sort((a, b) => a.order - b.order);
