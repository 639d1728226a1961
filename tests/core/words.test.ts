import { describe, expect, it } from "vitest";
import { holesOf } from "../../functions/platform/languages/rules.ts";
import { fill } from "../../shared/contract/fill.ts";
import { say } from "../../shared/contract/language.ts";
import { wordsIn } from "../../shared/contract/profile.ts";
import { WORD_FILES } from "./word-files.ts";

describe("a number and its word", () => {
  it("one answer is not called answers", () => {
    const said = (n: string | number): string => fill("{n} {n:answer|answers}", { n });
    expect([0, 1, 2, 21, "1", "1.5", "<5"].map(said)).toEqual(["0 answers", "1 answer", "2 answers", "21 answers", "1 answer", "1.5 answers", "<5 answers"]);
  });
  it("one greeting waits, two wait, each word by the number it names", () => {
    expect(fill("{n} {n:greeting waits|greetings wait}, {of} in all {of:is|are} here", { n: 2, of: 1 })).toBe("2 greetings wait, 1 in all is here");
    expect(say({ zh: { a: "{n}条" }, en: { a: "{n} {n:line|lines}" } }, "en", "a", { n: 1 })).toBe("1 line");
  });
  it("what nobody told stays as it is written, and so does what is not a hole", () => {
    for (const sentence of ["{n} {n:answer|answers}", "{n:one}", "{n:|}", "{n:a|}", "{n:a|b|c}", "{}"]) expect(fill(sentence, {})).toBe(sentence);
    for (const sentence of ["{n:one}", "{n:|}", "{n:a|}", "{n:a|b|c}", "{n :a|b}"]) expect(fill(sentence, { n: 1 })).toBe(sentence);
  });
  it("what a villager is called is never read as a hole", () => expect(fill("{name}: {n}", { name: "{n} {n:a|b}", n: 1 })).toBe("{n} {n:a|b}: 1"));
});

const sentences = (["cn-village", "plain-village"] as const).flatMap((profile) => Object.entries(WORD_FILES).flatMap(([file, words]) => {
  const { zh, en } = wordsIn(profile, words);
  return Object.entries(en).map(([key, text]) => ({ at: `${file} ${key}`, text, base: zh[key] ?? "" }));
}));
/** Holes of names, places and days: after any other a plural word takes its form. */
const TEXTS = new Set(["child", "column", "detail", "elder", "holes", "house", "name", "office", "parent", "phone", "proxy", "village", "volunteer", "when"]);
/** Never said of one. */
const NEVER_ONE: Readonly<Record<string, string>> = {
  "affairs/village-home overdue.loosened.many": "one loosened rule has a sentence of its own", "platform/messages sms.many": "one thing has a sentence of its own",
  "alerts/cap too-large": "more than the most a text may have", "platform/villages fails.roll-too-long": "more than the most lines there may be",
  "alerts/warnings village.all": "the button is there from two villages on", "circle/guestbook answers.all": "stands below the answers shown, when there are more",
  "cadres/linked-households note": "the most households one looks after",
};
const PLURAL = /\{(\w+)\} (?:(?:[a-z]+ )?(?:(?!(?:is|was|has|this|yes|as)\b)[a-z]+s|people)|are|were|have|know|like|need|say|sleep|wait)\b/g;
const unformed = (text: string): string[] => [...text.matchAll(PLURAL)].flatMap(([hit, name]) => (TEXTS.has(name!) ? [] : [hit]));

describe("every sentence", () => {
  it("has the same holes in both languages, by name", () => {
    for (const { at, text, base } of sentences) expect([at, holesOf(text)]).toEqual([at, holesOf(base)]);
  });
  it("in English lets the number choose before a plural word", () => {
    expect(["{n} answers", "{n} new things", "{of} are there", "{n} people", "{n} {n:answer|answers}", "{name} answers", "{n} found"].flatMap(unformed)).toEqual(["{n} answers", "{n} new things", "{of} are", "{n} people"]);
    const bare = new Set(sentences.filter(({ text }) => unformed(text).length > 0).map(({ at }) => at));
    expect([...bare].sort()).toEqual(Object.keys(NEVER_ONE).sort());
  });
});
