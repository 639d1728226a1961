import { REASONS, type Reason } from "../../../shared/alerts/vulnerable/reasons.ts";

interface Dweller { readonly person: string; readonly bornIn: number | null; readonly sleepsHere: boolean; readonly vulnerable: readonly string[] }
interface House { readonly people: readonly Dweller[]; readonly hazards: readonly string[] }

const OLD = 75;
const CHILD = 14;
const GROWN = 18;
/** A road can be mended: it takes nobody's house. */
const TAKES_THE_HOUSE = (hazard: string): boolean => hazard !== "road";

/**
 * Why somebody must come for this household, as codes in the order of REASONS; none where nobody sleeps.
 * @param reachable whether any number of the household works
 */
export const reasonsOf = (house: House, reachable: boolean, year: number): Reason[] => {
  const here = house.people.filter((each) => each.sleepsHere);
  if (here.length === 0) return [];
  const ages = here.map((each) => (each.bornIn === null ? null : year - each.bornIn));
  const all = (test: (age: number) => boolean): boolean => ages.every((age) => age !== null && test(age));
  const found = new Set<string>([
    ...here.flatMap((each) => each.vulnerable),
    ...(reachable ? [] : ["no-phone"]), ...(house.hazards.some(TAKES_THE_HOUSE) ? ["hazard-house"] : []),
    ...(all((age) => age < GROWN) ? ["child-headed"] : all((age) => age >= OLD || age < CHILD) ? ["old"] : []),
  ]);
  return REASONS.filter((reason) => found.has(reason));
};

const CANNOT_GO_ALONE: readonly Reason[] = ["bed-bound", "blind", "child-headed"];
/** What the water does not wait for: the house itself is in its way, or somebody cannot leave without another's hands. */
export const isHighRisk = (reasons: readonly Reason[]): boolean => reasons.includes("hazard-house") || reasons.some((reason) => CANNOT_GO_ALONE.includes(reason));

/** Whether the month of the region's day lies in the flood season; from > to runs over the new year. @example inSeason("Asia/Shanghai", { seasonFrom: 5, seasonTo: 9 }, now) */
export const inSeason = (zone: string, { seasonFrom, seasonTo }: { readonly seasonFrom: number; readonly seasonTo: number }, now: Date): boolean => {
  const month = Number(new Intl.DateTimeFormat("en-US", { timeZone: zone, month: "numeric" }).format(now));
  return seasonFrom <= seasonTo ? month >= seasonFrom && month <= seasonTo : month >= seasonFrom || month <= seasonTo;
};

interface Held { readonly person: string; readonly state: string }
/** The buddies who said yes and are near. */
export const nearBuddies = <T extends Held>(buddies: readonly T[], isNear: (person: string) => boolean): T[] =>
  buddies.filter((each) => each.state === "accepted" && isNear(each.person));
/** Whether nobody would come. */
export const isBare = (care: { readonly reasons: readonly Reason[]; readonly highRisk: boolean; readonly buddies: readonly Held[] }, isNear: (person: string) => boolean): boolean =>
  care.reasons.length > 0 && care.highRisk && nearBuddies(care.buddies, isNear).length === 0;

export const isCheckDue = (checkedAt: string | null, every: number, now: Date): boolean => checkedAt === null || now.getTime() - Date.parse(checkedAt) > every;

/** The instant a day of the region ends. @example endOfDay("Asia/Shanghai", "2026-05-01") // 2026-05-01T16:00:00.000Z */
export const endOfDay = (zone: string, day: string): string => {
  const next = Date.parse(`${day}T00:00:00.000Z`) + 86_400_000;
  const shown = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(new Date(next)).find((part) => part.type === "timeZoneName")!.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d+):(\d+))?/.exec(shown) ?? [];
  return new Date(next - (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString();
};

/** What the rules need to know of who asks. */
export interface Asker { readonly holds: readonly string[]; readonly person?: string | null; readonly member: { readonly household: string | null; readonly group: string } | null }
const WHOLE_VILLAGE = ["office:secretary", "office:committee", "office:grid-worker"];
const ofGroup = (asker: Asker, group: string): boolean => group !== "" && asker.member?.group === group;
/** Whether this office works on households of that group: a group's leader on the own one. */
export const worksOn = (asker: Asker, group: string): boolean =>
  asker.holds.some((office) => WHOLE_VILLAGE.includes(office)) || (asker.holds.includes("office:group-leader") && ofGroup(asker, group));
/** Whether names stand unmasked: for who walks that group's doors. */
export const knowsByName = (asker: Asker, group: string): boolean =>
  (asker.holds.includes("office:group-leader") || asker.holds.includes("office:grid-worker")) && ofGroup(asker, group);

export interface Neighbour { readonly household: string; readonly group: string; readonly order: number; readonly vulnerable: boolean; readonly person: string; readonly bornIn: number | null; readonly near: boolean; readonly helps: number }
/** Who could come, nearest door first: grown, not too old to carry, near, not in need themselves, not helping enough already. */
export const neighboursFor = <T extends Neighbour>(house: { readonly household: string; readonly group: string; readonly order: number }, all: readonly T[], asked: readonly string[], year: number, mostEach: number): T[] =>
  all.filter((each) => each.household !== house.household && each.near && !each.vulnerable && !asked.includes(each.person) && each.helps < mostEach && isGrown(each.bornIn, year) && year - (each.bornIn ?? year - 40) < OLD)
    .sort((a, b) => Number(b.group === house.group) - Number(a.group === house.group) || Math.abs(a.order - house.order) - Math.abs(b.order - house.order) || a.helps - b.helps || (a.person < b.person ? -1 : 1));
/** Eighteen this year; whose year nobody wrote down is taken for grown. */
export const isGrown = (bornIn: number | null, year: number): boolean => bornIn === null || year - bornIn >= GROWN;
