import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { t } from "../words.ts";

/** What a warning is besides its danger, in a word: a drill, or a test where the place is not in real use; undefined when it is meant. */
export const statusMark = (status: WarningView["status"]): string | undefined =>
  status === "Exercise" ? t("running.drill") : status === "Test" ? t("running.test") : undefined;
/** The same for a line that takes a badge or none. */
export const statusBadge = (status: WarningView["status"]): { readonly badge?: string } => {
  const badge = statusMark(status);
  return badge ? { badge } : {};
};
