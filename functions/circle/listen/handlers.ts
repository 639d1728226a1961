import { contract } from "../../../shared/circle/listen/contract.ts";
import words from "../../../shared/circle/listen/words.json" with { type: "json" };
import { implement } from "../../core/implement.ts";
import { Recording } from "./rows.ts";
import { scriptOf, tell } from "./tell.ts";
import { accept, decline, offer, pass, sees, view, voices, withdraw } from "./voices.ts";

export const handler = implement("circle/listen", contract, words, {
  routes: {
    today: async (given) => ({ items: await tell(given, null), phone: given.facts.helpPhone }),
    // Behind a card shown on somebody else's phone nothing of one's own is read out.
    mine: async (given) => ({ items: await tell(given, given.caller.via === null ? given.caller : null), phone: given.facts.helpPhone }),
    script: async (given) => {
      const { village, words: said, language, facts } = given;
      return scriptOf(await tell(given, null), said, language, { village: village.names[language] ?? village.names["zh"] ?? village.id, phone: facts.helpPhone });
    },
    offer, voices,
  },
  lifecycle: {
    kind: Recording, sees, view, about: (row) => ({ values: { title: row.title }, where: "circle/listen/voices" }),
    clocks: { listenBy: (row) => (row.listenBy ? new Date(row.listenBy) : null) }, moves: { accept, decline, withdraw, pass },
  },
});
