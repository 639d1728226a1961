import * as z from "zod";
import { HELD_FOR, REPLY_STATES } from "../../../shared/circle/replies/reply.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });

export const Reply = row("REPLY", () => z.object({
  id: Id, state: z.enum(REPLY_STATES), history: z.array(Step),
  /** What it is about, and the page that shows it. */
  thing: Id, where: z.string(), audience: z.enum(["public", "village"]),
  /** A person, or a visitor's device. */
  by: z.string(), visitor: z.boolean(), name: z.string(), office: z.string().nullable(), words: z.string(), media: z.array(MediaRef), at: Instant,
  heldFor: z.array(z.enum(HELD_FOR)), reason: z.string().nullable(),
}), {
  id: (reply) => reply.id, person: (reply) => reply.by,
  carried: (reply) => (reply.visitor ? { ...reply, by: "elsewhere", history: reply.history.map((step) => (step.by === reply.by ? { ...step, by: "elsewhere" } : step)) } : reply),
  said: (reply, part) => (reply.state !== "said" || part !== null ? null : { words: reply.visitor ? [reply.name, reply.words].filter(Boolean).join(" · ") : reply.words, media: reply.media, by: reply.by, audience: reply.audience }),
  erase: (reply, who) => (reply.by === who.person || who.devices.includes(reply.by)
    ? { ...reply, name: NO_NAME, words: ERASED, media: [], by: reply.visitor ? "erased" : reply.by } : { ...reply, words: scrub(reply.words, who), reason: reply.reason && scrub(reply.reason, who) }),
});
export type Reply = z.infer<typeof Reply.schema>;

/** Where a reply stands: under its thing, in the order it was said, or (`held`) with those that wait for a look. */
export const ReplyAt = row("REPLYAT", () => z.object({ at: z.union([Id, z.literal("held")]), reply: Id }), { id: (place) => `${place.at}#${place.reply}` });

/** One like: of a person, or of a visitor's device. */
export const Like = row("LIKE", () => z.object({ thing: Id, by: z.string() }), { id: (like) => `${like.thing}#${like.by}`, person: (like) => like.by, carried: (like) => like, erase: (like, who) => (like.by === who.person || who.devices.includes(like.by) ? null : like) });

/** How many like a thing and how many replies stand under it. Only ever added to. */
export const Talked = row("TALKED", () => z.object({ likes: z.number().default(0), replies: z.number().default(0) }), { id: () => { throw new Error("a count's id is its thing"); } });
