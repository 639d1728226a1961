import words from "../../../shared/services/phone-book/words.json" with { type: "json" };
import { contract } from "../../../shared/services/phone-book/contract.ts";
import { implement, put, remove, type Stored } from "../../core/implement.ts";
import { Entry, Flag } from "./rows.ts";
import { figuresOf, isStale, placeOf } from "./rules.ts";

const MOST = 100;
const view = (entry: Stored<Entry>, now: Date) => ({ ...entry, stale: isStale(entry.checkedAt, now) });

export const handler = implement("services/phone-book", contract, words, {
  routes: {
    list: async ({ table, query, now }) => {
      const page = await table.list(Entry, { ...query, limit: MOST });
      return { items: page.items.sort((a, b) => placeOf(a.kind).localeCompare(placeOf(b.kind)) || a.id.localeCompare(b.id)).map((entry) => view(entry, now)), next: page.next };
    },
    add: async ({ table, body, now, newId, fail, change }) => {
      const there = (await table.list(Entry, { limit: MOST })).items;
      if (there.some((each) => figuresOf(each.number) === figuresOf(body.number))) return fail("number-there", { field: "number" });
      const entry: Entry = { id: newId(), ...body, note: body.note ?? "", checkedAt: now.toISOString(), flags: 0 };
      return change({ writes: [put(Entry, entry, "new")], emits: { name: "added", data: { entry: entry.id } }, answer: view({ ...entry, version: 1 }, now) });
    },
    change: async ({ table, params, body, ifMatch, now, fail, change }) => {
      const before = await table.get(Entry, params.id);
      if (!before) return fail("not-found");
      const entry: Entry = { id: before.id, ...body, note: body.note ?? "", checkedAt: now.toISOString(), flags: 0 };
      return change({
        writes: [put(Entry, entry, { version: ifMatch ?? before.version, ...(ifMatch === null ? {} : { fromClient: true as const }) })],
        emits: { name: "changed", data: { entry: entry.id } }, answer: view({ ...entry, version: before.version + 1 }, now),
      });
    },
    check: async ({ table, params, now, fail, change }) => {
      const before = await table.get(Entry, params.id);
      if (!before) return fail("not-found");
      const { version, ...entry } = { ...before, checkedAt: now.toISOString(), flags: 0 };
      return change({ writes: [put(Entry, entry, { version })], emits: { name: "checked", data: { entry: entry.id } }, answer: view({ ...entry, version: version + 1 }, now) });
    },
    remove: async ({ table, params, fail, change }) => {
      const before = await table.get(Entry, params.id);
      return before ? change({ writes: [remove(Entry, before.id, before.version)], emits: { name: "removed", data: { entry: before.id } }, answer: { done: true } }) : fail("not-found");
    },
    flag: async ({ table, params, body, caller, village, now, fail, change }) => {
      const before = await table.get(Entry, params.id);
      if (!before) return fail("not-found");
      const flag: Flag = { entry: before.id, checkedAt: before.checkedAt, person: caller.person!, why: body.why };
      if (await table.get(Flag, Flag.id(flag))) return fail("said-already");
      const { version, ...entry } = { ...before, flags: before.flags + 1 };
      const keepers = [...new Set(["secretary", "director", "committee"].flatMap((office) => village.offices[office] ?? []))].slice(0, 12);
      return change({
        writes: [put(Entry, entry, { version }), put(Flag, flag, "new")], emits: { name: "flagged", data: { entry: entry.id, why: body.why } }, answer: view({ ...entry, version: version + 1 }, now),
        tells: keepers.map((person) => ({ person, key: "flagged", where: "services/phone-book", how: "digest" as const, values: { name: entry.name } })),
      });
    },
  },
});
