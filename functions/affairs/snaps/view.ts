import type { Caller, Stored, Table } from "../../core/implement.ts";
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import type { Follower, Snap } from "./rows.ts";

/** Reports as they may be read now: without what was hidden or removed after somebody reported it. */
export const leftOpen = async <T extends Snap>(table: Table, snaps: readonly T[]): Promise<T[]> => {
  const hidden = await hiddenAmong(table, "affairs/snaps", snaps.map(({ id }) => id));
  return snaps.filter(({ id }) => !hidden.has(id));
};

/** Who the caller is to a report; a phone without a number of its own is counted by an address that neighbours share, and is nobody's own. */
export const followerOf = (caller: Caller): Follower | null =>
  caller.person ? { is: "person", who: caller.person } : caller.device === `s-${caller.source}` ? null : { is: "device", who: caller.device };
export const isReporter = (snap: Snap, caller: Caller): boolean => followerOf(caller)?.who === snap.by;

/** A report as everybody reads it. */
export const lineOf = ({ name, showName, followers, ...snap }: Stored<Snap>) => ({ ...snap, name: showName ? name : "", followers: followers.length });
/** The same for one reader. */
export const viewFor = (snap: Stored<Snap>, caller: Caller) =>
  ({ ...lineOf(snap), mine: isReporter(snap, caller), following: snap.followers.some(({ who }) => who === followerOf(caller)?.who) });
