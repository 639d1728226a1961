import { holds, type Caller } from "../../core/implement.ts";
import { hiddenAmong } from "../../circle/moderation/reads.ts";
import type { For } from "./given.ts";
import { Entry } from "./rows.ts";
import { wasPublished } from "./rules.ts";
import { groupTextOf, ownView, publicView } from "./view.ts";

/** Whoever it is: what was published; a draft its writer alone. */
export const sees = (entry: Entry, caller: Caller): boolean => wasPublished(entry) || entry.person === caller.person;

const SHELVES: Readonly<Record<string, readonly string[]>> = { now: ["published", "corrected"], archived: ["archived"] };
export const list = async ({ table, query: { show, ...page } }: For<"list">) => {
  const found = await table.list(Entry, page);
  const hidden = await hiddenAmong(table, "cadres/diary", found.items.map(({ id }) => id));
  return { items: found.items.filter(({ id, state }) => SHELVES[show]!.includes(state) && !hidden.has(id)).map((entry) => publicView(entry)), next: found.next };
};
export const mine = async ({ table, caller, query }: For<"mine">) => {
  const page = await table.byPerson(Entry, caller.person!, query);
  return { items: page.items.filter(({ state }) => state !== "dropped").map((entry) => ownView(entry, caller)), next: page.next };
};

const published = async ({ table, params }: Pick<For<"one">, "table" | "params">) => {
  const entry = await table.get(Entry, params.id);
  return entry && wasPublished(entry) && !(await hiddenAmong(table, "cadres/diary", [entry.id])).has(entry.id) ? entry : null;
};
export const one = async (given: For<"one">) => {
  const entry = await published(given);
  return entry ? publicView(entry) : given.fail("not-found");
};
export const own = async ({ table, params, caller, fail }: For<"own">) => {
  const entry = await table.get(Entry, params.id);
  const may = entry && (sees(entry, caller) || (wasPublished(entry) && holds(caller, "office:supervisor", "township:supervisor")));
  return may ? ownView(entry, caller) : fail("not-found");
};
export const groupText = async (given: For<"groupText">) => {
  const { village, origin, words, language, facts, fail } = given;
  const entry = await published(given);
  if (!entry || entry.state === "removed") return fail("not-found");
  return groupTextOf(entry, village.names[language] ?? village.names["zh"] ?? village.id, `${origin}/v/${village.id}/cadres/diary/${entry.id}`, words, language, facts.profile);
};
