import { contract } from "../../../shared/services/care/contract.ts";
import words from "../../../shared/services/care/words.json" with { type: "json" };
import { due, implement } from "../../core/implement.ts";
import { circle, drop } from "./circle.ts";
import { mine, one, watching } from "./lists.ts";
import { begin, end, pause } from "./own.ts";
import { Well } from "./rows.ts";
import { silent } from "./silent.ts";
import { smsListener, well } from "./signs.ts";

export const handler = implement("services/care", contract, words, {
  routes: { mine, watching, one, begin, well, pause, circle, drop, end },
  on: { "alerts/answers/well-said": smsListener },
  due: { silent: due(Well, silent) },
});
