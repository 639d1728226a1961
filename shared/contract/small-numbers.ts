/** Below this many people a count could name somebody: it is not shown. */
export const LEAST_SHOWN = 5;

/**
 * A count as the public may read it: none, or at least five; null says "fewer than five".
 * @example shownCount(3) // null
 */
export const shownCount = (count: number, least = LEAST_SHOWN): number | null => (count === 0 || count >= least ? count : null);

/**
 * Counts of the parts of one whole whose sum is public too: small ones are hidden, and if only one would be, the smallest of the others
 * with it, because the sum would tell it.
 * @example shownCounts({ "1": 12, "2": 3, "3": 7 }) // { "1": 12, "2": null, "3": null }
 */
export const shownCounts = <K extends string>(counts: Readonly<Record<K, number>>, least = LEAST_SHOWN): Record<K, number | null> => {
  const parts = Object.entries<number>(counts) as [K, number][];
  const hidden = new Set(parts.filter(([, count]) => shownCount(count, least) === null).map(([name]) => name));
  const others = parts.filter(([name, count]) => !hidden.has(name) && count > 0).sort(([, a], [, b]) => a - b);
  if (hidden.size === 1 && others[0]) hidden.add(others[0][0]);
  return Object.fromEntries(parts.map(([name, count]) => [name, hidden.has(name) ? null : count])) as Record<K, number | null>;
};
