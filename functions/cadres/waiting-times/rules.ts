export interface Times {
  readonly category: string; readonly post: string; readonly postAt: string | null;
  readonly asked: string | null; readonly first: string | null; readonly last: string | null; readonly again: string | null; readonly closed: string | null;
}
export type Happened = "asked" | "answered" | "again" | "closed" | "passed";

const earlier = (a: string | null, b: string): string => (a === null || b < a ? b : a);
const later = (a: string | null, b: string): string => (a === null || b > a ? b : a);

/** A matter's times with one event more: the same whatever the order in which they are heard. */
export const withEvent = <T extends Times>(times: T, what: Happened, at: string, { category, post }: { readonly category?: string; readonly post?: string } = {}): T => ({
  ...times, ...(category ? { category } : {}), ...(post && (times.postAt === null || at >= times.postAt) ? { post, postAt: at } : {}),
  ...(what === "asked" ? { asked: earlier(times.asked, at) } : {}), ...(what === "answered" ? { first: earlier(times.first, at), last: later(times.last, at) } : {}),
  ...(what === "again" ? { again: later(times.again, at) } : {}), ...(what === "closed" ? { closed: later(times.closed, at) } : {}),
});

/** Somebody still waits for a word: never answered, or asked again since, and not closed after that. */
export const isOpen = ({ last, again, closed }: Times): boolean => {
  const settled = [last, closed].filter((each) => each !== null).sort().at(-1) ?? null;
  return settled === null || (again !== null && again > settled);
};

const minutes = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
/** The value below which this share lies (nearest rank). @param sorted smallest first, not empty */
const share = (sorted: readonly number[], part: number): number => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]!;
const spanOf = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? null : { cases: sorted.length, median: share(sorted, 0.5), p90: share(sorted, 0.9) };
};

/** Count, median, 90th percentile and the oldest that waits; nothing where there is nothing, never 0. */
export const figuresOf = (all: readonly Times[]) => {
  const asked = all.flatMap((each) => (each.asked === null ? [] : [{ ...each, asked: each.asked }]));
  const open = asked.filter(isOpen);
  return {
    asked: asked.length, first: spanOf(asked.flatMap((each) => (each.first === null ? [] : [minutes(each.asked, each.first)]))), closed: spanOf(asked.flatMap((each) => (each.closed === null || isOpen(each) ? [] : [minutes(each.asked, each.closed)]))),
    open: open.length, oldestOpen: open.map((each) => each.again ?? each.asked).sort()[0] ?? null,
  };
};

/** Fewer cases than this could tell of one person. */
export const LEAST_FOR_A_POST = 5;
/** Values of one name, with what belongs to each, most first. */
export const groupedBy = <T>(all: readonly T[], name: (each: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(name(each), [...(groups.get(name(each)) ?? []), each]);
  return [...groups].filter(([key]) => key !== "").sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
};
