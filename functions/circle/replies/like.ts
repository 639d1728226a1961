import { add, put, remove } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Like, Talked } from "./rows.ts";
import { refusedTo } from "./rules.ts";
import { keyOf, thingFor } from "./thing.ts";

const standing = async ({ table, params, caller }: For<"like"> | For<"unlike">) => {
  const thing = await thingFor(table, params.thing, caller);
  if (!thing) return null;
  const [like, counted] = await Promise.all([table.get(Like, `${thing.thing}#${keyOf(caller)}`), table.get(Talked, thing.thing)]);
  return { thing, liked: like !== null, counts: { likes: counted?.likes ?? 0, replies: counted?.replies ?? 0 } };
};

/** One like each: the second is the same as the first. */
export const like = async (given: For<"like">) => {
  const { caller, change, fail } = given;
  const found = await standing(given);
  if (!found) return fail("not-found");
  const { thing, liked, counts } = found;
  const refused = refusedTo(thing, caller);
  if (refused) return fail(refused);
  if (liked) return counts;
  return change({ writes: [put(Like, { thing: thing.thing, by: keyOf(caller) }, "new"), add(Talked, thing.thing, { likes: 1 })], emits: { name: "liked", data: { thing: thing.thing } }, answer: { ...counts, likes: counts.likes + 1 } });
};
export const unlike = async (given: For<"unlike">) => {
  const { caller, change, fail } = given;
  const found = await standing(given);
  if (!found) return fail("not-found");
  const { thing: { thing }, liked, counts } = found;
  if (!liked) return counts;
  return change({ writes: [remove(Like, `${thing}#${keyOf(caller)}`), add(Talked, thing, { likes: -1 })], emits: { name: "unliked", data: { thing } }, answer: { ...counts, likes: Math.max(0, counts.likes - 1) } });
};
