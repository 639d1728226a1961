import { householdsBy, type Household } from "../../affairs/households/reads.ts";
import { put, remove, type Stored, type Table, type Write } from "../../core/implement.ts";
import { contactsOfMany, phonesOf } from "../contacts/reads.ts";
import { nearOf } from "./near.ts";
import { Bare, Care } from "./rows.ts";
import { isBare, isHighRisk, reasonsOf } from "./rules.ts";

/** Numbers of an imported list are entered by another listener, in whichever order: looked at once more after this. */
const ONCE_MORE = 5 * 60_000;

type Around = { readonly table: Table; readonly now: Date };

/** The reasons as the household's record and its telephone stand now. */
const worked = (house: Household, reachable: boolean, now: Date) => {
  const reasons = reasonsOf(house, reachable, now.getUTCFullYear());
  return { household: house.id, no: house.no, group: house.group, reasons, highRisk: isHighRisk(reasons) };
};

/** Works out these households anew, up to 40: rows that change, and nothing for those that do not. */
export const reworked = async ({ table, now }: Around, households: readonly string[], again: boolean): Promise<Write[]> => {
  const houses = await householdsBy(table, households);
  const ids = houses.map((house) => house.id);
  const [cares, books, bares] = await Promise.all([table.many(Care, ids), contactsOfMany(table, ids), table.many(Bare, ids)]);
  const near = await nearOf(table, cares.flatMap((care) => care?.buddies.map(({ person }) => person) ?? []), now);
  return houses.flatMap((house, i): Write[] => {
    const before = cares[i] ?? null;
    const fresh = worked(house, phonesOf(books[i] ?? null, true).length > 0, now);
    if (!before && fresh.reasons.length === 0) return [];
    const { version = 0, ...kept } = before ?? {};
    const lookAt = again ? new Date(now.getTime() + ONCE_MORE).toISOString() : null;
    const after: Care = { consent: null, buddies: [], checkedAt: null, ...kept, ...fresh, lookAt };
    const bare = isBare(after, (person) => near.get(person)?.near === true);
    const same = before !== null && inOrder(kept) === inOrder(after);
    return [...(same ? [] : [put(Care, after, before ? { version } : "new")]), ...(bare === (bares[i] !== null) ? [] : [bareness(house.id, bare)])];
  });
};
const inOrder = (care: object): string => JSON.stringify(Care.schema.parse(care));

const bareness = (household: string, bare: boolean): Write => (bare ? put(Bare, { household }, "over") : remove(Bare, household));

/** A household's row after a change of its consent or buddies, and whether it now stands bare. */
export const saved = async ({ table, now }: Around, before: Stored<Care>, facts: Partial<Care>): Promise<Write[]> => {
  const { version, ...kept } = before;
  const after: Care = { ...kept, ...facts };
  const near = await nearOf(table, after.buddies.map(({ person }) => person), now);
  return [put(Care, after, { version }), bareness(after.household, isBare(after, (person) => near.get(person)?.near === true))];
};

/** Which households stand bare once this person is or is not near; 40 at most, more than anybody may help. */
export const barenessOf = async ({ table, now }: Around, households: readonly string[], person: string, isNear: boolean): Promise<Write[]> => {
  const cares = (await table.many(Care, households)).filter((care) => care !== null);
  const near = await nearOf(table, cares.flatMap((care) => care.buddies.map((each) => each.person)), now);
  return cares.map((care) => bareness(care.household, isBare(care, (each) => (each === person ? isNear : near.get(each)?.near === true))));
};
