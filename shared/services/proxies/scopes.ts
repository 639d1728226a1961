/**
 * What nobody may ever do for another, whatever a contract says: vote, speak in a mediation, and end the other's own consents.
 * Features by name; those that are not built yet are named all the same.
 */
export const NEVER_SCOPES: readonly string[] = ["affairs/ballots", "affairs/mediation", "services/proxies", "platform/sign-in"];
/** Single routes nobody may ever use for another, in features where the rest may be: giving and ending one's own consents. */
export const NEVER_ROUTES: readonly string[] = ["platform/privacy say", "platform/privacy sayFor"];

/** How the one who acts is related to the one they act for; the words stand under `relation.<code>`. */
export const RELATIONS = ["daughter", "son", "grandchild", "wife", "husband", "brother-sister", "in-law", "neighbour", "other"] as const;
/** How the elder's word is to come. */
export const WAYS = ["sms", "voice", "witness"] as const;
