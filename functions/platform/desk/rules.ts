import { MOST_LINES } from "../../../shared/platform/desk/contract.ts";

type Held = Readonly<Record<string, readonly string[]>>;
/** What the desk needs of a matter that waits. */
export interface Waiting {
  readonly offices: readonly string[]; readonly since: string; readonly due: string | null;
  readonly steps: readonly { readonly who: readonly string[] }[]; readonly handed: { readonly to: string } | null;
}
export interface Reader { readonly person: string | null; readonly holds: readonly string[] }

export const isLate = ({ due }: Pick<Waiting, "due">, now: Date): boolean => due !== null && due <= now.toISOString();
const inVillage = (who: string): boolean => who.startsWith("office:");
/** The people of the village who may settle it. */
export const holdersOf = (wait: Pick<Waiting, "offices">, held: Held): string[] => [...new Set(wait.offices.filter(inVillage).flatMap((who) => held[who.slice("office:".length)] ?? []))];

/** A word passed on counts while who got it may still settle the matter; afterwards it waits for everybody again. */
export const handedTo = (wait: Waiting, held: Held): string | null => {
  const to = wait.handed?.to ?? null;
  return to === null || wait.offices.includes(to) || holdersOf(wait, held).includes(to) ? to : null;
};

/**
 * Whether a matter stands on this reader's desk. Township and county come in where nobody in the village may settle it, where it is late,
 * or where it was handed to them: nothing waits for an office nobody holds.
 */
export const isOnDesk = (wait: Waiting, { person, holds }: Reader, held: Held, now: Date): boolean => {
  if (!wait.offices.some((who) => holds.includes(who))) return false;
  const to = handedTo(wait, held);
  if (to !== null) return to === person || holds.includes(to);
  if (wait.offices.some((who) => inVillage(who) && holds.includes(who))) return true;
  return !wait.offices.some(inVillage) || holdersOf(wait, held).length === 0 || isLate(wait, now);
};

const NEVER = "9999";
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Late ones first, then by what is due soonest; what nothing hurries, by age. */
export const oldestDueFirst = <T extends Pick<Waiting, "due" | "since">>(waits: readonly T[]): T[] =>
  [...waits].sort((a, b) => order(a.due ?? NEVER, b.due ?? NEVER) || order(a.since, b.since));
export const onDesk = <T>(waits: readonly T[]): T[] => waits.slice(0, MOST_LINES);

/** The steps this reader may take. */
export const stepsFor = <S extends { readonly who: readonly string[] }>(steps: readonly S[], holds: readonly string[]): S[] => steps.filter(({ who }) => who.some((each) => holds.includes(each)));
