import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

/** How a village's post came to its holder. The village row itself says who holds it today. */
export const Post = row("POST", z.object({
  office: z.string(), person: Id, since: Instant,
  /** End of the term; null for none. */
  until: Instant.nullable(),
  by: z.string(), second: z.string().nullable(),
  /** By one, for lack of others: shown in public. */
  alone: z.boolean(),
}), { id: (post) => `${post.office}#${post.person}`, due: (post) => (post.until ? { at: post.until, clock: "term" } : null) });
export type Post = z.infer<typeof Post.schema>;

/** All posts of one person, wherever they are: what their phone opens with. */
export const Holds = row("HOLDS", z.object({
  person: Id, posts: z.array(z.object({ at: z.enum(["village", "township", "county", "region"]), id: z.string(), office: z.string() })),
}), { id: (holds) => holds.person, at: "region" });
export type Holds = z.infer<typeof Holds.schema>;

/** A post put forward by one, waiting for a second person. */
export const Giving = row("GIVING", z.object({
  id: Id, office: z.string(), person: Id, name: z.string(),
  /** Number of somebody new, to be entered when the post is given. */
  phone: z.string().nullable(),
  from: Id.nullable(), until: Instant.nullable(), askedBy: Id, reason: z.string().nullable().default(null), state: z.string(),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
}), { id: (giving) => giving.id });
export type Giving = z.infer<typeof Giving.schema>;
