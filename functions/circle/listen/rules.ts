import type { Item } from "../../../shared/circle/listen/listen.ts";
import { COLOURS } from "../../../shared/alerts/warnings/hazards.ts";

const RANK: Readonly<Record<Item["kind"], number>> = { warning: 0, house: 0, "must-read": 1, matter: 2, notice: 3 };
const worse = (colour: Item["colour"]): number => (colour === null ? -1 : COLOURS.indexOf(colour));
/**
 * In order of need: warnings, the worst first and each with how my house stands in it; what every household must hear and mine has not;
 * what waits for me; then the rest, the newest first.
 */
export const inOrder = <T extends Pick<Item, "kind" | "colour" | "at" | "id" | "heard">>(items: readonly T[]): T[] => {
  const rank = (item: T): number => (item.kind === "must-read" && item.heard === true ? RANK.notice : RANK[item.kind]);
  return [...items].sort((a, b) => rank(a) - rank(b) || worse(b.colour) - worse(a.colour) || (rank(a) === 0 && a.id !== b.id ? (a.id! < b.id! ? 1 : -1) : 0) || (rank(a) === 0 ? (a.kind === b.kind ? 0 : a.kind === "warning" ? -1 : 1) : 0) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};

interface Heard { readonly thing: string; readonly recording: string; readonly language: string; readonly name: string; readonly media: Item["voices"][number]["media"] }
/** The newest voice of each language, of the first of these things that has one: a warning's own before that of all its kind. */
export const voicesOf = (voiced: readonly Heard[], ...things: readonly string[]): Item["voices"] => {
  const found = new Map<string, Item["voices"][number]>();
  for (const thing of things) {
    for (const each of [...voiced].filter((one) => one.thing === thing).sort((a, b) => (a.recording < b.recording ? 1 : -1))) {
      if (!found.has(each.language)) found.set(each.language, { id: each.recording, language: each.language, by: each.name, media: [...each.media] });
    }
  }
  return [...found.values()];
};
