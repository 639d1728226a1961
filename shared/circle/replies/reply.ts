import * as z from "zod";
import { Id, Instant } from "../../contract/ids.ts";
import { MediaRef } from "../../contract/media.ts";
import { text } from "../../contract/text.ts";

export const REPLY_STATES = ["said", "held", "removed"] as const;
/** Why a visitor's reply waits for somebody to look at it first; `habit`: this village looks at every one. */
export const HELD_FOR = ["link", "number", "habit"] as const;

/** A reply: written, spoken, or both. A visitor may leave a name; pictures and voices of visitors nobody has looked at are not taken. */
export const NewReply = z.strictObject({ words: text(500).optional(), voice: Id.optional(), name: z.union([z.literal(""), text(20)]).default("") })
  .refine((said) => said.words !== undefined || said.voice !== undefined, { path: ["words"], error: "required" });

export const ReplyView = z.object({
  id: Id, words: z.string(), media: z.array(MediaRef), at: Instant,
  /** Masked for whoever is not of the village; empty for a visitor who left none. */
  name: z.string(), visitor: z.boolean(),
  /** The post the replier holds; it comes from the post alone, never from a name. */
  office: z.string().nullable(),
  /** It was said by whose thing it is. */
  author: z.boolean(), mine: z.boolean(),
});
/** The same for who said it and for the offices: how it stands, and why it waits or was taken away. */
export const OwnReply = ReplyView.extend({ state: z.enum(REPLY_STATES), where: z.string(), heldFor: z.array(z.enum(HELD_FOR)), reason: z.string().nullable(), version: z.number().int() });

export const Counts = z.object({ likes: z.number().int(), replies: z.number().int() });
/** What stands under a thing, the oldest reply first, and what this reader may do. */
export const Talk = Counts.extend({
  liked: z.boolean(), mayReply: z.boolean(), audience: z.enum(["public", "village"]), /** It was taken away: nothing new is said. */ gone: z.boolean(),
  items: z.array(ReplyView), next: z.string().nullable(),
});
