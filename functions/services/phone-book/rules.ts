import type { PHONE_KINDS } from "../../../shared/services/phone-book/contract.ts";

const DAY = 86_400_000;
/** A number nobody called for so long is marked. */
export const STALE_AFTER = 90 * DAY;

export const isStale = (checkedAt: string, now: Date): boolean => now.getTime() - Date.parse(checkedAt) > STALE_AFTER;

/** What is dialled, without what people write between figures. */
export const figuresOf = (number: string): string => number.replace(/[^\d+]/g, "");

const ORDER: readonly (typeof PHONE_KINDS)[number][] = ["emergency", "doctor", "police", "committee", "power", "water", "bus", "courier", "other"];
/** What one may need in a hurry comes first. */
export const placeOf = (kind: (typeof PHONE_KINDS)[number]): string => String(ORDER.indexOf(kind));
