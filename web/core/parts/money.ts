import { boot } from "../boot.ts";
import { prefs } from "../prefs.ts";

/** Minor units as people write them. @example money(16500) // "¥165" */
export const money = (minor: number): string => {
  const format = new Intl.NumberFormat(prefs().language === "zh" ? "zh-CN" : "en", { style: "currency", currency: boot.currency, currencyDisplay: "narrowSymbol" });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits).replace(/[.,]0+$/, "");
};
