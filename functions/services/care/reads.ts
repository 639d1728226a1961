import { dayIn } from "../../../shared/contract/days.ts";
import { awayUntil } from "../../circle/away/reads.ts";
import type { Stored, Table } from "../../core/implement.ts";
import { goesOn, Sees, Well } from "./rows.ts";
import { todayOf } from "./rules.ts";

export interface CareLine { readonly person: string; readonly name: string; readonly today: ReturnType<typeof todayOf>; readonly how: string | null; readonly at: string | null }
const MOST = 8;

/** What a home says of signs of life: the reader's own, and those in whose circle they are. The reads do not grow with the village. */
export const signsFor = async (table: Table, person: string, { zone, now }: { readonly zone: string; readonly now: Date }): Promise<{ own: CareLine | null; others: CareLine[] }> => {
  const sees = (await table.list(Sees, { under: `${person}#`, limit: MOST })).items;
  const people = [person, ...sees.map((each) => each.person)];
  const wells = (await table.many(Well, people)).map(goesOn);
  // A house without any pays two reads and no more.
  const away = wells.some((well) => well !== null) ? await awayUntil(table, people, dayIn(zone, now)) : new Map<string, string>();
  const line = (well: Stored<Well>): CareLine => ({ person: well.person, name: well.name, today: todayOf(well, { zone, now, awayUntil: away.get(well.person) ?? null }), how: well.seen?.how ?? null, at: well.seen?.at ?? null });
  const [own, ...others] = wells.map((well) => well && line(well));
  return { own: own ?? null, others: others.filter((each) => each !== null) };
};

/** Those of these people who give a sign of life each day. */
export const givesSigns = async (table: Table, people: readonly string[]): Promise<string[]> => (await table.many(Well, people)).flatMap((well) => (goesOn(well) ? [well!.person] : []));
