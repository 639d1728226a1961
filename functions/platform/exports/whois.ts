import type { contract } from "../../../shared/platform/exports/contract.ts";
import { Contact, peopleBehind } from "../../alerts/contacts/reads.ts";
import { Household } from "../../affairs/households/reads.ts";
import { Member, Person, type Erasing, type Kind, type Stored, type Table, type WorkGiven } from "../../core/implement.ts";

const every = async <T>(table: Table, kind: Kind<T>, seen: (row: Stored<T>) => void): Promise<void> => {
  for (let cursor: string | undefined, more = true; more;) {
    const page = await table.list(kind, { limit: 100, oldestFirst: true, ...(cursor ? { cursor } : {}) });
    page.items.forEach(seen);
    cursor = page.next ?? undefined;
    more = page.next !== null;
  }
};

/**
 * Everything by which a person's rows are found, and the villages they stand in: from their own row, the rolls, and the contact books, whose
 * numbers lead to other villages.
 */
export const whoIs = async (given: WorkGiven<typeof contract>, person: string, village: string | null): Promise<{ who: Erasing; villages: string[] }> => {
  const row = await given.region.get(Person, person);
  const found = { names: new Set<string>(row?.name ? [row.name] : []), phones: new Set<string>(), households: new Set<string>() };
  const villages: string[] = [];
  const open = [...new Set([village, row?.village ?? null].filter((each) => each !== null))];
  const hashes = new Map<string, string>();
  while (open.length > 0) {
    const id = open.pop()!;
    if (villages.includes(id)) continue;
    villages.push(id);
    const table = given.inVillage(id);
    const member = await table.get(Member, person);
    if (member) { found.names.add(member.name); if (member.household) found.households.add(member.household); }
    await every(table, Household, (house) => { for (const each of house.people) if (each.person === person) { found.names.add(each.name); found.households.add(house.id); } });
    await every(table, Contact, (book) => { for (const each of book.entries) if (each.person === person) { found.phones.add(each.phone); found.households.add(book.household); } });
    for (const phone of found.phones) {
      if (hashes.has(phone)) continue;
      const hash = await given.hash(phone);
      hashes.set(phone, hash);
      open.push(...(await peopleBehind(given.region, hash)).filter((each) => each.person === person).map((each) => each.village));
    }
  }
  found.names.delete("");
  const devices = Object.keys(row?.devices ?? {});
  return { villages, who: { person, names: [...found.names], phones: [...found.phones], hashes: [...hashes.values()], devices, households: [...found.households] } };
};
