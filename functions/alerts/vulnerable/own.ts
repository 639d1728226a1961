import { headOf, householdOf, householdsBy } from "../../affairs/households/reads.ts";
import { put, remove, type Stored, type Table } from "../../core/implement.ts";
import { barenessOf, saved } from "./care.ts";
import type { For } from "./given.ts";
import { endAll } from "./offices.ts";
import { Away, Buddy, Care } from "./rows.ts";
import { endOfDay } from "./rules.ts";
import { buddyView, mayConsent, ownView } from "./view.ts";

/** More than anybody may help. */
const MOST = 40;
const OPEN = ["asked", "accepted"];
/** A longer stay elsewhere is a move: the household says who sleeps at home. */
const LONGEST = 366 * 86_400_000;

/** The matters in which this person is asked or has said yes. */
export const buddiesOfPerson = async (table: Table, person: string): Promise<Stored<Buddy>[]> =>
  (await table.byPerson(Buddy, person, { limit: MOST })).items.filter((each) => OPEN.includes(each.state));

export const mine = async (given: For<"mine">) => {
  const { table, caller, now } = given;
  const id = caller.member?.household ?? null;
  const [care, house, helping, away] = await Promise.all([id ? table.get(Care, id) : null, id ? householdOf(table, id) : null, buddiesOfPerson(table, caller.person!), table.get(Away, caller.person!)]);
  const ids = helping.map((each) => each.household);
  const [houses, cares] = await Promise.all([householdsBy(table, ids), table.many(Care, ids)]);
  return {
    own: care && house && care.reasons.length > 0 ? await ownView(given, care, house) : null,
    helping: helping.map((each, i) => { const found = houses.find((one) => one.id === each.household); return buddyView(each, found ? { head: headOf(found)?.name ?? "", reasons: cares[i]?.reasons ?? [] } : null); }),
    away: away && away.back > now.toISOString() ? { until: away.until } : null,
  };
};

const ownCare = async ({ table, caller }: Pick<For<"consent">, "table" | "caller">) => {
  const [care, house] = await Promise.all([table.get(Care, caller.member!.household!), householdOf(table, caller.member!.household!)]);
  return care && house ? { care, house } : null;
};

export const consent = async (given: For<"consent">) => {
  const { body, caller, now, change, fail } = given;
  const own = await ownCare(given);
  if (!own) return fail("not-found");
  const { care, house } = own;
  if (!mayConsent(house, caller.person)) return fail("head-or-self");
  const by = headOf(house)?.person === caller.person ? ("head" as const) : ("person" as const);
  const facts = { consent: { given: body.given, by, at: now.toISOString(), said: caller.key, witness: null }, ...(body.given ? {} : { buddies: [] }) };
  return change({
    writes: [...(await saved(given, care, facts)), ...(body.given ? [] : await endAll(given, care))],
    emits: { name: "consented", data: { household: care.household, given: body.given, by } }, answer: await ownView(given, { ...care, ...facts }, house),
  });
};

export const checkedMine = async (given: For<"checkedMine">) => {
  const own = await ownCare(given);
  if (!own) return given.fail("not-found");
  const checkedAt = given.now.toISOString();
  return given.change({ writes: await saved(given, own.care, { checkedAt }), emits: { name: "checked", data: { household: own.care.household } }, answer: await ownView(given, { ...own.care, checkedAt }, own.house) });
};

export const away = async (given: For<"away">) => {
  const { table, body, caller, now, facts, change, fail } = given;
  const person = caller.person!;
  const back = body.until && endOfDay(facts.zone, body.until);
  if (back && back <= now.toISOString()) return fail("wrong-field", { field: "until", reason: "in-the-past" });
  if (back && Date.parse(back) - now.getTime() > LONGEST) return fail("wrong-field", { field: "until", reason: "too-far" });
  const households = (await buddiesOfPerson(table, person)).filter((each) => each.state === "accepted").map((each) => each.household);
  return change({
    writes: [back ? put(Away, { person, until: body.until!, back }, "over") : remove(Away, person), ...(await barenessOf(given, households, person, back === null))],
    emits: { name: "away-said", data: { person, away: back !== null } }, answer: { until: body.until },
  });
};
