import type { contract } from "../../../shared/platform/offices/contract.ts";
import { Member, put, Village, type Change, type Refusal, type RouteGiven } from "../../core/implement.ts";
import { takeWrites } from "./give.ts";
import { holdsWrite } from "./reads.ts";
import { Post } from "./rows.ts";
import { given, longestActing } from "./rules.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;

/** A holder names who acts while they are away. It ends by itself on the day; it is shown in public as what it is. */
export const act = async ({ table, region, village, params, body, caller, now, change, fail }: GivenFor<"act">): Promise<Change | Refusal> => {
  const { office } = params;
  const holders = village.offices[office] ?? [];
  const own = await table.get(Post, `${office}#${caller.person!}`);
  // Who acts for another hands it on to nobody.
  if (!holders.includes(caller.person!) || own?.actingFor) return fail("not-a-holder");
  const until = `${body.until}T00:00:00.000Z`;
  if (until <= now.toISOString()) return fail("wrong-field", { field: "until", reason: "in-the-past" });
  if (Date.parse(until) > now.getTime() + longestActing) return fail("too-long", { field: "until" });
  if (holders.includes(body.person)) return fail("already-holds");
  if ((await table.get(Member, body.person))?.state !== "verified") return fail("wrong-field", { field: "person", reason: "not-a-list-member" });
  return change({
    writes: [
      put(Village, { ...village, ...given(village.offices, village.ended, office, body.person) }, { version: village.version }),
      put(Post, { office, person: body.person, since: now.toISOString(), until, by: caller.person!, second: null, alone: false, actingFor: caller.person!, remindAt: null }, "over"),
      ...(await holdsWrite(region, body.person, { at: "village", id: village.id, office }, "gets")),
    ],
    emits: { name: "acting", data: { office, person: body.person } }, answer: { until },
  });
};

/** The holder is back, or thought better of it. */
export const back = async ({ table, region, village, params, body, caller, change, fail }: GivenFor<"back">): Promise<Change | Refusal> => {
  const post = await table.get(Post, `${params.office}#${body.person}`);
  if (post?.actingFor !== caller.person) return fail("not-a-holder");
  return change({ writes: await takeWrites({ village, region }, params.office, [body.person]), emits: { name: "back", data: { office: params.office, person: body.person } }, answer: { done: true } });
};
