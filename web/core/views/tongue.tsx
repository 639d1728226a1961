import { definePage } from "../pages.ts";
import { choose, onPrefs, prefs } from "../prefs.ts";
import { here } from "../router.ts";
import { addFrameWords, addWords } from "../words.ts";
import type { Words } from "../../../shared/contract/language.ts";

let there = "";
/**
 * Fetches the sentences of a village's further language, once for each; the worker keeps the answer for when there is no network. Until they
 * come, and where one is missing, the first language stands there with its mark.
 */
const fetchWords = async (): Promise<void> => {
  const { tongue } = prefs();
  const village = here().village ?? prefs().village;
  if (!tongue || !village || there === tongue) return;
  there = tongue;
  const answer = await fetch(`/open/platform/languages/villages/${village}/${tongue}/words`, { credentials: "omit" }).catch(() => undefined);
  if (!answer?.ok) { there = ""; if (answer?.status === 404) choose({ tongue: undefined }); return; }
  for (const [page, words] of Object.entries((await answer.json()) as Readonly<Record<string, Words>>)) {
    if (page === "core") addFrameWords(tongue, words); else addWords(page, tongue, words);
  }
  choose({});
};
onPrefs(() => { if (prefs().tongue && prefs().tongue !== there) void fetchWords(); });
void fetchWords();
export const page = definePage({ name: "core/tongue", view: () => null });
