import { contract } from "../../../shared/circle/family-voices/contract.ts";
import words from "../../../shared/circle/family-voices/words.json" with { type: "json" };
import { due, implement } from "../../core/implement.ts";
import { children, end, mine, open, remind } from "./lines.ts";
import { heard, leave, notes } from "./notes.ts";
import { Line } from "./rows.ts";

export const handler = implement("circle/family-voices", contract, words, {
  routes: { mine, children, open, notes, leave, heard, end },
  due: { remind: due(Line, remind) },
});
