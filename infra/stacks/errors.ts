/**
 * Refusals and failures the CDN would keep for ten seconds by itself, even those marked no-store and even where it keeps nothing else: one
 * caller's 404 would then answer the next caller of the same path.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
export const NEVER_KEPT: readonly number[] = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];
