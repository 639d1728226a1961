import { contract } from "../../../shared/platform/villages/contract.ts";
import words from "../../../shared/platform/villages/words.json" with { type: "json" };
import { implement, put, Village } from "../../core/implement.ts";
import { begin, open, openCounty } from "./open-routes.ts";
import { importProgress, importRoll, previewRoll } from "./roll-routes.ts";
import { choose, settings } from "./setting-routes.ts";

export const handler = implement("platform/villages", contract, words, {
  routes: {
    begin, openCounty, open, previewRoll, importRoll, import: importProgress, settings, choose,
    list: async ({ table, query }) => {
      const { items, next } = await table.byArea(Village, query);
      return {
        items: items.map((village) => ({
          ...village, officesFilled: Object.values(village.offices).filter((people) => people.length > 0).length, secretary: (village.offices["secretary"] ?? []).length > 0,
        })),
        next,
      };
    },
    county: ({ countyRow, fail }) => countyRow ?? fail("not-found"),
    facts: ({ village, facts }) => ({ ...village, languages: facts.languages, helpPhone: facts.helpPhone }),
    arrange: ({ village, body, change, fail }) => {
      const hidden = body.doors.findIndex((door) => body.off.includes(door));
      if (hidden >= 0) return fail("wrong-field", { field: `doors.${hidden}`, reason: "switched-off" });
      return change({ writes: [put(Village, { ...village, off: body.off, doors: body.doors }, { version: village.version })], emits: { name: "arranged", data: { off: body.off } }, answer: { done: true } });
    },
  },
});
