import { contract as guestbook } from "../../../shared/circle/guestbook/contract.ts";
import { settingsInForce } from "../../../shared/contract/settings.ts";
import { add, isSmall, Member, put, type Shown, type Table, type Telling } from "../../core/implement.ts";
import { heldFor } from "../guestbook/reads.ts";
import type { For } from "./given.ts";
import { Reply, ReplyAt, Talked } from "./rows.ts";
import { refusedTo } from "./rules.ts";
import { keyOf, thingFor } from "./thing.ts";
import { ownView } from "./view.ts";

/** Whoever's thing it is reads it in the day's digest; nobody is told of their own words. */
export const tellAuthor = async (table: Table, thing: Pick<Shown, "by" | "title" | "where">, by: string): Promise<Telling[]> => {
  if (thing.by === "" || thing.by === by) return [];
  const to = (await table.get(Member, thing.by)) ? { person: thing.by } : { device: thing.by };
  return [{ ...to, key: "replied", values: { title: typeof thing.title === "string" ? thing.title : { zh: thing.title.zh, en: thing.title.en } }, where: thing.where, how: "digest" }];
};
/** The writes by which everybody who may reads it. */
export const standing = ({ thing, id }: Pick<Reply, "thing" | "id">) => [put(ReplyAt, { at: thing, reply: id }, "new"), add(Talked, thing, { replies: 1 })];

/** A villager's reply stands at once; a visitor's words too, unless they lead away from the page or this village looks first. */
export const say = async ({ table, village, caller, params, body, now, newId, fail, change }: For<"say">) => {
  const thing = await thingFor(table, params.thing, caller);
  if (!thing) return fail("not-found");
  const refused = refusedTo(thing, caller);
  if (refused) return fail(refused);
  const visitor = caller.member === null;
  if (visitor && body.voice !== undefined) return fail("visitors-write", { field: "voice" });
  const habit = settingsInForce("circle/guestbook", guestbook.settings, village.settings, isSmall(village))["visitorsWords"] as "at once" | "after a look";
  const why = visitor ? heldFor({ name: body.name, hometown: "", words: body.words ?? "" }, habit) : [];
  const [id, at, by, state] = [newId(), now.toISOString(), keyOf(caller), why.length > 0 ? "held" as const : "said" as const];
  const reply: Reply = {
    id, state, history: [{ to: state, at, by: caller.key, channel: caller.channel, ...(caller.actor && caller.person ? { behalf: caller.person } : {}) }], thing: thing.thing, where: thing.where, audience: thing.audience, by, visitor, at,
    name: caller.member?.name ?? body.name, office: caller.holds.find((each) => each.startsWith("office:"))?.slice("office:".length) ?? null,
    words: body.words ?? "", media: body.voice ? [{ id: body.voice, kind: "voice" }] : [], heldFor: why, reason: null,
  };
  const data = { thing: thing.thing, reply: id };
  const answer = ownView({ ...reply, version: 1 }, caller);
  if (state === "held") return change({ writes: [put(Reply, reply, "new"), put(ReplyAt, { at: "held", reply: id }, "new")], emits: { name: "held", data }, answer });
  return change({ writes: [put(Reply, reply, "new"), ...standing(reply)], emits: { name: "replied", data }, tells: await tellAuthor(table, thing, by), answer });
};
