import type { Caller, Table } from "../../core/implement.ts";
import { add, put } from "../../core/implement.ts";
import { householdOf, householdsBy, householdsOf, type Household } from "../households/reads.ts";
import type { For } from "./given.ts";
import { Know, KnownCount, Notice } from "./rows.ts";
import { isFor, maySpeakFor } from "./rules.ts";

interface House { readonly household: string; readonly group: string }
type Given = Pick<For<"know">, "table" | "caller" | "now" | "change" | "fail">;

const sayKnown = async ({ table, caller, now, change, fail }: Given, id: string, house: House, byOffice: boolean, heard = false) => {
  const notice = await table.get(Notice, id);
  if (!notice || notice.publishedAt === null || !isFor(notice.audience, house)) return fail("not-found");
  if (notice.kind !== "must-read") return fail("nobody-asks");
  const before = await table.get(Know, `${id}#${house.household}`);
  if (before) return { known: true as const, at: before.at };
  if (notice.state !== "published") return fail("not-allowed-now", { state: notice.state, steps: [] });
  const at = now.toISOString();
  return change({
    writes: [put(Know, { notice: id, household: house.household, at, by: caller.key, byOffice, heard }, "new"), add(KnownCount, id, { known: 1 })],
    emits: { name: "known", data: { notice: id, household: house.household } }, answer: { known: true as const, at },
  });
};

export const know = (given: For<"know">) =>
  sayKnown(given, given.params.id, { household: given.caller.member!.household!, group: given.caller.member!.group }, false, given.body.heard);

const speaksFor = (caller: Caller, group: string): boolean => maySpeakFor(caller.holds, caller.member?.group, group);
export const knowFor = async (given: For<"knowFor">) => {
  const house = await householdOf(given.table, given.params.household);
  if (!house || !speaksFor(given.caller, house.group)) return given.fail("not-found");
  return sayKnown(given, given.params.id, { household: house.id, group: house.group }, true);
};

/** How many houses a notice is for; those of groups are counted when it is published. */
const addressed = (notice: Notice, households: number, counted: number): number =>
  notice.audience.to === "village" ? households : notice.audience.to === "households" ? new Set(notice.audience.households).size : counted;

const housesFor = async (table: Table, notice: Notice, cursor: string | undefined): Promise<{ items: readonly Household[]; next: string | null }> => {
  if (notice.audience.to === "households") return { items: await householdsBy(table, notice.audience.households), next: null };
  const page = await householdsOf(table, cursor);
  return { items: page.items.filter((house) => isFor(notice.audience, { household: house.id, group: house.group })), next: page.next };
};

export const whoKnows = async ({ table, village, caller, params, query, fail }: For<"whoKnows">) => {
  const notice = await table.get(Notice, params.id);
  if (!notice || notice.publishedAt === null || notice.kind !== "must-read") return fail("not-found");
  const [count, page] = await Promise.all([table.get(KnownCount, notice.id), housesFor(table, notice, query.cursor)]);
  const own = page.items.filter((house) => speaksFor(caller, house.group));
  const knows = await table.many(Know, own.map((house) => `${notice.id}#${house.id}`));
  return {
    known: count?.known ?? 0, of: addressed(notice, village.households, count?.of ?? 0),
    items: own.map((house, i) => ({ household: house.id, no: house.no, group: house.group, at: knows[i]?.at ?? null, byOffice: knows[i]?.byOffice ?? false, heard: knows[i]?.heard ?? false })), next: page.next,
  };
};
