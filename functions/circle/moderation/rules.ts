import { GRAVE, type Level, type Rule } from "../../../shared/circle/moderation/case.ts";
import { PROFILES, type ProfileName } from "../../../shared/contract/profile.ts";

/** So many reports, from so many houses, hide words until somebody has looked. */
export const ENOUGH = { reports: 5, houses: 3 } as const;

/**
 * Whether words are hidden before anybody has judged: on a grave ground said by a villager, or at five reports from three houses. Never where
 * somebody in an office is named: that takes a person who sits. Visitors count, but never alone.
 */
export const hidesNow = (matter: { readonly officeNamed: boolean; readonly reports: number; readonly houses: readonly string[] }, rule: Rule, villager: boolean): boolean =>
  !matter.officeNamed && ((villager && GRAVE.includes(rule)) || (matter.reports >= ENOUGH.reports && matter.houses.length >= ENOUGH.houses));

const LATIN = /^[\p{Script=Latin}\s.'’-]+$/u;
const holds = (words: string, name: string): boolean => {
  const [text, wanted] = [words.toLowerCase(), name.toLowerCase()];
  if (!LATIN.test(wanted)) return text.includes(wanted);
  return new RegExp(`(?<![\\p{L}])${wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}])`, "u").test(text);
};
type Holder = { readonly person: string; readonly office: string; readonly at: "village" | "township"; readonly name: string };
/**
 * Who of the office holders is named in words: by name, by the title of their post in either language, or as people call it. `office`: a post
 * is named, held or not.
 */
export const namedIn = (words: string, holders: readonly Holder[], name: ProfileName): { readonly people: string[]; readonly office: boolean } => {
  const profile = PROFILES[name];
  const titles = (at: Holder["at"], office: string): string[] => [...Object.values(profile[at][office] ?? {}), ...(at === "village" ? profile.called[office] ?? [] : [])];
  const posts = (["village", "township"] as const).flatMap((at) => Object.keys(profile[at]).map((office) => ({ at, office }))).filter(({ at, office }) => titles(at, office).some((title) => holds(words, title)));
  const general = [profile.terms["officers"], profile.terms["officer"], profile.terms["council"]].flatMap((titles) => Object.values(titles ?? {})).some((title) => holds(words, title));
  const people = holders.filter((each) => ([...each.name].length > 1 && holds(words, each.name)) || posts.some(({ at, office }) => at === each.at && office === each.office)).map((each) => each.person);
  return { people: [...new Set(people)], office: posts.length > 0 || people.length > 0 || general };
};

interface Sits { readonly named: readonly string[]; readonly author: string; readonly reporters: readonly string[]; readonly votes: readonly { readonly person: string }[] }
/** Whether somebody may judge these words: not who is named in them, wrote them, or reported them. */
export const maySit = (matter: Sits, person: string): boolean => !matter.named.includes(person) && matter.author !== person && !matter.reporters.includes(person);
export const hasJudged = (matter: Sits, person: string): boolean => matter.votes.some((vote) => vote.person === person);

/** Who could judge, counted without those who may not. */
export interface Benches { readonly panel: number; readonly township: number; readonly county: number; readonly villagers: number }
const ORDER: Readonly<Record<"first" | "again", readonly Level[]>> = { first: ["panel", "township", "lot", "one"], again: ["township", "county", "lot"] };
const LOT = 2;
/**
 * Who judges next, after whoever was asked before: the panel where as many are there as it has seats; else the township; else two drawn by
 * lot; else one, for lack of others. An appeal goes to the township, else the county, else two drawn. Null: nobody is left.
 */
export const nextBench = (round: "first" | "again", before: Level | null, seats: number, benches: Benches, decidedBy: Level | null = null): Level | null => {
  const order = ORDER[round];
  const filled: Readonly<Record<Level, boolean>> = { panel: benches.panel >= seats, township: benches.township > 0, county: benches.county > 0, lot: benches.villagers >= LOT, one: benches.panel > 0 };
  return order.slice(before === null ? 0 : order.indexOf(before) + 1).find((level) => level !== decidedBy && filled[level]) ?? null;
};
export const seatsOf = (level: Level, habit: "three" | "one"): number => (level === "panel" ? (habit === "three" ? 3 : 1) : level === "lot" ? LOT : 1);

interface Said { readonly verdict: "keep" | "remove"; readonly rule: Rule | null; readonly reason: string | null }
/** What most of the seats say; null while it is open. The reason given is of the first of those who agree. */
export const verdictOf = (votes: readonly Said[], seats: number): Said | null => {
  for (const verdict of ["keep", "remove"] as const) {
    const same = votes.filter((vote) => vote.verdict === verdict);
    if (same.length * 2 > seats) return same[0]!;
  }
  return null;
};
/** When nobody is left to ask: what those said who did judge; in doubt words stay. */
export const inTheEnd = (votes: readonly Said[]): Said => verdictOf(votes, votes.length) ?? { verdict: "keep", rule: null, reason: null };
