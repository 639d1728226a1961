import { Shown, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { seesThing } from "./rules.ts";

/** The thing, for whoever may read it; null where it is not there, nothing is said about it, or a rule of the village hides it. */
export const thingFor = async (table: Table, id: string, caller: Caller): Promise<Stored<Shown> | null> => {
  const thing = await table.get(Shown, id);
  if (!thing || !seesThing(thing, caller)) return null;
  return (await hiddenAmong(table, thing.feature, [id])).has(id) ? null : thing;
};

/** By whom a visitor or villager is told from others. */
export const keyOf = (caller: Pick<Caller, "person" | "device">): string => caller.person ?? caller.device;
/** Without a number of its own a phone is counted by its address, which neighbours share: then nothing is its own. */
export const isOwn = (by: string, caller: Pick<Caller, "person" | "device" | "source">): boolean => by === caller.person || (by === caller.device && caller.device !== `s-${caller.source}`);
