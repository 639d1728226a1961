import * as z from "zod";
import { AUDIENCES, POST_STATES } from "../../../shared/circle/posts/post.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { MediaRef } from "../../../shared/contract/media.ts";
import { ERASED, NO_NAME, row, scrub } from "../../core/implement.ts";
import { isUp, lineOf } from "./rules.ts";

const Step = z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), behalf: z.string().optional(), channel: z.string() });
const said = { words: z.string(), media: z.array(MediaRef) };

export const Post = row("POSTED", () => z.object({
  id: Id, state: z.enum(POST_STATES), history: z.array(Step), ...said, audience: z.enum(AUDIENCES), person: Id, name: z.string(), office: z.string().nullable(), at: Instant, editedAt: Instant.nullable(),
  /** What it said before it was edited: for whoever looks into it, shown to nobody. */
  versions: z.array(z.object({ ...said, at: Instant })), reason: z.string().nullable(),
}), {
  id: (post) => post.id, person: (post) => post.person,
  find: (post) => (isUp(post) ? { title: lineOf(post), words: post.words, where: `circle/posts/${post.id}`, by: post.person, audience: post.audience, at: post.at } : null),
  said: (post, part) => (part === null && isUp(post) ? { words: post.words, media: post.media, by: post.person, audience: post.audience } : null),
  shown: (post) => ({ kind: "post", title: lineOf(post), where: `circle/posts/${post.id}`, by: post.person, at: post.at, audience: post.audience, talk: "all", gone: !isUp(post) }),
  erase: (post, who) => (post.person === who.person ? { ...post, name: NO_NAME, words: ERASED, media: [], versions: [] }
    : { ...post, words: scrub(post.words, who), versions: post.versions.map((each) => ({ ...each, words: scrub(each.words, who) })) }),
});
export type Post = z.infer<typeof Post.schema>;

/** Posts guests may read, so that their list reads nothing else. */
export const PublicPost = row("POSTOUT", () => z.object({ post: Id }), { id: (out) => out.post });
