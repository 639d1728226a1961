import type { contract } from "../../../shared/platform/media/contract.ts";
import { carriersOf, objects, put, remove, type Change, type HeardGiven, type Stored } from "../../core/implement.ts";
import { keysOf } from "./keys.ts";
import { Media } from "./rows.ts";
import { LOOK_AGAIN } from "./rules.ts";

/**
 * What nobody names a day after it was asked for goes, and what never came; what a row carries is asked for again later, because the row may
 * have dropped it meanwhile. Bytes go first: if the rest fails the clock comes again, and an object without a row would stay for ever.
 */
export const tidy = async ({ table, place, now, change }: HeardGiven<typeof contract>, media: Stored<Media>): Promise<Change | null> => {
  const { version, ...row } = media;
  const { used, stale } = await carriersOf(table, place, media.id);
  if (used && media.state !== "waiting") return change({ writes: [put(Media, { ...row, lookAt: new Date(now.getTime() + LOOK_AGAIN).toISOString() }, { version }), ...stale] });
  const store = await objects();
  await store.remove([...keysOf("arriving", place.id, media), ...keysOf("kept", place.id, media)]);
  return change({ writes: [remove(Media, media.id, version), ...stale], emits: { name: "cleared", data: { media: media.id } } });
};
