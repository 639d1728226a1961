import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { LANGUAGES } from "../../contract/language.ts";

const Hour = z.number().int().min(0).max(23);
/** How one person is told. */
export const Wishes = z.strictObject({
  /** Own matters at once; else they stand in the digest. */
  atOnce: z.boolean(),
  /** One digest a day, at this hour, when there is something. */
  digest: z.boolean(), hour: Hour,
  push: z.boolean(), sms: z.boolean(),
  /** [from, to) in the region's zone; null: the region's own night. The same hour twice: none. */
  quiet: z.strictObject({ from: Hour, to: Hour }).nullable(),
  language: z.enum(LANGUAGES),
});
export type Wishes = z.infer<typeof Wishes>;
/** What holds while somebody has said nothing. */
export const USUAL = { atOnce: true, digest: true, hour: 19, push: true, sms: false, quiet: null } as const satisfies Omit<Wishes, "language">;

/** How a household in which nobody is signed in is told: by SMS to its first good number, at the door, or not at all beyond the page. */
export const WAYS = ["sms", "door", "page"] as const;
export const HouseWay = z.object({ household: Id, no: z.string(), way: z.enum(WAYS), /** Whether anybody has chosen it. */ chosen: z.boolean(), /** Whether a number is there that may be sent to. */ phone: z.boolean() });

/** One line on a phone. */
export const Line = z.object({ id: Id, text: z.record(z.string(), z.string()), where: z.string(), feature: z.string(), at: Instant, read: z.boolean() });
/** A line that somebody says at the door. */
export const DoorLine = z.object({ household: Id, id: Id, no: z.string(), group: z.string(), text: z.record(z.string(), z.string()), at: Instant });
