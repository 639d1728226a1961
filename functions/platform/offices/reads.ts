import { put, type Table, type Write } from "../../core/implement.ts";
import { Holds, Post, type Post as PostRow } from "./rows.ts";
import { withoutPost, withPost, type PostAt } from "./rules.ts";

/** All posts a person holds, over all villages and counties. */
export const postsOf = async (region: Table, person: string): Promise<PostAt[]> => (await region.get(Holds, person))?.posts ?? [];

/** The row that remembers a person's posts, after one more or one less. */
export const holdsWrite = async (region: Table, person: string, post: PostAt, does: "gets" | "loses"): Promise<Write[]> => {
  const before = await region.get(Holds, person);
  const posts = (does === "gets" ? withPost : withoutPost)(before?.posts ?? [], post);
  return before || posts.length > 0 ? [put(Holds, { person, posts }, before ? { version: before.version } : "new")] : [];
};

/** The rows of a village's post that is given at once: the first secretary's, when a village is opened. */
export const firstPostWrites = async (region: Table, village: string, post: Omit<PostRow, "second" | "until">): Promise<Write[]> => [
  put(Post, { ...post, second: null, until: null }, "over"),
  ...(await holdsWrite(region, post.person, { at: "village", id: village, office: post.office }, "gets")),
];
