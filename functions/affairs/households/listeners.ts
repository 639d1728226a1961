import type * as z from "zod";
import type { contract } from "../../../shared/affairs/households/contract.ts";
import type { HouseholdFacts } from "../../../shared/affairs/households/household.ts";
import type { Left, PaperAdded, Verified } from "../../../shared/circle/members/events.ts";
import { Member, put, type Change, type Stored } from "../../core/implement.ts";
import type { Heard, HeardGiven, Write } from "../../core/implement.ts";
import { householdOf } from "./reads.ts";
import { lead, welcome } from "./rules.ts";
import { Household } from "./rows.ts";

type Given = HeardGiven<typeof contract>;
const saved = (house: Stored<Household>, to: HouseholdFacts): Write => {
  const { version: _, ...value } = to as Stored<Household>;
  return put(Household, value, { version: house.version });
};

/** Somebody new stands on the members' roll: their household has them too, in the place of the paper member they turned out to be. */
export const settle = async ({ table, change }: Given, { data }: Heard<z.infer<typeof PaperAdded.data> | z.infer<typeof Verified.data>>): Promise<Change | null> => {
  if (data.household === null) return null;
  const [house, member] = [await householdOf(table, data.household), await table.get(Member, data.person)];
  if (!house || !member || house.people.some((each) => each.person === data.person)) return null;
  const { person, name, bornIn, sleepsHere, vulnerable } = member;
  const instead = "instead" in data ? data.instead : null;
  const after = welcome(house, { person, name, bornIn, sleepsHere, vulnerable, head: house.people.length === 0, roll: "~" }, instead ?? undefined);
  return change({ writes: [saved(house, after)], emits: { name: "changed", data: instead ? { household: house.id, what: "replaced", person: data.person, instead } : { household: house.id, what: "joined", person: data.person } } });
};

/** A membership ended, or its holder moved away: the household counts them no more, and has a head. */
export const leave = async ({ table, change }: Given, { data }: Heard<z.infer<typeof Left.data>>): Promise<Change | null> => {
  const house = data.household ? await householdOf(table, data.household) : null;
  if (!house?.people.some((each) => each.person === data.person)) return null;
  const rest = { ...house, people: house.people.filter((each) => each.person !== data.person), gone: [...new Set([...house.gone, data.person])] };
  const head = data.head && rest.people.some((each) => each.person === data.head) ? data.head : null;
  return change({ writes: [saved(house, head ? lead(rest, head) : rest)], emits: { name: "changed", data: { household: house.id, what: data.how === "died" ? "died" : "moved", person: data.person } } });
};
