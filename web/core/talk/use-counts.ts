import { call } from "../client/client.ts";
import { useLoad } from "../parts/state.tsx";

interface Counts { readonly likes: number; readonly replies: number }
const NONE: Counts = { likes: 0, replies: 0 };

/**
 * How many like each of up to twenty things and how many replied, for a list; nothing until it is known.
 * @example const counts = useCounts(posts.map(({ id }) => id)); counts(post.id).likes
 */
export const useCounts = (things: readonly string[]): ((thing: string) => Counts) => {
  const wanted = things.slice(0, 20).join(",");
  const found = useLoad(async () => (wanted ? call("circle/replies", "counts", { query: { things: wanted }, quiet: true }).catch(() => ({ items: [] })) : { items: [] }), [wanted]);
  return (thing) => found.data?.items.find((each) => each.thing === thing) ?? NONE;
};
