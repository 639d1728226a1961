import { Changed, FoundEmpty, Merged } from "../../../shared/affairs/households/events.ts";
import { Edited } from "../../../shared/alerts/contacts/events.ts";
import { contract } from "../../../shared/alerts/vulnerable/contract.ts";
import words from "../../../shared/alerts/vulnerable/words.json" with { type: "json" };
import { due, hear, implement } from "../../core/implement.ts";
import { comeBack, followBook, followChanged, followEmpty, followMerged, lookAgain } from "./follow.ts";
import { moves, sees } from "./moves.ts";
import { ask, candidates, checked, consentFor, list, one, people } from "./offices.ts";
import { away, checkedMine, consent, mine } from "./own.ts";
import { Away, Buddy, Care } from "./rows.ts";
import { buddyView } from "./view.ts";

export const handler = implement("alerts/vulnerable", contract, words, {
  routes: { list, mine, people, one, candidates, ask, consentFor, checked, consent, checkedMine, away },
  lifecycle: {
    kind: Buddy, sees, view: (row) => buddyView(row), moves,
    clocks: { answerBy: (row, settings) => new Date(Date.parse(row.history[0]!.at) + settings.answerWithin) },
  },
  on: {
    "affairs/households/changed": hear(Changed, followChanged),
    "affairs/households/merged": hear(Merged, followMerged),
    "affairs/households/found-empty": hear(FoundEmpty, followEmpty),
    "alerts/contacts/edited": hear(Edited, followBook),
  },
  due: { look: due(Care, lookAgain), back: due(Away, comeBack) },
});
