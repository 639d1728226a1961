import capWords from "../../../shared/alerts/cap/words.json" with { type: "json" };
import type { CapProblem } from "../../../shared/alerts/cap/problem-codes.ts";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import type { WordsFile } from "../../../shared/contract/language.ts";
import { call } from "../../core/client/client.ts";
import { Card } from "../../core/parts/card.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { prefs } from "../../core/prefs.ts";
import { t } from "../../core/words.ts";

const words: WordsFile = capWords;
const MOST_PAGES = 3;
/** A named problem of a message that was read in, as a sentence. */
const sentence = ({ code, detail }: CapProblem): string => (words[prefs().language][`problem.${code}`] ?? code).replaceAll("{detail}", detail);

const problemsOf = async (warning: string): Promise<readonly CapProblem[]> => {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items, next } = await call("alerts/cap", "imports", { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    const found = items.find((each) => each.warning === warning);
    if (found) return found.problems;
    if (!next) break;
    cursor = next;
  }
  return [];
};

/** What was found wrong in a message that a draft was read in from. */
export const ReadInProblems = ({ warning }: { warning: WarningView }) => {
  const read = useLoad(async () => (warning.source?.cap ? problemsOf(warning.id) : []), [warning.id]);
  return read.data && read.data.length > 0 ? <Card tone="careful" title={t("read-in")}><ul>{read.data.map((each) => <li key={each.code + each.detail}>{sentence(each)}</li>)}</ul></Card> : null;
};
