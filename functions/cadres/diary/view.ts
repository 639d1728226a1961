import { titlesOfWho, type ProfileName } from "../../../shared/contract/profile.ts";
import { say, type Language, type WordsFile } from "../../../shared/contract/language.ts";
import type { Caller, Stored } from "../../core/implement.ts";
import type { Entry } from "./rows.ts";
import { readAloudOf } from "./rules.ts";

/** An entry as everybody reads it. */
export const publicView = (entry: Entry) => ({
  id: entry.id, state: entry.state, day: entry.day, late: entry.late, title: entry.title, words: entry.words, media: entry.media, links: entry.links, by: entry.name, office: entry.office,
  at: entry.publishedAt ?? entry.history.at(-1)!.at, correctedAt: entry.correctedAt, versions: entry.versions, readAloud: readAloudOf(entry), reason: entry.reason,
});
export const ownView = (entry: Stored<Entry>, caller: Caller) => ({ ...publicView(entry), mine: entry.person === caller.person, version: entry.version });

const NAMES: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };
/** As the group reads it: of which day, by whom, and that it was corrected where it was. @param page the address of the entry */
export const groupTextOf = (entry: Entry, village: string, page: string, words: WordsFile, language: Language, profile: ProfileName): string => {
  const day = new Intl.DateTimeFormat(NAMES[language], { timeZone: "UTC", month: "long", day: "numeric" }).format(new Date(entry.day));
  const post = titlesOfWho(profile, `office:${entry.office}`)?.[language] ?? "";
  return [
    say(words, language, "group.head", { village, day, who: [post, entry.name].filter(Boolean).join(" ") }), ...(entry.correctedAt ? [say(words, language, "group.corrected")] : []),
    ...(entry.title ? ["", entry.title] : []), ...(entry.words ? ["", entry.words] : []), ...(entry.media.some(({ kind }) => kind === "voice") ? ["", say(words, language, "group.voice")] : []), "", page,
  ].join("\n");
};
