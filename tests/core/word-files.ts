import { readFileSync } from "node:fs";
import { join } from "node:path";
import { featureNames, ROOT } from "../../infra/build/features.ts";
import { featureWords, frameWords } from "../../infra/build/web-words.ts";
import type { WordsFile } from "../../shared/contract/language.ts";

const json = (path: string): WordsFile => JSON.parse(readFileSync(join(ROOT, path), "utf8")) as WordsFile;
/** Every file of sentences there is: pages, messages, prints, refusals, the warning's own texts, the embedded phones. */
export const WORD_FILES: Readonly<Record<string, WordsFile>> = {
  frame: frameWords(), problems: json("shared/contract/problems.json"), templates: json("shared/alerts/warnings/templates.json"), phones: json("infra/local/phones/words.json"),
  ...Object.fromEntries(featureNames().map((name) => [name, featureWords(name)])),
};
