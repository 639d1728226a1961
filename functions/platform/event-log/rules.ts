const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The instant a time-ordered id was made (the first ten letters of a ULID); the epoch for a text that is none. */
export const madeAt = (id: string): string => {
  const time = [...id.slice(0, 10)].reduce((sum, letter) => sum * 32 + Math.max(0, LETTERS.indexOf(letter)), 0);
  return new Date(Math.min(time, 8_640_000_000_000_000)).toISOString();
};

/** What an event says anywhere in its data, as plain texts. */
const textsIn = (data: unknown): string[] =>
  typeof data === "string" ? [data] : Array.isArray(data) ? data.flatMap(textsIn) : data !== null && typeof data === "object" ? Object.values(data).flatMap(textsIn) : [];

/** Whether an event is about somebody: done by them or for them, or naming them or their household. */
export const concerns = (event: { readonly by: string; readonly behalf?: string | undefined; readonly data: unknown }, person: string, household: string | null): boolean =>
  event.by === person || event.behalf === person || textsIn(event.data).some((text) => text === person || (household !== null && text === household));

export interface Link { readonly n: number; readonly hash: string; readonly prev: string; readonly events: readonly { readonly id: string }[] }

/** Links newest first as people see them, each judged against the one before it. @param holds whether a link's hash is right and hangs on the one before */
export const asLinks = <L extends Link>(newestFirst: readonly L[], holds: (link: L, before: L | null) => boolean) =>
  newestFirst.map((link, i) => ({ n: link.n, hash: link.hash, at: madeAt(link.events.at(-1)?.id ?? ""), count: link.events.length, holds: holds(link, newestFirst[i + 1] ?? null) }));
