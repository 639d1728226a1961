import { householdOf } from "../../affairs/households/reads.ts";
import type { For } from "./given.ts";
import { insideOf } from "./insiders.ts";
import { goesOn, Sees, Well } from "./rows.ts";
import { careView, hereFor } from "./view.ts";

/** My own sign of life, and everybody of my house with theirs: for the family sets it up. */
export const mine = async (given: For<"mine">) => {
  const { table, caller } = given;
  const me = caller.person!;
  const house = caller.member!.household ? await householdOf(table, caller.member!.household) : null;
  const family = (house?.people ?? []).filter(({ person }) => person !== me);
  const people = [me, ...family.map(({ person }) => person)].slice(0, 100);
  const [wells, here] = await Promise.all([table.many(Well, people), hereFor(given, people)]);
  const view = (at: number, as: "self" | "family") => { const found = goesOn(wells[at] ?? null); return found ? careView(found, as, me, here(found.person)) : null; };
  return { own: view(0, "self"), family: family.map(({ person, name }, i) => ({ person, name, care: view(i + 1, "family") })) };
};

/** Those in whose circle I am. */
export const watching = async (given: For<"watching">) => {
  const { table, caller, query } = given;
  const page = await table.list(Sees, { ...query, under: `${caller.person!}#` });
  const people = page.items.map(({ person }) => person);
  const [wells, here] = await Promise.all([table.many(Well, people), hereFor(given, people)]);
  return { items: wells.map(goesOn).flatMap((well) => (well ? [careView(well, "circle" as const, caller.person!, here(well.person))] : [])), next: page.next };
};

export const one = async (given: For<"one">) => {
  const { table, caller, params, fail } = given;
  const found = await insideOf(table, caller, params.person);
  return found?.well ? careView(found.well, found.as, caller.person!, (await hereFor(given, [params.person]))(params.person)) : fail("not-found");
};
