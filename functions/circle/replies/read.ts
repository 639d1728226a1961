import { holds, Shown, type Caller, type Stored, type Table } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import type { For } from "./given.ts";
import { Like, Reply, ReplyAt, Talked } from "./rows.ts";
import { refusedTo, seesThing } from "./rules.ts";
import { isOwn, keyOf, thingFor } from "./thing.ts";
import { ownView, replyView } from "./view.ts";

const KEEPERS = ["office:secretary", "office:director", "office:committee", "township:director"];
/** What was said, to whoever may read the thing; what waits or was taken away, to who said it and the offices. */
export const sees = (reply: Reply, caller: Caller): boolean => isOwn(reply.by, caller) || holds(caller, ...KEEPERS) || (reply.state === "said" && (reply.audience === "public" || caller.member !== null));

const repliesOf = async (table: Table, ids: readonly string[]): Promise<Stored<Reply>[]> => {
  const [replies, hidden] = await Promise.all([table.many(Reply, ids), hiddenAmong(table, "circle/replies", ids)]);
  return replies.filter((each) => each !== null).filter(({ id }) => !hidden.has(id));
};

export const talk = async ({ table, params, caller, query, fail }: For<"talk">) => {
  const thing = await thingFor(table, params.thing, caller);
  if (!thing) return fail("not-found");
  const [counted, like, page] = await Promise.all([table.get(Talked, thing.thing), table.get(Like, `${thing.thing}#${keyOf(caller)}`), table.list(ReplyAt, { under: `${thing.thing}#`, oldestFirst: true, ...query })]);
  return {
    likes: counted?.likes ?? 0, replies: counted?.replies ?? 0, liked: like !== null, mayReply: refusedTo(thing, caller) === null, audience: thing.audience, gone: thing.gone,
    items: (await repliesOf(table, page.items.map(({ reply }) => reply))).map((reply) => replyView(reply, caller, thing.by)), next: page.next,
  };
};

export const counts = async ({ table, caller, query }: For<"counts">) => {
  const ids = [...new Set(query.things.split(","))];
  const [things, counted] = await Promise.all([table.many(Shown, ids), table.many(Talked, ids)]);
  return { items: ids.flatMap((thing, i) => { const shown = things[i]; return shown && seesThing(shown, caller) ? [{ thing, likes: counted[i]?.likes ?? 0, replies: counted[i]?.replies ?? 0 }] : []; }) };
};

export const held = async ({ table, caller, query }: For<"held">) => {
  const page = await table.list(ReplyAt, { under: "held#", ...query });
  return { items: (await table.many(Reply, page.items.map(({ reply }) => reply))).filter((each) => each !== null).map((reply) => ownView(reply, caller)), next: page.next };
};
export const mine = async ({ table, caller, query }: For<"mine">) => {
  const page = await table.byPerson(Reply, caller.person!, query);
  return { items: page.items.map((reply) => ownView(reply, caller)), next: page.next };
};
export const one = async ({ table, params, caller, fail }: For<"one">) => {
  const reply = await table.get(Reply, params.id);
  if (!reply || !sees(reply, caller)) return fail("not-found");
  return isOwn(reply.by, caller) || (await repliesOf(table, [reply.id])).length > 0 ? ownView(reply, caller) : fail("not-found");
};
