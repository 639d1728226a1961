import type { Answer } from "../../core/client/types.ts";
import { t } from "../../core/words.ts";

export type CaseView = Answer<"circle/moderation", "one">;
export type Told = Answer<"circle/moderation", "report">;
export type Own = Answer<"circle/moderation", "ownWords">["items"][number];

export const RULES = ["threat", "child", "private", "danger", "insult", "fraud", "impersonation", "advert"] as const;
export const GRAVE: readonly string[] = RULES.slice(0, 4);
export const ruleChoices = () => RULES.map((value) => ({ value, label: t(`rule.${value}`) }));
/** How a matter stands, in one sentence. */
export const standing = ({ state, verdict }: Pick<Told, "state" | "verdict">): string => t(state === "final" ? `state.final.${verdict ?? "keep"}` : `state.${state}`);
/** Of which rule, why and by whom, where it has been judged. */
export const ruling = ({ rule, reason, how }: Pick<Told, "rule" | "reason" | "how">): string[] =>
  [...(rule ? [t("told.rule", { rule: t(`rule.${rule}`) })] : []), ...(reason ? [t("because", { reason })] : []), ...(how ? [t(`how.${how}`)] : [])];
