import { householdOf } from "../../affairs/households/reads.ts";
import { isGrown, nearOf } from "../../alerts/vulnerable/reads.ts";
import { Member, put } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Linked, LinkHouse, LinkLoad } from "./rows.ts";
import { refusedFor } from "./rules.ts";
import { housesWith, linkView } from "./view.ts";

/** Somebody is asked to look after a household. Who does so now stays until then: never a day with nobody. */
export const propose = async ({ table, body, caller, now, newId, settings, begin, change, fail }: For<"propose">) => {
  const house = await householdOf(table, body.household);
  if (!house) return fail("wrong-field", { field: "household", reason: "not-a-list-member" });
  const [member, near, row, load] = await Promise.all([table.get(Member, body.person), nearOf(table, [body.person], now), table.get(LinkHouse, house.id), table.get(LinkLoad, body.person)]);
  if (member?.state !== "verified" || !isGrown(member.bornIn, now.getUTCFullYear())) return fail("wrong-field", { field: "person", reason: "not-a-list-member" });
  const refused = refusedFor({ ownHousehold: member.household === house.id, near: near.get(body.person)?.near === true, households: load?.households ?? 0, most: settings.most, now: row, person: body.person });
  if (refused) return fail(refused);
  const id = newId();
  const value = { id, household: house.id, no: house.no, group: house.group, person: body.person, name: member.name, witness: null, wish: null, reason: null };
  const { version = 0, ...before } = row ?? { household: house.id, link: null, person: null };
  const line = (await housesWith(table, [house], now))[0]!;
  const history = [{ to: "proposed", at: now.toISOString(), by: caller.key, channel: caller.channel }];
  return change({
    writes: [begin(Linked, value), put(LinkHouse, { ...before, next: id }, row ? { version } : "new")],
    emits: { name: "proposed", data: { link: id, household: house.id, person: body.person, instead: row?.link ?? null } },
    answer: { ...line, next: linkView({ ...value, state: "proposed", history, version: 1 }) },
  });
};
