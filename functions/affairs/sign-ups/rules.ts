interface Counted { readonly id: string; readonly count: number }

/**
 * Which lines wait: in the order they came, each either finds room whole or waits; a small one behind a large one that waits may still find room.
 * @param limit so many all together; null: no end
 */
export const waitingOn = (lines: readonly Counted[], limit: number | null): ReadonlySet<string> => {
  const waiting = new Set<string>();
  let room = limit ?? Infinity;
  for (const { id, count } of lines) {
    if (count <= room) room -= count;
    else waiting.add(id);
  }
  return waiting;
};
/** What those who find room want together. */
export const totalOf = (lines: readonly Counted[], limit: number | null): number => {
  const waiting = waitingOn(lines, limit);
  return lines.reduce((sum, { id, count }) => (waiting.has(id) ? sum : sum + count), 0);
};
/** Whether a list is for somebody of this group. */
export const isFor = (groups: readonly string[], group: string): boolean => groups.length === 0 || groups.includes(group);
