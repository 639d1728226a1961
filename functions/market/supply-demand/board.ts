import { OWN_SHELF } from "../../../shared/contract/shown.ts";
import { Offer, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import type { For } from "./given.ts";
import { shelvesOf } from "./rules.ts";

type Asking = Pick<For<"board">, "table" | "village" | "query" | "now">;
/** So many of the newest offers say which kinds have a shelf; so many short reads fill a page of a rare kind. */
const COUNTED = 100;
const ROUNDS = 6;

/** Offers a reader may see that still stand: of features the village has on, for that reader, and not hidden after somebody reported them. */
const standing = async ({ table, village, now }: Asking, offers: readonly Stored<Offer>[], sees: "public" | "village"): Promise<Stored<Offer>[]> => {
  const may = offers.filter((each) => (sees === "village" || each.audience === "public") && !village.off.includes(each.feature) && (each.until === null || each.until > now.toISOString()));
  const features = [...new Set(may.map(({ feature }) => feature))];
  const hidden = new Map(await Promise.all(features.map(async (name) => [name, await hiddenAmong(table, name, may.filter(({ feature }) => feature === name).map(({ thing }) => thing))] as const)));
  return may.filter(({ feature, thing }) => !hidden.get(feature)!.has(thing));
};

/**
 * Every small offer of the village on one board, newest first. A kind with five live offers leaves it for a shelf of its own, read by `kind`.
 * @param sees whose eyes it is for
 */
const boardFor = (sees: "public" | "village") => async (given: Asking) => {
  const { table, query: { kind, cursor, limit } } = given;
  const newest = await standing(given, (await table.list(Offer, { limit: COUNTED })).items, sees);
  const shelves = shelvesOf(newest.map((each) => each.kind), OWN_SHELF);
  const apart = new Set(shelves.map((shelf) => shelf.kind));
  const items: Stored<Offer>[] = [];
  let at: string | null | undefined = cursor;
  for (let round = 0; round < ROUNDS && items.length < limit && at !== null; round++) {
    const page: Awaited<ReturnType<Table["list"]>> = await table.list(Offer, { limit: limit - items.length, ...(at ? { cursor: at } : {}) });
    const fits = (page.items as Stored<Offer>[]).filter((each) => (kind ? each.kind === kind : !apart.has(each.kind)));
    items.push(...(await standing(given, fits, sees)));
    at = page.next;
  }
  return { shelves, items, next: at ?? null };
};
export const board = (given: For<"board">) => boardFor("public")(given);
export const whole = (given: For<"whole">) => boardFor("village")(given);
