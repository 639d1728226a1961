/** A hole by its name, {n}, or the word its number takes: {n:answer|answers}. */
export const HOLE = /\{(\w+)(?::([^{}|]+)\|([^{}|]+))?\}/g;

/**
 * A sentence with its holes filled. {n:answer|answers} gives the first word where n is 1, else the second. A hole without a value stays as it
 * is written.
 * @example fill("{n} {n:answer|answers}", { n: 1 }) // "1 answer"
 */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(HOLE, (hole, name: string, one: string | undefined, other: string) => {
    const value = values[name] ?? null;
    if (value === null) return hole;
    return one === undefined ? String(value) : Number(value) === 1 ? one : other;
  });
