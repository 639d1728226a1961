import { contract } from "../../../shared/circle/posts/contract.ts";
import words from "../../../shared/circle/posts/words.json" with { type: "json" };
import { maskName } from "../../../shared/contract/text.ts";
import { implement, put, remove, type Caller, type MoveGiven, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { Post, PublicPost } from "./rows.ts";
import { isUp, sees } from "./rules.ts";

const MOST_EDITS = 20;
const isMine = (post: Post, caller: Caller): boolean => caller.person !== null && post.person === caller.person;
const view = (post: Stored<Post>, caller: Caller | null) => ({
  id: post.id, state: post.state, words: post.words, media: post.media, audience: post.audience, name: caller && (caller.member || isMine(post, caller)) ? post.name : maskName(post.name), office: post.office,
  at: post.at, editedAt: post.editedAt, mine: caller !== null && isMine(post, caller), reason: post.reason, version: post.version,
});
const open = async (table: Table, posts: readonly (Stored<Post> | null)[]): Promise<Stored<Post>[]> => {
  const up = posts.filter((each) => each !== null).filter(isUp);
  const hidden = await hiddenAmong(table, "circle/posts", up.map(({ id }) => id));
  return up.filter(({ id }) => !hidden.has(id));
};
/** Gone: its words go with it, and guests' list knows it no more. */
const away = (post: Post) => ({ row: { words: "", media: [], versions: [] }, writes: post.audience === "public" ? [remove(PublicPost, post.id)] : [], emits: { name: "removed" as const, data: { post: post.id } } });
type ForMove<M extends keyof (typeof contract)["lifecycle"]["moves"]> = MoveGiven<typeof contract, Post, (typeof contract)["lifecycle"]["moves"][M]>;

const edit = ({ row, body, caller, now, fail, moved }: ForMove<"edit">) => {
  if (!isMine(row, caller)) return fail("not-your-post");
  if (row.versions.length >= MOST_EDITS) return fail("edited-often");
  return moved({ row: { ...body, editedAt: now.toISOString(), versions: [...row.versions, { words: row.words, media: row.media, at: row.editedAt ?? row.at }] }, emits: { name: "edited", data: { post: row.id } } });
};

export const handler = implement("circle/posts", contract, words, {
  routes: {
    write: ({ body, caller, now, newId, begin, change }) => {
      const at = now.toISOString();
      const office = caller.holds.find((each) => each.startsWith("office:"))?.slice("office:".length) ?? null;
      const post = { ...body, id: newId(), person: caller.person!, name: caller.member!.name, office, at, editedAt: null, versions: [], reason: null };
      return change({
        writes: [begin(Post, post), ...(body.audience === "public" ? [put(PublicPost, { post: post.id }, "new")] : [])], emits: { name: "published", data: { post: post.id, audience: body.audience } },
        answer: view({ ...post, state: "published", history: [], version: 1 }, caller),
      });
    },
    list: async ({ table, query }) => {
      const page = await table.list(PublicPost, query);
      return { items: (await open(table, await table.many(Post, page.items.map(({ post }) => post)))).map((post) => view(post, null)), next: page.next };
    },
    village: async ({ table, query, caller }) => {
      const page = await table.list(Post, query);
      return { items: (await open(table, page.items)).map((post) => view(post, caller)), next: page.next };
    },
    mine: async ({ table, query, caller }) => {
      const page = await table.byPerson(Post, caller.person!, query);
      return { items: page.items.map((post) => view(post, caller)), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => {
      const post = await table.get(Post, params.id);
      if (!post || !sees(post, caller)) return fail("not-found");
      return isMine(post, caller) || !isUp(post) || (await open(table, [post])).length > 0 ? view(post, caller) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Post, sees, view, clocks: {},
    moves: {
      edit,
      remove: ({ row, body, moved }) => { const { row: left, ...parts } = away(row); return moved({ ...parts, row: { ...left, reason: body.reason } }); },
      "take-back": ({ row, caller, fail, moved }) => (isMine(row, caller) ? moved(away(row)) : fail("not-your-post")),
    },
  },
});
