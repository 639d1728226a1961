import { contract } from "../../../shared/cadres/diary/contract.ts";
import { MOST_VERSIONS } from "../../../shared/cadres/diary/entry.ts";
import words from "../../../shared/cadres/diary/words.json" with { type: "json" };
import { implement } from "../../core/implement.ts";
import type { ForMove } from "./given.ts";
import { groupText, list, mine, one, own, sees } from "./read.ts";
import { Entry } from "./rows.ts";
import { dayIn, isLate } from "./rules.ts";
import { ownView } from "./view.ts";
import { edit, write } from "./write.ts";

const correct = ({ row, body, caller, now, fail, moved }: ForMove<"correct">) => {
  if (row.person !== caller.person) return fail("not-your-entry");
  if (row.versions.length >= MOST_VERSIONS) return fail("corrected-often");
  const { title, words: said, media } = row;
  return moved({ row: { ...body, correctedAt: now.toISOString(), versions: [...row.versions, { title, words: said, media, at: row.correctedAt ?? row.publishedAt! }] }, emits: { name: "corrected", data: { entry: row.id } } });
};

export const handler = implement("cadres/diary", contract, words, {
  routes: { list, mine, write, edit, one, own, groupText },
  lifecycle: {
    kind: Entry, sees, view: ownView, clocks: {},
    moves: {
      publish: ({ row, now, facts, moved }) => {
        const late = isLate(row.day, dayIn(facts.zone, now));
        return moved({ row: { publishedAt: now.toISOString(), late }, emits: { name: "published", data: { entry: row.id, late } } });
      },
      correct,
      archive: ({ row, caller, fail, moved }) => (row.person === caller.person ? moved({ emits: { name: "archived", data: { entry: row.id } } }) : fail("not-your-entry")),
      drop: ({ row, moved }) => moved({ row: { media: [], words: "" }, emits: { name: "dropped", data: { entry: row.id } } }),
      remove: ({ row, body, moved }) => moved({ row: { title: "", words: "", media: [], links: [], versions: [], reason: body.reason }, emits: { name: "removed", data: { entry: row.id } } }),
    },
  },
});
