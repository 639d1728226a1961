import type { Answer } from "../../core/client/types.ts";
import { here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "services/farm-questions";
export type Question = Answer<typeof FEATURE, "one">;
export type QuestionLine = Answer<typeof FEATURE, "list">["items"][number];
export type Said = Question["answers"][number];

const KEEPERS = ["office:secretary", "office:director", "office:committee"];
const ABOVE = ["township:director", "township:duty-officer", "county:department.agriculture"];
const whos = (): readonly string[] => whosIn(here().village);
/** Only what is drawn; the server judges. */
export const isVillager = (): boolean => whos().includes("villager");
export const isKeeper = (): boolean => whos().some((who) => KEEPERS.includes(who));
export const mayAnswer = (): boolean => isVillager() || whos().some((who) => ABOVE.includes(who));

/** One line: crop and words, or that it is to be looked at and listened to. */
export const lineOf = ({ crop, words }: Pick<Question, "crop" | "words">): string => [crop, words.split("\n")[0]].filter(Boolean).join("：") || t("title");
export const askerOf = ({ name }: Pick<Question, "name">): string => name || t("somebody");
/** "the same day", "the next day", "on day 5". */
export const dayOfAnswer = (day: number): string => (day < 2 ? t(`day.${day}`) : t("day.n", { n: day + 1 }));
