import type { Answer } from "../../core/client/types.ts";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "services/care";
export type Care = Answer<typeof FEATURE, "one">;

/** What today says of them, and by whom the last sign came. */
export const standing = (care: Care): string => [t(`today.${care.today}`), care.seen ? t("last", { how: t(`how.${care.seen.how}`, { at: when(care.seen.at) }) }) : ""].filter(Boolean).join(" · ");
export const toneOf = (care: Care): "good" | "careful" | "bad" => ({ well: "good", waiting: "careful", paused: "careful", silent: "bad" } as const)[care.today];
