import type * as z from "zod";
import type { HappeningLine, HappeningView } from "../../../shared/circle/events/happening.ts";
import { PROFILES } from "../../../shared/contract/profile.ts";
import type { Caller, Stored, Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { Branch, type Happening } from "./rows.ts";
import { hasRoom } from "./rules.ts";

const comingTo = (each: Happening): number => each.guests.filter((_, place) => hasRoom(each, place)).length;
export const line = (each: Happening): z.input<typeof HappeningLine> => ({ ...each, coming: comingTo(each), photos: each.photos.flatMap(({ media }) => media) });

export const view = (each: Stored<Happening>, { person }: Pick<Caller, "person">): z.input<typeof HappeningView> => ({
  ...line(each), words: each.words, by: each.name, mine: each.by === person, reason: each.reason, waiting: each.guests.length - comingTo(each), told: each.told, replay: each.replay, version: each.version,
  guests: each.guests.map((guest, place) => ({ id: guest.id, name: guest.name, mine: guest.person === person || guest.by === person, waiting: !hasRoom(each, place), came: guest.came })),
  needs: each.needs.map(({ id, what, by, name }) => ({ id, what, takenBy: name, mine: by === person })), code: each.by === person ? each.code : null,
});

/** Those this villager may know of: a branch's activity is its members', and whoever called it sees their own. */
export const knownTo = async <T extends Happening>(table: Table, found: readonly T[], caller: Caller): Promise<T[]> => {
  const [branch, hidden] = await Promise.all([
    found.some(({ audience }) => audience === "branch") ? table.get(Branch, "") : null, hiddenAmong(table, "circle/events", found.map(({ id }) => id)),
  ]);
  return found.filter(({ id, by, audience }) => by === caller.person || (!hidden.has(id) && (audience === "village" || isOfBranch(branch, caller))));
};
export const isOfBranch = (branch: { readonly members: readonly string[] } | null, caller: Caller): boolean =>
  caller.holds.includes("office:party-branch") || (caller.person !== null && (branch?.members.includes(caller.person) ?? false));
/** Whether there is such a thing as a branch in this kind of village. */
export const hasBranch = ({ profile }: { readonly profile: keyof typeof PROFILES }): boolean => "party-branch" in PROFILES[profile].village;
