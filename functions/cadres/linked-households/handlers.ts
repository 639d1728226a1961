import { contract } from "../../../shared/cadres/linked-households/contract.ts";
import words from "../../../shared/cadres/linked-households/words.json" with { type: "json" };
import { implement } from "../../core/implement.ts";
import { board, forHouse, mine, people, wall } from "./lists.ts";
import { moves } from "./moves.ts";
import { propose } from "./propose.ts";
import { Linked } from "./rows.ts";
import { seesLink } from "./rules.ts";
import { linkView } from "./view.ts";

export const handler = implement("cadres/linked-households", contract, words, {
  routes: { wall, mine, board, people, forHouse, propose },
  lifecycle: {
    kind: Linked, sees: seesLink, view: (row) => linkView(row), moves,
    clocks: { answerBy: (row, settings) => new Date(Date.parse(row.history[0]!.at) + settings.answerWithin) },
  },
});
