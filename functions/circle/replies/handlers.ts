import { contract } from "../../../shared/circle/replies/contract.ts";
import words from "../../../shared/circle/replies/words.json" with { type: "json" };
import { add, implement, remove, Shown } from "../../core/implement.ts";
import type { ForMove } from "./given.ts";
import { like, unlike } from "./like.ts";
import { counts, held, mine, one, sees, talk } from "./read.ts";
import { Reply, ReplyAt, Talked } from "./rows.ts";
import { say, standing, tellAuthor } from "./say.ts";
import { isOwn } from "./thing.ts";
import { ownView } from "./view.ts";

const dataOf = ({ thing, id }: Reply) => ({ thing, reply: id });
/** It stands nowhere any more. */
const away = ({ state, thing, id }: Reply) => (state === "held" ? [remove(ReplyAt, `held#${id}`)] : [remove(ReplyAt, `${thing}#${id}`), add(Talked, thing, { replies: -1 })]);

const release = async ({ table, row, moved }: ForMove<"release">) => {
  const thing = await table.get(Shown, row.thing);
  return moved({ writes: [remove(ReplyAt, `held#${row.id}`), ...standing(row)], emits: { name: "released", data: dataOf(row) }, tells: thing ? await tellAuthor(table, thing, row.by) : [] });
};

export const handler = implement("circle/replies", contract, words, {
  routes: { talk, counts, say, like, unlike, held, mine, one },
  lifecycle: {
    kind: Reply, sees, view: ownView, about: () => ({ where: "circle/replies/held" }), clocks: {},
    moves: {
      release,
      remove: ({ row, body, moved }) => moved({ row: { reason: body.reason }, writes: away(row), emits: { name: "removed", data: dataOf(row) } }),
      "take-back": ({ row, caller, fail, moved }) => (isOwn(row.by, caller) ? moved({ row: { words: "", media: [] }, writes: away(row), emits: { name: "removed", data: dataOf(row) } }) : fail("not-found")),
    },
  },
});
