/** How long an act may be taken back in elder mode, in milliseconds. */
export const GRACE = 10_000;

/**
 * Never held: what a life may hang on (answers, calls for help, what is reported at a door), codes and cards, what only reads or prepares, and
 * what is asked again before it is done.
 */
const AT_ONCE = /^(alerts\/|affairs\/door-codes |platform\/(sign-in|media|paper|exports|search) |services\/proxies )/;
const READS = / (look|names|preview|print|search|scan|heard|read|find)\w*$/;
export const mayBeTakenBack = (feature: string, route: string): boolean => !AT_ONCE.test(`${feature} `) && !READS.test(` ${route}`);

/** Whether an act still stands in its ten seconds. A clock set back meanwhile holds nothing longer than that. */
export const isHeld = ({ until }: { readonly until?: number }, now = Date.now()): boolean => until !== undefined && until > now && until - now <= GRACE;
