import type * as z from "zod";
import { contract, type DeedView } from "../../../shared/circle/good-deeds/contract.ts";
import words from "../../../shared/circle/good-deeds/words.json" with { type: "json" };
import { householdAt, householdOf } from "../../affairs/households/reads.ts";
import { holds, implement, put, remove, type Caller, type Stored, type Table, type Telling } from "../../core/implement.ts";
import { hiddenAmong } from "../moderation/reads.ts";
import { Deed, DeedOn } from "./rows.ts";
import { isAbout, isGuardian, monthOf, namedIn } from "./rules.ts";

const KEEPERS = ["office:secretary", "office:director", "office:committee"];
const where = (id: string): string => `circle/good-deeds/${id}`;
const view = ({ byName, ...deed }: Stored<Deed>, caller: Caller): z.input<typeof DeedView> => ({ ...deed, by: byName, mine: deed.by === caller.person, aboutMe: isAbout(deed, caller) });
/** What is not shown is read by who wrote it; what is held also by the family and the offices, whose word it waits for. */
const sees = (deed: Deed, caller: Caller): boolean => deed.state === "shown" || deed.by === caller.person || (deed.state === "held" && (isAbout(deed, caller) || holds(caller, ...KEEPERS)));
const readable = async (table: Table, deeds: readonly (Stored<Deed> | null)[], caller: Caller): Promise<z.input<typeof DeedView>[]> => {
  const seen = deeds.filter((deed): deed is Stored<Deed> => deed !== null && sees(deed, caller));
  const hidden = await hiddenAmong(table, "circle/good-deeds", seen.map(({ id }) => id));
  return seen.filter((deed) => deed.by === caller.person || !hidden.has(deed.id)).map((deed) => view(deed, caller));
};
const on = ({ month, id }: Deed) => ({ month, deed: id });
const tellWriter = (deed: Deed, key: string): Telling[] => [{ person: deed.by, key, where: where(deed.id) }];

export const handler = implement("circle/good-deeds", contract, words, {
  routes: {
    nominate: async ({ table, village, facts, body, caller, newId, now, fail, change }) => {
      const year = Number(monthOf(now, facts.zone).slice(0, 4));
      const house = body.house === undefined ? null : await householdAt(table, village.id, body.house);
      const { person, minor } = namedIn(house, body, year);
      if (person === caller.person || (person === null && body.name === caller.member!.name && (house === null || house.id === caller.member!.household))) return fail("own-deed", { field: "name" });
      const id = newId();
      const state = minor && !isGuardian(house, caller.person, year) ? "held" as const : "shown" as const;
      const at = now.toISOString();
      const deed: Deed = {
        id, name: body.name, person, household: house?.id ?? null, minor, words: body.words ?? "", media: body.media, by: caller.person!, byName: caller.member!.name, at, month: monthOf(now, facts.zone), reason: null,
        state, history: [{ to: state, at, by: caller.key, channel: caller.channel }],
      };
      const tells: Telling[] = state === "held" ? (house ? [{ household: house.id, key: "child", where: where(id) }] : []) : person && !minor ? [{ person, key: "thanked", where: where(id) }] : [];
      return change({
        writes: [put(Deed, deed, "new"), ...(state === "shown" ? [put(DeedOn, on(deed), "new")] : [])], tells,
        emits: { name: state === "held" ? "held" : "named", data: { deed: id } }, answer: view({ ...deed, version: 1 }, caller),
      });
    },
    list: async ({ table, query, caller }) => {
      const page = await table.list(Deed, query);
      return { items: await readable(table, page.items, caller), next: page.next };
    },
    month: async ({ table, query: { month, ...query }, caller }) => {
      const page = await table.list(DeedOn, { ...query, under: `${month}#`, oldestFirst: true });
      return { items: await readable(table, await table.many(Deed, page.items.map(({ deed }) => deed)), caller), next: page.next };
    },
    one: async ({ table, params, caller, fail }) => (await readable(table, [await table.get(Deed, params.id)], caller))[0] ?? fail("not-found"),
  },
  lifecycle: {
    kind: Deed, sees, view, clocks: {},
    moves: {
      agree: async ({ table, row, caller, facts, now, fail, moved }) => {
        const house = row.household ? await householdOf(table, row.household) : null;
        if (!holds(caller, ...KEEPERS) && !isGuardian(house, caller.person, Number(monthOf(now, facts.zone).slice(0, 4)))) return fail("not-yours");
        return moved({ writes: [put(DeedOn, on(row), "new")], emits: { name: "agreed", data: { deed: row.id } }, tells: tellWriter(row, "agreed") });
      },
      // What somebody would rather not have told is not kept either.
      decline: ({ row, caller, fail, moved }) =>
        (isAbout(row, caller) ? moved({ row: { words: "", media: [] }, writes: row.state === "shown" ? [remove(DeedOn, DeedOn.id(on(row)))] : [], emits: { name: "declined", data: { deed: row.id } }, tells: tellWriter(row, "declined") }) : fail("not-yours")),
      refuse: ({ row, body, moved }) => moved({ row: { reason: body.reason }, emits: { name: "refused", data: { deed: row.id } }, tells: tellWriter(row, "refused") }),
    },
  },
});
