import type * as z from "zod";
import type { RollImported } from "../../../shared/platform/villages/events.ts";
import type { contract } from "../../../shared/affairs/households/contract.ts";
import { put, type Change } from "../../core/implement.ts";
import { linesOf } from "../../platform/villages/reads.ts";
import type { Heard, HeardGiven, Write } from "../../core/implement.ts";
import { mergeRoll, type RollLine } from "./rules.ts";
import { Household } from "./rows.ts";

/** At most as many rows in one change. */
const LINES = 45;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Merges one page of an imported list into the households. Merging it again changes nothing. */
export const mergePage = async (given: HeardGiven<typeof contract>, event: Heard<z.infer<typeof RollImported.data>>): Promise<Change | null> => {
  // A list's own id is made of its text; the event's id says when it was taken in.
  const roll = event.id;
  const { lines, next } = await linesOf(given.table, event.data, given.from, LINES);
  const byHouse = new Map<string, RollLine[]>();
  for (const line of lines) byHouse.set(line.household, [...(byHouse.get(line.household) ?? []), line]);
  const ids = [...byHouse.keys()];
  const before = await given.table.many(Household, ids);
  const writes = ids.flatMap((id, i): Write[] => {
    const { version, ...kept } = before[i] ?? { version: null };
    const merged = mergeRoll(version === null ? null : (kept as Household), byHouse.get(id)!, roll);
    return version !== null && same(merged, kept) ? [] : [put(Household, merged, version === null ? "new" : { version })];
  });
  if (writes.length === 0 && next === null) return null;
  return given.change({
    writes, ...(next === null ? {} : { next }),
    ...(writes.length === 0 ? {} : { emits: { name: "merged", data: { import: event.data.import, households: writes.flatMap((write) => (write.op === "put" ? [(write.value as Household).id] : [])) } } }),
  });
};
