import type { Answer } from "../../core/client/types.ts";
import { has, t } from "../../core/words.ts";

export type Look = Answer<"platform/privacy", "looks">["items"][number];
export type Consent = Answer<"platform/privacy", "consents">["items"][number];
export const PURPOSES = ["own-matters", "digest", "market", "survey", "picture"] as const satisfies readonly Consent["purpose"][];

/** A word for a code, or nothing where the page knows none. */
export const word = (key: string): string => (has(key) ? t(key) : "");
/** @example officeWords("office:grid-worker") // "网格员" */
export const officeWords = (office: string): string => word(`office.${office.replace(/^\w+:/, "")}`);
