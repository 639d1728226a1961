import * as z from "zod";
import { Id } from "../../shared/contract/ids.ts";
import { MediaRef } from "../../shared/contract/media.ts";
import type { Caller } from "./caller.ts";
import { partition, type Place } from "./keys.ts";
import { put, remove, row, sortKey, type Write } from "./rows.ts";
import { batchGet } from "./row-reads.ts";
import type { Table } from "./table.ts";

/**
 * "This picture is carried by that row." There is no list of features that use media, and none has to say so: whatever village row is saved
 * with `media: MediaRef[]` somewhere in it gets one of these beside it, in the same transaction. They may be there before the picture is,
 * because the text goes first. Whether the row still carries it is asked of the row itself.
 */
export const MediaUse = row("MEDIAUSE", () => z.object({ media: Id, by: z.string() }), { id: (use) => `${use.media}#${use.by}` });
export type MediaUse = z.infer<typeof MediaUse.schema>;

const DEEP = 5;
/** The ids of all pictures and voices a value carries, however deep they stand. */
export const mediaIn = (value: unknown, depth = 0): string[] => {
  if (typeof value !== "object" || value === null || depth > DEEP) return [];
  if (Array.isArray(value)) return value.flatMap((each) => mediaIn(each, depth + 1));
  return Object.entries(value).flatMap(([name, each]) =>
    name === "media" && Array.isArray(each) ? each.flatMap((ref) => { const read = MediaRef.safeParse(ref); return read.success ? [read.data.id] : []; }) : mediaIn(each, depth + 1));
};

/** The writes of a change, with what says which pictures its rows carry. */
export const withUses = (writes: readonly Write[]): readonly Write[] => {
  const uses = new Map<string, Write>();
  for (const write of writes) {
    if (write.op !== "put" || write.kind.at !== "village") continue;
    for (const media of mediaIn(write.value)) {
      const use = { media, by: sortKey(write.kind, write.kind.id(write.value)) };
      uses.set(MediaUse.id(use), put(MediaUse, use, "over"));
    }
  }
  return uses.size === 0 ? writes : [...writes, ...uses.values()];
};

/** Whether some row still carries it; `stale` clears away what rows carry no longer. */
export const carriersOf = async (table: Table, place: Place, media: string): Promise<{ readonly used: boolean; readonly stale: readonly Write[] }> => {
  const { items } = await table.list(MediaUse, { under: `${media}#`, limit: 50 });
  const rows = items.length > 0 ? await batchGet(items.map(({ by }) => ({ pk: partition(place), sk: by }))) : [];
  const carrying = new Set(rows.filter((each) => mediaIn(each).includes(media)).map(({ sk }) => sk));
  return { used: carrying.size > 0, stale: items.filter(({ by }) => !carrying.has(by)).map((use) => remove(MediaUse, MediaUse.id(use))) };
};

/** Whether a row that carries it lets this reader have it (`hears`), though its maker kept it to themselves. */
export const heardThrough = async (table: Table, media: string, caller: Pick<Caller, "person" | "holds">): Promise<boolean> => {
  const { items } = await table.list(MediaUse, { under: `${media}#`, limit: 5 });
  const { kindOf } = await import("./kinds.ts");
  for (const { by } of items) {
    const kind = kindOf("village", by);
    const row = kind?.hears && (await table.get(kind, by.slice(kind.prefix.length + 1)));
    if (row && mediaIn(row).includes(media) && kind.hears(row, caller)) return true;
  }
  return false;
};
