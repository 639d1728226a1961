export type Unit = "day" | "hour" | "minute" | "second";
const UNITS: readonly (readonly [Unit, number])[] = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000], ["second", 1_000]];

/** The largest unit that divides a span. @example unitOf(259200000) // "day" */
export const unitOf = (milliseconds: number): Unit => UNITS.find(([, size]) => milliseconds > 0 && milliseconds % size === 0)?.[0] ?? "second";
export const inUnit = (milliseconds: number, unit: Unit): number => milliseconds / UNITS.find(([name]) => name === unit)![1];
export const spanOf = (amount: number, unit: Unit): number => amount * UNITS.find(([name]) => name === unit)![1];
