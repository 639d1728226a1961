import { contract } from "../../../shared/platform/languages/contract.ts";
import words from "../../../shared/platform/languages/words.json" with { type: "json" };
import { wordsIn, type ProfileName } from "../../../shared/contract/profile.ts";
import type { WordsFile } from "../../../shared/contract/language.ts";
import { implement, put, remove, type Table } from "../../core/implement.ts";
import { languagesOf } from "./reads.ts";
import { Lang, PageWords } from "./rows.ts";
import { countOf, problemsIn, TEMPLATES, warnsIn } from "./rules.ts";

const MOST_LANGUAGES = 8;
/** Rows of one change; a file of more pages comes in several. */
const MOST_PAGES = 90;
const MOST_SAID = 50;

const known = new Map<ProfileName, Readonly<Record<string, WordsFile>>>();
/** Our sentences as this kind of village says them. */
const oursIn = async (profile: ProfileName): Promise<Readonly<Record<string, WordsFile>>> => {
  let ours = known.get(profile);
  // Every sentence there is: loaded when somebody translates, not by whoever asks which languages there are.
  const { sentences } = await import("../../../shared/sentences.ts");
  if (!ours) known.set(profile, ours = Object.fromEntries(Object.entries(sentences).map(([page, file]) => [page, wordsIn(profile, file)])));
  return ours;
};
const view = ({ code, name, counts, at }: Lang, of: number) => ({ code, name, done: Object.values(counts).reduce((sum, n) => sum + n, 0), of, at });
const allWords = async (table: Table, code: string): Promise<PageWords[]> => {
  const found: PageWords[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.list(PageWords, { under: `${code}#`, limit: 100, cursor });
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
};

export const handler = implement("platform/languages", contract, words, {
  routes: {
    list: async ({ table, facts }) => {
      const there = await languagesOf(table);
      const of = there.length > 0 ? countOf(await oursIn(facts.profile)) : 0;
      return { items: there.map((lang) => view(lang, of)) };
    },
    add: async ({ table, body, facts, fail, change }) => {
      const there = await languagesOf(table);
      const before = there.find(({ code }) => code === body.code);
      if (!before && there.length >= MOST_LANGUAGES) return fail("enough-languages");
      const { version = 0, ...rest } = before ?? { code: body.code, counts: {}, warns: [], at: null };
      const lang = { ...rest, name: body.name };
      return change({ writes: [put(Lang, lang, before ? { version } : "new")], emits: { name: "added", data: { code: body.code } }, answer: view(lang, countOf(await oursIn(facts.profile))) });
    },
    end: async ({ table, params, fail, change }) => {
      if (!(await table.get(Lang, params.code))) return fail("not-found");
      const pages = (await allWords(table, params.code)).slice(0, MOST_PAGES);
      return change({ writes: [remove(Lang, params.code), ...pages.map((each) => remove(PageWords, PageWords.id(each)))], emits: { name: "ended", data: { code: params.code } }, answer: { done: true as const } });
    },
    bring: async ({ table, params, body, facts, now, fail, change }) => {
      const lang = await table.get(Lang, params.code);
      if (!lang) return fail("not-found");
      const ours = await oursIn(facts.profile);
      const problems = problemsIn(body.words, ours);
      if (problems.length > 0) return fail("words-not-right", { detail: { count: problems.length, problems: problems.slice(0, MOST_SAID), first: `${problems[0]!.page} ${problems[0]!.key}`.trim() } });
      const pages = Object.keys(body.words);
      if (pages.length > MOST_PAGES) return fail("too-large");
      const before = await table.many(PageWords, pages.map((page) => `${lang.code}#${page}`));
      const rows = pages.map((page, i) => ({ code: lang.code, page, words: { ...before[i]?.words, ...body.words[page] } }));
      const { version, ...rest } = lang;
      const templates = rows.find(({ page }) => page === TEMPLATES);
      const next = { ...rest, counts: { ...rest.counts, ...Object.fromEntries(rows.map((row) => [row.page, Object.keys(row.words).length])) }, warns: templates ? warnsIn(templates.words) : rest.warns, at: now.toISOString() };
      const kept = Object.values(body.words).reduce((sum, each) => sum + Object.keys(each).length, 0);
      const { done, of } = view(next, countOf(ours));
      return change({ writes: [put(Lang, next, { version }), ...rows.map((row, i) => put(PageWords, row, before[i] ? { version: before[i].version } : "new"))], emits: { name: "brought", data: { code: lang.code, sentences: kept } }, answer: { kept, done, of } });
    },
    words: async ({ table, params, fail }) => (await table.get(Lang, params.code)) ? Object.fromEntries((await allWords(table, params.code)).map(({ page, words: said }) => [page, said])) : fail("not-found"),
    missing: async ({ table, params, query, facts, fail }) => {
      if (!(await table.get(Lang, params.code))) return fail("not-found");
      const there = new Map((await allWords(table, params.code)).map((each) => [each.page, each.words]));
      const all = Object.entries(await oursIn(facts.profile)).flatMap(([page, { zh, en }]) => Object.keys(zh).filter((key) => there.get(page)?.[key] === undefined).map((key) => ({ page, key, zh: zh[key]!, en: en[key] ?? "" })));
      const from = /^\d{1,6}$/.test(query.cursor ?? "") ? Number(query.cursor) : 0;
      const to = from + query.limit;
      return { items: all.slice(from, to), next: to < all.length ? String(to) : null };
    },
    inCounty: async ({ table, query }) => {
      const page = await table.byArea(Lang, query);
      return { items: page.items.map(({ in: village, code, name, warns }) => ({ village, code, name, warns })), next: page.next };
    },
  },
});
