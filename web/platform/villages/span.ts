import { t } from "../../core/words.ts";

export type Unit = "day" | "hour" | "minute" | "second";
const UNITS: readonly (readonly [Unit, number])[] = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1_000]];

/** The largest unit that divides a span. @example unitOf(259200000) // "day" */
export const unitOf = (milliseconds: number): Unit => UNITS.find(([, size]) => milliseconds > 0 && milliseconds % size === 0)?.[0] ?? "second";
export const inUnit = (milliseconds: number, unit: Unit): number => milliseconds / UNITS.find(([name]) => name === unit)![1];
export const spanOf = (amount: number, unit: Unit): number => amount * UNITS.find(([name]) => name === unit)![1];
/** A span as people say it. @example spanWords(259200000) // "3天" */
export const spanWords = (milliseconds: number): string => {
  const unit = unitOf(milliseconds);
  return milliseconds === 0 ? t("value.none") : t("value.amount", { n: inUnit(milliseconds, unit), unit: t(`unit.${unit}`) });
};
