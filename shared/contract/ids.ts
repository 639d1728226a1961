import * as z from "zod";

/** A time-ordered id (ULID, 26 letters of Crockford base 32). Any other shape is a thing that does not exist: 404. */
export const Id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
/** An administrative code (China: the 12-digit statistical code; elsewhere the region file says which). Lower-case letters, figures, dashes. */
export const AreaCode = z.string().regex(/^[0-9a-z][0-9a-z-]{1,23}$/);
/** An instant in UTC, as ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
/** A calendar day of the region. */
export const Day = z.iso.date();
