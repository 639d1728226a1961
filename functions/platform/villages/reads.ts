import type { RollLine } from "../../../shared/platform/villages/roll.ts";
import type { Table } from "../../core/implement.ts";
import { ImportPart, Loosened, partId } from "./rows.ts";

export { Import, ImportPart } from "./rows.ts";

/**
 * Some lines of an imported roll, for a listener that takes it in page by page.
 * @param from what `next` said on the page before; null on the first
 * @param size at most this many lines, within one part (a change holds 98 rows)
 * @example const { lines, next } = await linesOf(table, event.data, given.from, 40)
 */
export const linesOf = async (table: Table, roll: { readonly import: string; readonly parts: number }, from: string | null, size: number): Promise<{ lines: RollLine[]; next: string | null }> => {
  const [part = 0, offset = 0] = (from ?? "0:0").split(":").map(Number);
  const row = await table.get(ImportPart, partId(roll.import, part));
  const lines = row?.lines.slice(offset, offset + size) ?? [];
  const next = row && offset + size < row.lines.length ? `${part}:${offset + size}` : part + 1 < roll.parts ? `${part + 1}:0` : null;
  return { lines, next };
};

/** The controls loosened in the last ninety days, for the village's home. */
export const loosenedIn = async (table: Table): Promise<{ setting: string; at: string }[]> =>
  (await table.list(Loosened, { limit: 20 })).items.map(({ setting, at }) => ({ setting, at }));
