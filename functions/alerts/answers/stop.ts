import type { contract } from "../../../shared/alerts/answers/contract.ts";
import { Stopped } from "../../../shared/alerts/answers/events.ts";
import { hear, type Listener, type Write } from "../../core/implement.ts";
import { contactsOfMany, stopWrites } from "../contacts/reads.ts";

/** STOP, carried into the contact books of one village after the other: from now on only danger to life reaches this number. */
export const stopListener: Listener<typeof contract> = hear(Stopped, async (given, { data }) => {
  const villages = [...new Set(data.houses.map((each) => each.village))];
  const turn = Number(given.from ?? 0);
  const village = villages[turn];
  const at = village === undefined ? null : await given.open(village);
  if (village === undefined) return null;
  const books = at ? await contactsOfMany(at.table, data.houses.filter((each) => each.village === village).map((each) => each.household).slice(0, 90)) : [];
  const writes = (await Promise.all(books.map(async (book): Promise<Write[]> => {
    for (const { phone } of book?.entries ?? []) if ((await given.hash(phone)) === data.number) return stopWrites(book!, phone, true);
    return [];
  }))).flat();
  return given.change({ writes, into: village, ...(turn + 1 < villages.length ? { next: String(turn + 1) } : {}) });
});
