import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { has, t } from "../../core/words.ts";

export type Entry = Answer<"cadres/diary", "one">;
export type OwnEntry = Answer<"cadres/diary", "own">;

const are = (...wanted: readonly string[]): boolean => whosIn(here().village).some((who) => wanted.includes(who));
/** What is drawn for whom; the server judges. */
export const isWriter = (): boolean => are("office:secretary", "office:director", "office:committee");
export const isSupervisor = (): boolean => are("office:supervisor", "township:supervisor");

/** Who wrote it: the post, then the name. */
export const writerOf = ({ office, by }: Pick<Entry, "office" | "by">): string => [has(`office.${office}`) ? t(`office.${office}`) : "", by].filter(Boolean).join(" ");
const FIRST = 40;
/** One line for an entry: its title, or how it begins. */
export const lineOf = ({ title, words }: Pick<Entry, "title" | "words">): string => {
  const begins = [...words];
  return title || (begins.length > FIRST ? `${begins.slice(0, FIRST).join("")}…` : words) || t("recording");
};
/** What a pasted address of this village's page names; null where it names none. */
export const linkIn = (pasted: string): string | null => /(?:^|\/v\/[^/]+\/)([a-z]+\/[a-z-]+\/[0-9A-HJKMNP-TV-Z]{26})\b/.exec(pasted.trim())?.[1] ?? null;
