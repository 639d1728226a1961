import { contract } from "../../../shared/circle/moderation/contract.ts";
import words from "../../../shared/circle/moderation/words.json" with { type: "json" };
import { implement } from "../../core/implement.ts";
import { appeal, close, hide, notMe, pass, rule, ruleAbove, say, vote } from "./moves.ts";
import { about, log, mine, one, ownWords, waiting } from "./read.ts";
import { report } from "./report.ts";
import { Case } from "./rows.ts";
import { caseView, sees } from "./view.ts";

const until = (row: Case): Date | null => (row.until ? new Date(row.until) : null);

export const handler = implement("circle/moderation", contract, words, {
  routes: { report, about, mine, ownWords, waiting, log, one },
  lifecycle: { kind: Case, sees, view: caseView, clocks: { until }, moves: { hide, vote, rule, "rule-above": ruleAbove, say, "not-me": notMe, appeal, pass, close } },
});
