import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRefs } from "../../contract/media.ts";
import { Name, text, Title } from "../../contract/text.ts";

export const AUDIENCES = ["village", "branch"] as const;
export const STATES = ["called", "held", "told", "cancelled"] as const;

export const NewHappening = z.strictObject({
  title: Title, words: text(1000).optional(), media: MediaRefs, place: text(100), startsAt: Instant, endsAt: Instant,
  /** As many as find room; left out: everybody. */
  room: z.number().int().min(1).max(300).optional(),
  /** What somebody should bring: "a car to town", "the big pot". */
  needs: z.array(text(40)).max(12).default([]),
  audience: z.enum(AUDIENCES).default("village"),
}).refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ["endsAt"], error: "before-its-start" });

/** Who comes: oneself where no name is said, and others one speaks for. */
export const SignUp = z.strictObject({ me: z.boolean().default(true), others: z.array(Name).max(10).default([]) })
  .refine(({ me, others }) => me || others.length > 0, { path: ["others"], error: "required" });

export const Guest = z.object({ id: Id, name: z.string(), /** Entered by this reader, or themselves. */ mine: z.boolean(), waiting: z.boolean(), came: z.boolean() });
export const HappeningView = z.object({
  id: Id, title: z.string(), words: z.string(), media: MediaRefs, place: z.string(), startsAt: Instant, endsAt: Instant, room: z.number().int().nullable(), audience: z.enum(AUDIENCES),
  by: z.string(), mine: z.boolean(), state: z.enum(STATES), reason: z.string().nullable(),
  guests: z.array(Guest), coming: z.number().int(), waiting: z.number().int(),
  needs: z.array(z.object({ id: Id, what: z.string(), takenBy: z.string().nullable(), mine: z.boolean() })),
  /** What came of it, in the words of who called it: minutes, where the branch met. */
  told: z.string(), photos: MediaRefs, replay: z.string().nullable(),
  /** For who called it alone: the four figures people sign in by on the spot. */
  code: z.string().nullable(), version: z.number().int(),
});
export const HappeningLine = HappeningView.pick({ id: true, title: true, place: true, startsAt: true, endsAt: true, room: true, audience: true, state: true, coming: true, media: true, photos: true });
