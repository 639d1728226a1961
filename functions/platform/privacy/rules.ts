import { CONSENTS, type ConsentPurpose, type MessagePurpose } from "../../../shared/platform/privacy/consent.ts";

interface Said { readonly given: boolean }
/** A record keeps this many yeses and noes; the newest alone holds. */
const KEEP = 50;

/** Whether it holds now: the last word, and without any the default of that purpose. */
export const holdsNow = (purpose: ConsentPurpose, history: readonly Said[]): boolean => history.at(-1)?.given ?? CONSENTS[purpose];

/** Whether the purpose is a matter of consent at all. */
export const needsConsent = (purpose: MessagePurpose): purpose is Exclude<MessagePurpose, "warning" | "code"> => purpose !== "warning" && purpose !== "code";

/** The record with one more word. */
export const withWord = <T extends Said>(history: readonly T[], word: T): T[] => [...history, word].slice(-KEEP);

/** Whether this text is a purpose people can say yes or no to. */
export const isPurpose = (text: string): text is ConsentPurpose => Object.hasOwn(CONSENTS, text);
