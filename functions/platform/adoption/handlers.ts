import type * as z from "zod";
import { contract, type Summary } from "../../../shared/platform/adoption/contract.ts";
import { RollImported, VillageOpened } from "../../../shared/platform/villages/events.ts";
import { LANGUAGES } from "../../../shared/contract/language.ts";
import { wordsIn, type ProfileName } from "../../../shared/contract/profile.ts";
import words from "../../../shared/platform/adoption/words.json" with { type: "json" };
import { due, hear, holds, implement, put } from "../../core/implement.ts";
import { begins, beginsToday, count } from "./count.ts";
import { Alive, Clock } from "./rows.ts";
import { dayIn, daysAfter, shownDay, summed, UNUSED_AFTER, unusedOn } from "./rules.ts";

const SHOWN_DAYS = 14;
const summary = ({ village, names, residents, since, day, days }: Alive): z.input<typeof Summary> => ({ village, names, residents, since, day, ...summed(days) });
const labelled = async (profile: ProfileName, feature: string): Promise<Record<string, string>> => {
  const own = wordsIn(profile, (await import("../../../shared/habits.ts")).habits[feature] ?? { zh: {}, en: {} });
  return Object.fromEntries(LANGUAGES.map((language) => [language, own[language]["place.label"] ?? feature]));
};

export const handler = implement("platform/adoption", contract, words, {
  routes: {
    view: async (given) => {
      const { table, village, caller, facts, now, change } = given;
      const [alive, clock] = await Promise.all([table.get(Alive, ""), table.get(Clock, "")]);
      const off = holds(caller, "office:secretary");
      const today = dayIn(facts.zone, now);
      // A village opened before there was anything to count: its counting begins when somebody first asks for it.
      if (!alive) {
        const empty = { village: village.id, names: village.names, residents: village.residents, since: today, day: null, days: [], unused: [], maySwitchOff: off, ...summed([]) };
        return clock ? empty : change({ writes: beginsToday(given), quiet: "a counting begins by itself", answer: empty });
      }
      const unused = await Promise.all(unusedOn(today, alive, village.off).map(async (each) => ({ ...each, label: await labelled(facts.profile, each.feature) })));
      return { ...summary(alive), days: alive.days.slice(0, SHOWN_DAYS).map(shownDay), unused, maySwitchOff: off };
    },
    keep: async ({ table, body, facts, now, change, fail }) => {
      const alive = await table.get(Alive, "");
      if (!alive || !(body.feature in alive.quietSince)) return fail("not-found");
      const { version, ...rest } = alive;
      const kept = { ...rest.kept, [body.feature]: daysAfter(dayIn(facts.zone, now), UNUSED_AFTER) };
      return change({ writes: [put(Alive, { ...rest, kept }, { version })], emits: { name: "kept", data: { feature: body.feature } }, answer: { done: true } });
    },
    county: async ({ table, query }) => {
      const page = await table.byArea(Alive, query);
      return { items: page.items.map(summary), next: page.next };
    },
    counties: ({ regionRow }) => ({ counties: regionRow?.counties ?? [] }),
  },
  on: { "platform/villages/opened": hear(VillageOpened, begins), "platform/villages/roll-imported": hear(RollImported, begins) },
  due: { count: due(Clock, count) },
});
