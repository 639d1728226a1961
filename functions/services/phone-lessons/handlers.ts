import { contract } from "../../../shared/services/phone-lessons/contract.ts";
import words from "../../../shared/services/phone-lessons/words.json" with { type: "json" };
import { implement } from "../../core/implement.ts";
import { ask, consent, list, mine, one } from "./asking.ts";
import { moves } from "./moves.ts";
import { Lesson } from "./rows.ts";
import { lessonView } from "./view.ts";
import { volunteer, volunteers, vouch } from "./volunteers.ts";

export const handler = implement("services/phone-lessons", contract, words, {
  routes: { ask, list, mine, one, consent, volunteers, volunteer, vouch },
  lifecycle: {
    kind: Lesson, sees: (_, caller) => caller.member !== null || caller.holds.length > 0, view: lessonView, moves,
    clocks: { takeBy: (row, settings) => new Date(Date.parse(row.history.at(-1)?.at ?? row.at) + settings.takeWithin) },
  },
});
