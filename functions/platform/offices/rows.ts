import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { NO_NAME, row, scrub } from "../../core/implement.ts";

/** How a village's post came to its holder. The village row itself says who holds it today. */
export const Post = row("POST", () => z.object({
  office: z.string(), person: Id, since: Instant,
  /** End of the term; null for none. */
  until: Instant.nullable(),
  by: z.string(), second: z.string().nullable(),
  /** By one, for lack of others: shown in public. */
  alone: z.boolean(),
  /** Whose post it is, where somebody acts while they are away. */
  actingFor: Id.nullable().default(null),
  /** When the end of the term is pointed out; null when it has been, or there is none. */
  remindAt: Instant.nullable().default(null),
}), { id: (post) => `${post.office}#${post.person}`, due: (post) => (post.remindAt ? { at: post.remindAt, clock: "remind" } : post.until ? { at: post.until, clock: "term" } : null) });
export type Post = z.infer<typeof Post.schema>;

/** All posts of one person, wherever they are: what their phone opens with. */
export const Holds = row("HOLDS", () => z.object({
  person: Id, posts: z.array(z.object({ at: z.enum(["village", "township", "county", "region"]), id: z.string(), office: z.string() })),
}), {
  id: (holds) => holds.person, at: "region", carry: "person",
  carried: (holds, village) => { const posts = holds.posts.filter((post) => post.at === "village" && post.id === village); return posts.length > 0 ? { ...holds, posts } : null; },
  erase: (holds, who) => (holds.person === who.person ? null : holds), eraseAt: (who) => [who.person],
});
export type Holds = z.infer<typeof Holds.schema>;

/** A post put forward by one, waiting for a second person. */
export const Giving = row("GIVING", () => z.object({
  id: Id, office: z.string(), person: Id, name: z.string(),
  /** Number of somebody new, to be entered when the post is given. */
  phone: z.string().nullable(),
  from: Id.nullable(), until: Instant.nullable(), askedBy: Id, reason: z.string().nullable().default(null), state: z.string(),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
}), {
  id: (giving) => giving.id,
  erase: (giving, who) => ({
    ...giving, ...(giving.person === who.person ? { name: NO_NAME, phone: null } : {}), reason: giving.reason === null ? null : scrub(giving.reason, who),
  }),
});
export type Giving = z.infer<typeof Giving.schema>;

/** What was open when a post changed hands, as its matters said it then: no names. */
export const Handover = row("HANDOVER", () => z.object({
  id: Id, office: z.string(), from: Id, to: Id, at: Instant, more: z.number().int(),
  open: z.array(z.object({ text: z.record(z.string(), z.string()), where: z.string(), due: Instant.nullable() })),
}), { id: (each) => each.id });
export type Handover = z.infer<typeof Handover.schema>;
