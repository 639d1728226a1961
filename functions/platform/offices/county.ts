import type { contract } from "../../../shared/platform/offices/contract.ts";
import { County, Person, put, type AnswerOf, type Change, type Refusal, type RouteGiven, type Stored } from "../../core/implement.ts";
import { officerWrites } from "../sign-in/reads.ts";
import { newHolder } from "./give.ts";
import { holdsWrite } from "./reads.ts";
import { given as withHolder, taken, type Held, type PostAt } from "./rules.ts";
import { codesOf, namesOf, postsView } from "./view.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;

/** Who holds the county's and its townships' posts. */
export const county = async ({ region, countyRow, facts, fail }: GivenFor<"county">): Promise<AnswerOf<Routes["county"]> | Refusal> => {
  if (!countyRow) return fail("not-found");
  const townships = Object.entries(countyRow.townships);
  const names = await namesOf(region, [countyRow.offices, ...townships.map(([, each]) => each.offices)].flatMap((held) => Object.values(held).flat()));
  const view = (at: "county" | "township", held: Held) => postsView(facts.profile, at, held, names, new Map());
  return { offices: view("county", countyRow.offices), townships: townships.map(([id, each]) => ({ id, names: each.names, offices: view("township", each.offices) })) };
};

const postAt = (row: Stored<County>, office: string, township: string | undefined): PostAt =>
  township ? { at: "township", id: township, office } : { at: "county", id: row.id, office };

/** The county row after a change of posts, its own or one township's. A township keeps no list of those who left. */
const changed = (row: Stored<County>, township: string | undefined, by: (offices: Held, ended: Held) => { offices: Record<string, string[]>; ended: Record<string, string[]> }) => {
  if (!township) return put(County, { ...row, ...by(row.offices, row.ended) }, { version: row.version });
  const before = row.townships[township]!;
  return put(County, { ...row, townships: { ...row.townships, [township]: { ...before, offices: by(before.offices, {}).offices } } }, { version: row.version });
};

/** Gives a post of the county or one of its townships; the first ones are the operator's to give. */
export const giveCounty = async (given: GivenFor<"giveCounty">): Promise<Change | Refusal> => {
  const { region, countyRow, facts, params, body, change, fail, newId, hash } = given;
  const codes = codesOf(facts.profile, body.township ? "township" : "county");
  if (!countyRow || !codes.includes(params.office)) return fail("not-found");
  if (body.township && !countyRow.townships[body.township]) return fail("wrong-field", { field: "township", reason: "not-a-list-member" });
  const holder = "person" in body ? { id: body.person, name: "", phone: null, isNew: false } : await newHolder(given, body, newId);
  if ("reason" in holder) return fail("wrong-field", { field: "phone", reason: holder.reason });
  if ("person" in body && !(await region.get(Person, body.person))) return fail("wrong-field", { field: "person", reason: "not-a-list-member" });
  const held = body.township ? countyRow.townships[body.township]!.offices : countyRow.offices;
  if (held[params.office]?.includes(holder.id)) return fail("already-holds");
  return change({
    writes: [
      changed(countyRow, body.township, (offices, ended) => withHolder(offices, ended, params.office, holder.id)),
      ...(await holdsWrite(region, holder.id, postAt(countyRow, params.office, body.township), "gets")),
      ...(holder.phone ? await officerWrites(region, await hash(holder.phone), { id: holder.id, name: holder.name, village: null }) : []),
    ],
    emits: { name: "given", data: { office: params.office, person: holder.id } }, answer: { person: holder.id },
  });
};

/** Takes a post of the county or a township back. */
export const endCounty = async ({ region, countyRow, params, body, change, fail }: GivenFor<"endCounty">): Promise<Change | Refusal> => {
  const held = body.township ? countyRow?.townships[body.township]?.offices : countyRow?.offices;
  if (!countyRow || !held?.[params.office]?.includes(body.person)) return fail("not-a-holder");
  return change({
    writes: [
      changed(countyRow, body.township, (offices, ended) => taken(offices, ended, params.office, body.person)),
      ...(await holdsWrite(region, body.person, postAt(countyRow, params.office, body.township), "loses")),
    ],
    emits: { name: "ended", data: { office: params.office, person: body.person } }, answer: { done: true },
  });
};
