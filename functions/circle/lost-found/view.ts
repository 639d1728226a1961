import type * as z from "zod";
import type { LostView } from "../../../shared/circle/lost-found/lost.ts";
import { CADRES } from "../../../shared/circle/lost-found/contract.ts";
import { holds, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import type { Lost } from "./rows.ts";
import { hidesSightings, isUp, nameNow } from "./rules.ts";

export const isCadre = (caller: Caller): boolean => holds(caller, ...CADRES);
/** What is held or was refused is the reporter's and the cadres'. */
export const sees = (lost: Lost, caller: Caller): boolean => isCadre(caller) || lost.by === caller.person || (lost.state !== "held" && lost.state !== "refused");

export const view = (lost: Stored<Lost>, caller: Caller): z.input<typeof LostView> => {
  const all = isCadre(caller) || !hidesSightings(lost);
  const whole = isUp(lost) || isCadre(caller) || lost.by === caller.person;
  const { id, kind, age, lastPlace, lastAt, at, state, confirmed, reason, version } = lost;
  return {
    id, kind, age, lastPlace, lastAt, at, state, confirmed, reason, version, by: lost.name, mine: lost.by === caller.person, what: whole ? lost.what : nameNow(lost), words: whole ? lost.words : "",
    media: whole || kind !== "person" ? lost.media : [], seen: lost.sightings.length, sightingsHidden: !all,
    sightings: lost.sightings.filter((each) => all || each.person === caller.person).map(({ person: _person, ...each }) => each),
  };
};

/** Without what was hidden after somebody reported it; the reporter keeps their own. */
export const leftUp = async (table: Table, found: readonly Stored<Lost>[], caller: Caller): Promise<Stored<Lost>[]> => {
  const hidden = await hiddenAmong(table, "circle/lost-found", found.map(({ id }) => id));
  return found.filter((lost) => sees(lost, caller) && (!hidden.has(lost.id) || lost.by === caller.person))
    .map((lost) => ({ ...lost, sightings: lost.sightings.filter((each) => !hidden.has(`${lost.id}/${each.id}`)) }));
};
