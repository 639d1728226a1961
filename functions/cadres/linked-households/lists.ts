import { headOf, householdOf, householdsBy, householdsOf } from "../../affairs/households/reads.ts";
import { isGrown, nearOf } from "../../alerts/vulnerable/reads.ts";
import { Member, type Stored } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Linked, LinkLoad } from "./rows.ts";
import { edits, isUncovered } from "./rules.ts";
import { housesWith, linkView } from "./view.ts";

const OPEN = ["proposed", "accepted", "asked"];
/** More than anybody is asked to look after, with those handed over in the last years. */
const MOST = 100;
const PAGES = 40;
const FEW = 10;
type Here = Pick<For<"mine">, "settings">;
const habit = ({ settings }: Here) => ({ least: settings.least, most: settings.most });

export const wall = async ({ table, query, caller, now }: For<"wall">) => {
  const page = await householdsOf(table, query.cursor);
  const lines = await housesWith(table, page.items, now);
  return {
    next: page.next,
    items: lines.map(({ no, group, link, household }) => ({ no, group, name: link?.name ?? null, mine: household === caller.member?.household })),
  };
};

export const mine = async (given: For<"mine">) => {
  const { table, caller, now } = given;
  const own = caller.member?.household ? await householdOf(table, caller.member.household) : null;
  const [lines, links] = await Promise.all([own ? housesWith(table, [own], now) : [], table.byPerson(Linked, caller.person!, { limit: MOST })]);
  const open = links.items.filter((link) => OPEN.includes(link.state));
  const houses = new Map((await householdsBy(table, open.map((link) => link.household))).map((house) => [house.id, house]));
  const line = lines[0];
  return {
    ...habit(given), editor: edits(caller), own: line?.link ? { link: line.link, near: line.near } : null,
    after: open.map((link) => { const house = houses.get(link.household); return linkView(link, house ? headOf(house)?.name ?? null : null); }),
  };
};

export const board = async (given: For<"board">) => {
  const { table, query, now } = given;
  const page = await householdsOf(table, query.cursor);
  const lines = await housesWith(table, page.items.filter((house) => house.people.length > 0), now);
  return { ...habit(given), items: query.show === "all" ? lines : lines.filter(isUncovered), next: page.next };
};

export const forHouse = async (given: For<"forHouse">) => {
  const house = await householdOf(given.table, given.params.household);
  return house ? { ...habit(given), ...(await housesWith(given.table, [house], given.now))[0]! } : given.fail("not-found");
};

/** Whole names only of those whose name was typed: no way to read the roll. */
export const people = async ({ table, query, now }: For<"people">) => {
  const found: Stored<Member>[] = [];
  for (let cursor: string | undefined, page = 0; page < PAGES && found.length < FEW; page++) {
    const some = await table.list(Member, { limit: 100, ...(cursor ? { cursor } : {}) });
    found.push(...some.items.filter((each) => each.name === query.name && each.state === "verified" && isGrown(each.bornIn, now.getUTCFullYear())));
    if (!(cursor = some.next ?? undefined)) break;
  }
  const ids = found.slice(0, FEW).map((each) => each.person);
  const [loads, near] = await Promise.all([table.many(LinkLoad, ids), nearOf(table, ids, now)]);
  return { items: found.slice(0, FEW).map(({ person, name, group }, i) => ({ person, name, group, households: loads[i]?.households ?? 0, near: near.get(person)?.near === true })) };
};
