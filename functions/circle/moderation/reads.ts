import type { Table } from "../../core/implement.ts";
import { Drawn, Mark, type Standing } from "./rows.ts";

const MOST = 100;
const marksOf = async (table: Table, feature: string, ids: readonly string[]): Promise<Mark[]> => {
  const pages = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, i) => ids.slice(i * MOST, (i + 1) * MOST));
  return (await Promise.all(pages.map((some) => table.many(Mark, some.map((id) => `${feature}#${id}`))))).flat().filter((mark) => mark !== null);
};
const among = async (table: Table, feature: string, ids: readonly string[], out: readonly Standing["is"][]): Promise<ReadonlySet<string>> =>
  new Set((await marksOf(table, feature, ids)).flatMap((mark) => [
    ...(mark.whole && out.includes(mark.whole.is) ? [mark.thing] : []),
    ...Object.entries(mark.parts).filter(([, { is }]) => out.includes(is)).map(([part]) => `${mark.thing}/${part}`),
  ]));

/**
 * Which of these things nobody may be shown now: hidden until somebody has looked, or removed. A part (an answer) stands in it as
 * "<thing>/<part>". A feature leaves them out wherever it shows words.
 * @example const hidden = await hiddenAmong(table, "circle/guestbook", page.items.map(({ id }) => id))
 */
export const hiddenAmong = (table: Table, feature: string, ids: readonly string[]): Promise<ReadonlySet<string>> => among(table, feature, ids, ["hidden", "removed"]);
/** Which of them were removed by a rule of the village; the same names for parts. */
export const removedAmong = (table: Table, feature: string, ids: readonly string[]): Promise<ReadonlySet<string>> => among(table, feature, ids, ["removed"]);

/** The cases for which the lot fell on this person, and who has not answered yet. */
export const drawnFor = async (table: Table, person: string, now: Date): Promise<readonly string[]> =>
  (await table.list(Drawn, { under: `${person}#`, limit: 20 })).items.filter((each) => each.until > now.toISOString()).map((each) => each.case);
