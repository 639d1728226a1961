import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../infra/build/features.ts";
import { PEOPLE, roleOf } from "../../infra/local/sample-people.ts";
import type { WordsFile } from "../../shared/contract/language.ts";
import { PROFILES, titlesOfWho, wordsIn } from "../../shared/contract/profile.ts";
import { siteFiles } from "./ask-engines.ts";
import { unplain } from "./plain-words.ts";
import { WORD_FILES } from "./word-files.ts";

const LANGUAGES = ["zh", "en"] as const;
const HOLE = /\{(office|township|county|term)\./i;
const said = (profile: "cn-village" | "plain-village") => Object.entries(WORD_FILES).flatMap(([file, words]) => LANGUAGES.flatMap((language) =>
  Object.entries(wordsIn(profile, words)[language]).map(([key, text]) => ({ at: `${file} ${language} ${key}`, text }))));

describe("the words of a kind of village", () => {
  it("a plain village reads of no Party post, no mu and no Chinese legal term, in no sentence of any page, message or print", () => {
    expect(said("plain-village").flatMap(({ at, text }) => unplain(text).map((why) => `${at}: ${why}`))).toEqual([]);
  });
  it("leave no title unfilled, and lose no sentence but titles of posts that are not there", () => {
    for (const profile of ["cn-village", "plain-village"] as const) expect(said(profile).filter(({ text }) => HOLE.test(text))).toEqual([]);
    const lost = Object.entries(WORD_FILES).flatMap(([file, words]) => LANGUAGES.flatMap((language) => {
      const kept = wordsIn("plain-village", words)[language];
      return Object.keys(words[language]).filter((key) => !key.includes("@") && !(key in kept) && !/^(by\.)?office[.:]/.test(key)).map((key) => `${file} ${language} ${key}`);
    }));
    expect(lost).toEqual([]);
  });
  it("call the same post by its own name in each profile", () => {
    const words: WordsFile = { zh: { ask: "请问{office.secretary}", own: "{office.party-branch}", law: "按村规", "law@plain-village": "照约定" }, en: { ask: "{Office.secretary} knows", own: "{office.party-branch}", law: "x", "law@plain-village": "as agreed" } };
    expect(wordsIn("cn-village", words).zh).toEqual({ ask: "请问村支书", own: "支部委员", law: "按村规" });
    expect(wordsIn("plain-village", words).zh).toEqual({ ask: "请问村长", law: "照约定" });
    expect(wordsIn("plain-village", words).en).toEqual({ ask: "Village head knows", law: "as agreed" });
    expect([titlesOfWho("plain-village", "county:department.water")?.en, titlesOfWho("plain-village", "office:party-branch")]).toEqual(["water department", null]);
  });
  it("a word of the Party is caught wherever it is put", () => {
    for (const planted of ["请问村支书", "Ask the Party secretary.", "2 mu of land", "每亩三百元", "户口本带来", "The village committee decides"]) expect([planted, unplain(planted).length > 0]).toEqual([planted, true]);
    expect(unplain("The village head of Qingshan. 村长")).toEqual([]);
  });
  it("the profile's own titles and the sample's people are plain too", () => {
    const plain = PROFILES["plain-village"];
    const titles = [plain.village, plain.township, plain.county, plain.departments, plain.terms].flatMap((posts) => Object.values(posts)).map(({ zh, en }) => `${zh} ${en}`);
    expect([...titles, ...PEOPLE.map((each) => JSON.stringify(roleOf(each, "plain-village"))), readFileSync(join(ROOT, "infra/local/sample/notices.en.json"), "utf8"), readFileSync(join(ROOT, "infra/local/sample/greetings.en.json"), "utf8")].flatMap(unplain)).toEqual([]);
  });
});

describe("the phone's side of a plain village", () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => { files = await siteFiles("plain-village"); });
  const weight = (path: string, quality = 11): number => brotliCompressSync(Buffer.from(files.get(path) ?? ""), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

  it("opens in English, in a first document of at most 14,000 bytes, with no page above 60 KB", () => {
    const html = files.get("index.html")!;
    expect(html).toContain('<html lang="en"');
    expect(weight("index.html")).toBeLessThanOrEqual(14_000);
    expect([...files.keys()].filter((path) => path.endsWith(".js") && weight(path, 5) > 60_000)).toEqual([]);
    const core = /src="\/(assets\/core[^"]+)"/.exec(html)![1]!;
    expect(weight("index.html") + weight(core)).toBeLessThanOrEqual(20_000);
  });
  it("carries no unfilled title and no Chinese word of the list in any of its files", () => {
    const chinese = (text: string): string[] => unplain(text.replace(/[\u0020-\u007e\u2019]/g, " "));
    expect([...files].flatMap(([path, text]) => [...(HOLE.test(text.replaceAll("${", "$ {")) ? [`${path}: unfilled`] : []), ...chinese(text).map((why) => `${path}: ${why}`)])).toEqual([]);
  });
});
