import type { Answer } from "../../core/client/types.ts";
import { t } from "../../core/words.ts";

export const FEATURE = "affairs/sign-ups";
export type Listed = Answer<"affairs/sign-ups", "one">;
type Short = Answer<"affairs/sign-ups", "list">["items"][number];
/** "12 of 20 boxes" */
export const totalOf = ({ total, limit, unit }: Short): string => (limit === null ? t("total", { n: total, unit }) : t("total.of", { n: total, limit, unit }));
/** The list as a chat group reads it. */
export const asText = (list: Listed): string =>
  [`【${list.title}】${totalOf(list)}`, ...list.lines.map((line, i) => [`${i + 1}. ${line.name} ${line.count}${list.unit}`, line.note, ...(line.waiting ? [t("waiting")] : [])].filter(Boolean).join(" ")), location.href].join("\n");
