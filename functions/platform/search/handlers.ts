import { contract, MOST_HITS, MOST_PLACES } from "../../../shared/platform/search/contract.ts";
import words from "../../../shared/platform/search/words.json" with { type: "json" };
import { soughtFor } from "../../core/find-match.ts";
import { Find, implement, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import { judged, placesFor } from "./matching.ts";
import { excerpt, mayFind, stillStands } from "./rules.ts";

/** Rows a question reads at once, and how often it reads on when nothing fits yet. */
const PAGE = 200;
const PAGES = 2;
const RECENT = 40;
const SUGGESTED = 6;

const hit = (find: Stored<Find>, said: string) => ({ feature: find.feature, title: find.title, words: said, where: find.where, at: find.at });

/** What of these nobody may be shown now, by feature and in one read each. */
const hiddenOf = async (table: Table, finds: readonly Stored<Find>[]): Promise<(find: Stored<Find>) => ReadonlySet<string>> => {
  const features = [...new Set(finds.map(({ feature }) => feature))];
  const sets = new Map(await Promise.all(features.map(async (feature) => [feature, await hiddenAmong(table, feature, [...new Set(finds.filter((each) => each.feature === feature).map(({ thing }) => thing))])] as const)));
  return ({ feature }) => sets.get(feature) ?? new Set();
};

/** The newest that this asker may see. */
const newest = async (table: Table, may: (find: Stored<Find>) => boolean, most: number, read: number): Promise<ReturnType<typeof hit>[]> => {
  const finds = (await table.list(Find, { under: "1#", limit: read })).items.filter(may).slice(0, most);
  const hidden = await hiddenOf(table, finds);
  return finds.filter((find) => !hidden(find).has(find.thing)).map((find) => hit(find, excerpt(find.words, "")));
};

export const handler = implement("platform/search", contract, words, {
  routes: {
    find: async ({ table, village, caller, body, now, facts, change }) => {
      const may = (find: Stored<Find>): boolean => stillStands(find, village.off, now) && mayFind(find, caller);
      const quiet = "nobody keeps what people look for";
      const sought = soughtFor(body.sought);
      if (!sought) return change({ writes: [], quiet, answer: { items: await newest(table, may, SUGGESTED, PAGE / 4), narrow: false, next: null, places: [] } });
      let cursor = body.cursor;
      const found: { find: Stored<Find>; score: number; words: string }[] = [];
      for (let page = 0; page < PAGES && found.length === 0; page++) {
        const { items, next } = await table.list(Find, { limit: PAGE, cursor });
        const fitting = items.filter(may).filter((find) => judged(find, sought, body.sought).score > 0);
        const hidden = await hiddenOf(table, fitting);
        // Judged again without what is hidden: words nobody may read lead nowhere.
        found.push(...fitting.filter((find) => !hidden(find).has(find.thing)).map((find) => ({ find, ...judged(find, sought, body.sought, hidden(find)) })).filter(({ score }) => score > 0));
        cursor = next ?? undefined;
        if (next === null) break;
      }
      const best = found.toSorted((a, b) => b.score - a.score || (a.find.at < b.find.at ? 1 : -1));
      const places = body.cursor === undefined ? placesFor((await import("../../../shared/habits.ts")).habits, facts.profile, sought, village.off, MOST_PLACES) : [];
      return change({ writes: [], quiet, answer: { items: best.slice(0, MOST_HITS).map(({ find, words: said }) => hit(find, said)), narrow: best.length > MOST_HITS, next: cursor ?? null, places } });
    },
    recent: async ({ table, village, now }) => ({ items: await newest(table, (find) => find.audience === "public" && stillStands(find, village.off, now), RECENT, 2 * RECENT) }),
  },
});
