/**
 * What people agree to, and what holds while they have said nothing: messages that carry their own matters come until they are withdrawn,
 * everything else waits for a yes. Warnings and sign-in codes are no matter of consent.
 */
export const CONSENTS = { "own-matters": true, digest: true, market: false, survey: false, picture: false } as const satisfies Readonly<Record<string, boolean>>;
export type ConsentPurpose = keyof typeof CONSENTS;
export const CONSENT_PURPOSES = Object.keys(CONSENTS) as ConsentPurpose[];
/** What a message is for; a warning and a code are always sent. */
export type MessagePurpose = Exclude<ConsentPurpose, "picture"> | "warning" | "code";
/** How a yes or no was given. */
export const HOW = ["web", "sms", "paper", "voice", "phone"] as const;
