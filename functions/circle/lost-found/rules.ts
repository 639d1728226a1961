import { maskName } from "../../../shared/contract/text.ts";
import type { AGES, KINDS } from "../../../shared/circle/lost-found/lost.ts";

interface Told { readonly kind: (typeof KINDS)[number]; readonly age: (typeof AGES)[number] | null; readonly what: string; readonly words: string }

const PARTNER = /老婆|妻子|媳妇|老公|丈夫|男人跑|对象|女朋友|男朋友|未婚妻|前妻|前夫|\b(?:ex-)?(?:wife|husband|girlfriend|boyfriend|fianc[eé]e?)\b/i;
const QUARREL = /吵架|吵了|打架|离婚|分手|跟人跑|跑了|离家出走|回娘家|欠.{0,6}钱|欠债|躲债|债|\b(?:quarrel|argued?|argument|fight|divorce|left me|ran off|ran away|run away|owes?|debts?)\b/i;
const DANGER = /失智|痴呆|糊涂|有病|犯病|受伤|精神|轻生|寻短见|落水|掉|\b(?:dementia|confused|ill|sick|injured|hurt|suicid\w*|drown\w*)\b/i;

/**
 * Whether somebody looks at it before the village does: who looks for a grown husband, wife or debtor after a quarrel may be whom the other
 * one fled from. A child, somebody old and whoever is in danger go up at once.
 */
export const mayBeQuarrel = ({ kind, age, what, words }: Told): boolean => {
  if (kind !== "person" || age !== "adult") return false;
  const said = `${what} ${words}`.normalize("NFKC");
  return (PARTNER.test(said) || QUARREL.test(said)) && !DANGER.test(said);
};

/** Whether the village reads it now. */
export const isUp = ({ state }: { readonly state: string }): boolean => state === "open" || state === "seen";

/** Where a grown person was seen is for cadres and the police: not everybody who is looked for wants to be found. */
export const hidesSightings = ({ kind, age }: Pick<Told, "kind" | "age">): boolean => kind === "person" && age !== "child";

/** What home and board say of it, in both languages: a person's name stands on its page alone. */
export const titleOf = ({ kind, age, what }: Pick<Told, "kind" | "age" | "what">): { zh: string; en: string } =>
  kind === "person" ? (age === "child" ? { zh: "寻人：有个孩子不见了", en: "Missing: a child" } : age === "elder" ? { zh: "寻人：有位老人不见了", en: "Missing: an old person" } : { zh: "寻人：有人不见了", en: "Missing: a person" })
    : { zh: `寻找：${what || "请听语音"}`, en: `Lost: ${what || "listen"}` };

/** Once somebody is found the village has no more need of the name and the face. */
export const nameNow = (lost: Told & { readonly state: string }): string => (lost.kind === "person" && !isUp(lost) ? maskName(lost.what) : lost.what);

/** Who is called at each step of the call; a step with nobody in it is passed over at once. */
const LADDER: readonly (readonly string[])[] = [["secretary", "duty-officer"], ["director", "committee", "grid-worker"], ["township:police", "township:duty-officer"]];
export const LEVELS = LADDER.length;
type Offices = Readonly<Record<string, readonly string[]>>;
/**
 * The next step of the call that has somebody in it.
 * @param from the first step that may be called
 * @returns the step called (LEVELS when nobody is left) and its people
 */
export const nextCalled = (from: number, village: Offices, township: Offices): { level: number; people: string[] } => {
  for (let level = from; level < LEVELS; level++) {
    const people = [...new Set(LADDER[level]!.flatMap((name) => (name.startsWith("township:") ? township[name.slice("township:".length)] : village[name]) ?? []))];
    if (people.length > 0) return { level, people };
  }
  return { level: LEVELS, people: [] };
};
/** Whether a household of this group is near: of a group that was named; of every group where none is known. */
export const isNear = (groups: readonly string[], group: string): boolean => groups.length === 0 || groups.includes(group);
