import type { SNAP_STATES } from "../../../shared/affairs/snaps/snap.ts";

type State = (typeof SNAP_STATES)[number];

/**
 * What becomes of a report for which the time has run out: an unanswered one is sent again once, then to the township; a promise that was not kept
 * goes there at once; what a department let lie comes back to the village.
 */
export const afterSilence = ({ state, resent }: { readonly state: State; readonly resent: number }): "received" | "reopened" | "escalated" =>
  state === "passed" ? "received" : state === "in-hand" || resent > 0 ? "escalated" : state === "reopened" ? "reopened" : "received";

/** Whether everybody may read a report: a villager's at once, a guest's once somebody has looked; one that was joined lives on in the other. */
export const isOpenTo = ({ villager, state, seen }: { readonly villager: boolean; readonly state: State; readonly seen: boolean }): boolean => state !== "joined" && (villager || seen);

/** Whether something can be joined to it: it lives. */
export const canTakeIn = ({ state }: { readonly state: State }): boolean => state !== "joined" && state !== "confirmed";

/** When a promised day is over wherever the village lies: midnight by UTC after it, so that east of it the morning is left. */
export const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString();

const LONGEST_TITLE = 60;
/** One line: the words, else the place; a spoken or photographed one by what it is. */
export const titleOf = ({ words, place, house }: { readonly words: string; readonly place: string; readonly house: string }): string | { zh: string; en: string } => {
  const said = [...(words.split("\n")[0] || place || house)].slice(0, LONGEST_TITLE).join("");
  return said === "" ? { zh: "随手拍（看图听语音）", en: "A report (picture, voice)" } : said;
};
