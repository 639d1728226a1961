import { LANGUAGES, say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import { titlesOfWho, wordsIn, type ProfileName } from "../../../shared/contract/profile.ts";
import type { Setting } from "../../../shared/contract/settings.ts";

type Both = Record<Language, string>;
const both = (make: (language: Language) => string): Both => Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Both;

const UNITS: readonly (readonly [string, number])[] = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1_000]];
/** A value as people say it: "3 days", "yes", "another person must agree". @param words this feature's own @param own those of the feature the setting belongs to */
const valueIn = (words: WordsFile, own: WordsFile, name: string, { kind }: Setting, value: unknown, language: Language): string => {
  if (kind === "flag") return say(words, language, value === true ? "yes" : "no");
  if (kind === "choice") return say(own, language, `setting.${name}.is.${String(value)}`);
  if (kind === "count") return String(value);
  const [unit, size] = UNITS.find(([, each]) => Number(value) % each === 0) ?? ["second", 1_000];
  return Number(value) === 0 ? say(words, language, "value.none") : say(words, language, "value.amount", { n: Number(value) / size, unit: say(words, language, Number(value) === size ? `unit.${unit}.one` : `unit.${unit}`) });
};

/** Everything of a setting that is words, in each language. */
export const inWords = (words: WordsFile, all: Readonly<Record<string, WordsFile>>, profile: ProfileName, setting: string, declared: Setting, value: unknown, usual: unknown) => {
  const [feature = "", name = ""] = setting.split(".");
  const own = wordsIn(profile, all[feature] ?? { zh: {}, en: {} });
  const said = (each: unknown): Both => both((language) => valueIn(words, own, name, declared, each, language));
  return {
    label: both((language) => say(own, language, "place.label")), title: both((language) => say(own, language, `setting.${name}`)), why: both((language) => say(own, language, `setting.${name}.why`)),
    kind: declared.kind, choices: (declared.choices ?? []).map((each) => ({ value: each, says: said(each) })), says: said(value), usualSays: said(usual),
    mayLoosen: declared.mayLoosen.flatMap((who) => { const titles = titlesOfWho(profile, who); return titles ? [{ ...titles }] : []; }),
  };
};

/** What a feature is called on its shelf. */
export const labelOf = (all: Readonly<Record<string, WordsFile>>, profile: ProfileName, feature: string): Both => {
  const own = wordsIn(profile, all[feature] ?? { zh: {}, en: {} });
  return both((language) => own[language]["place.label"] ?? feature);
};
