import { scopes } from "../../../shared/scopes.ts";
import { householdOf } from "../../affairs/households/reads.ts";
import { put, stableId, type Table } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { endOfDay, viewOf, wrongScope } from "./rules.ts";
import { Consent, ConsentBy } from "./rows.ts";

/** The person of that name at that house. Houses stand under an id made of their number, whether a list or a person brought them. */
const personAt = async (table: Table, village: string, no: string, name: string) => {
  const house = await householdOf(table, stableId(`${village}|${no}`));
  const person = house?.people.find((each) => each.name === name);
  return house && person ? { elder: person.person, household: house.id, group: house.group } : { elder: null, household: null, group: "" };
};

/** "May I act for you?" Kept, and answered alike, also where nobody of that name lives there: an officer sees that, the one who asks does not. */
export const ask = async ({ table, village, caller, body, facts, settings, now, newId, begin, change, fail }: For<"ask">) => {
  if (!caller.person) return fail("sign-in-needed");
  const wrong = wrongScope(body.scopes, scopes);
  if (wrong !== null) return fail("wrong-field", { field: "scopes", reason: "not-a-scope" });
  const until = endOfDay(body.until, facts.zone);
  if (until <= now) return fail("wrong-field", { field: "until", reason: "in-the-past" });
  if (until.getTime() > now.getTime() + settings.longest + 86_400_000) return fail("wrong-field", { field: "until", reason: "too-far" });
  const found = await personAt(table, village.id, body.house, body.elder);
  const elder = found.elder === caller.person ? { elder: null, household: null, group: "" } : found;
  const row = {
    id: newId(), ...elder, elderName: body.elder, house: body.house, proxy: caller.person, proxyName: body.name, relation: body.relation, scopes: [...new Set(body.scopes)],
    until: until.toISOString(), way: body.way, at: now.toISOString(), code: null, proof: null, neighbours: [], told: null, reason: null,
  };
  return change({
    writes: [begin(Consent, row), put(ConsentBy, { proxy: caller.person, consent: row.id }, "new")],
    emits: { name: "asked", data: { consent: row.id, proxy: row.proxy, elder: row.elder } },
    // Where the code goes by SMS, that is how they hear of it.
    ...(row.elder !== null && row.way !== "sms" ? { tells: [{ person: row.elder, key: "asked", where: `services/proxies/${row.id}` }] } : {}), answer: viewOf({ ...row, state: "asked" }, caller),
  });
};
