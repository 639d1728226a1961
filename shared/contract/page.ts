import * as z from "zod";

/** The query of every list. `cursor` comes from the page before and is signed for its reader and village. */
export const Page = z.strictObject({
  cursor: z.string().max(1200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** One page of a list, newest first; `next` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
/** The version a client saw, for If-Match. */
export const Version = z.number().int().min(1);
/** An answer with nothing in it but "done". */
export const Done = z.object({ done: z.literal(true) });
