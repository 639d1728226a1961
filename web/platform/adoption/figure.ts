import { t } from "../../core/words.ts";

/** A count as it may be read: fewer than five are not told apart. */
export const figure = (count: number | null): string => (count === null ? t("few") : String(count));
