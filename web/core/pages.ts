import type { ComponentChild } from "preact";
import { boot } from "./boot.ts";
import { prefs } from "./prefs.ts";
import type { Here } from "./router.ts";
import type { Words } from "../../shared/contract/language.ts";
import { addWords, hasWords } from "./words.ts";
import { loadIndex } from "./places.ts";
import { runFile } from "./run-file.ts";

export interface ViewProps<Data> { readonly here: Here; readonly data: Data; readonly reload: () => void }
export interface PageSpec<Data> {
  /** "<section>/<feature>". */
  readonly name: string;
  /** What the page needs before it is drawn; while it loads, fails or the phone is offline, the frame says so. */
  readonly load?: (here: Here) => Promise<Data>;
  readonly view: (props: ViewProps<Data>) => ComponentChild;
  /** No top bar and no tabs: the warning that takes the whole screen. */
  readonly bare?: boolean;
}
export type AnyPage = PageSpec<unknown>;
const defined = new Map<string, AnyPage>();

/**
 * A page. Its file registers it by being run.
 * @example export const page = definePage({ name: "circle/guestbook", load: () => call("circle/guestbook", "wall", {}), view: ({ data }) => … })
 */
export const definePage = <Data = undefined>(spec: PageSpec<Data>): PageSpec<Data> => {
  defined.set(spec.name, spec as unknown as AnyPage);
  return spec;
};

/**
 * Fetches a page's file, the index with the rest of the frame's words, and, where the reader's language is not the first, the page's own.
 * A page whose file the document names opens without the index if that does not come. Undefined where there is no such page.
 */
export const loadPage = async (name: string): Promise<AnyPage | undefined> => {
  const { language } = prefs();
  const ready = boot.hot[name];
  const code = ready && !defined.has(name) ? runFile(ready) : undefined;
  const index = await loadIndex().catch((thrown: unknown) => { if (!ready) throw thrown; return undefined; });
  const file = index?.pages[name];
  const words = language === boot.first || hasWords(name, language) ? undefined : index?.words[name];
  const [spoken] = await Promise.all([
    words ? fetch(words).then((answer) => answer.json() as Promise<Words>) : undefined,
    code ?? (defined.has(name) || !file ? undefined : runFile(file)),
  ]);
  if (spoken) addWords(name, language, spoken);
  return defined.get(name);
};
