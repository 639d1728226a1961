import type { Correction } from "../../../shared/affairs/households/contract.ts";
import type { HouseholdFacts, OPEN_THINGS } from "../../../shared/affairs/households/household.ts";
import { put, stableId, type Stored, type Table, type Write } from "../../core/implement.ts";
import { rollOf } from "../../alerts/roll-call/reads.ts";
import { runningAlerts } from "../../alerts/warnings/reads.ts";
import { move, newHouse } from "./moving.ts";
import { householdAt, sameElsewhere } from "./reads.ts";
import { apply, judge, type Wrong } from "./rules.ts";
import { Fix, Household, Tie } from "./rows.ts";

type House = Stored<Household>;
type Open = (typeof OPEN_THINGS)[number];
interface Where { readonly table: Table; readonly village: { readonly id: string }; readonly now: Date }
type Refused = "already-here" | "same-person-elsewhere" | "house-taken";
/** What a change comes to: rows and the facts of its event, or why it cannot be. */
export type Weighed =
  | { readonly no: Refused } | { readonly open: readonly Open[] } | { readonly wrong: Wrong }
  | { readonly writes: readonly Write[]; readonly data: { household: string; what: "merged" | Exclude<Correction["what"], "merge">; person?: string | null; also?: string; people?: string[] } };

const OPEN_FIX = ["proposed", "overdue", "checked"];

/** What is still open for a household, besides this correction: while there is anything it neither ends nor merges. */
export const openThings = async ({ table, now }: Where, household: string, besides?: string): Promise<Open[]> => {
  const [fixes, ties, alerts] = await Promise.all([table.byPerson(Fix, household, { under: "", limit: 50 }), table.list(Tie, { under: `${household}#`, limit: 50 }), runningAlerts(table, now)]);
  const rolls = await Promise.all(alerts.map((alert) => rollOf(table, alert.id, household)));
  return [...new Set<Open>([
    ...(fixes.items.some((fix) => fix.id !== besides && OPEN_FIX.includes(fix.state)) ? ["correction" as const] : []),
    ...(rolls.some((roll) => roll?.open) ? ["warning" as const] : []), ...ties.items.map((each) => each.what),
  ])];
};

const saved = ({ version, ...value }: House | (HouseholdFacts & { version: number })): Write => put(Household, value, version === 0 ? "new" : { version });

/**
 * What a correction would do as things stand. Asked when it is proposed and again when it is accepted: nothing changes in between unseen.
 * @param self the correction's own id, which is no open thing beside itself
 */
export const weigh = async (where: Where, house: House, change: Correction, self?: string): Promise<Weighed> => {
  const { table, village, now } = where;
  const wrong = judge(house, change, now.getUTCFullYear());
  if (wrong === "already-here") return { no: wrong };
  if (wrong) return { wrong };
  if (change.what === "joined") {
    const other = await sameElsewhere(table, { name: change.name, bornIn: change.bornIn ?? null }, house.id);
    if (other === "same") return { no: "same-person-elsewhere" };
    if (other === "name" && change.bornIn === undefined) return { wrong: { field: "change.bornIn", reason: "which-of-that-name" } };
  }
  if (change.what === "house" && change.no !== house.no && (await householdAt(table, village.id, change.no))) return { no: "house-taken" };
  if (change.what !== "split" && change.what !== "within" && change.what !== "merge") {
    const joining = change.what === "joined" ? stableId(`${village.id}|${house.no}|${change.name}`) : "";
    const person = change.what === "joined" ? joining : "person" in change ? change.person : null;
    return { writes: [saved({ ...apply(house, change, joining), version: house.version })], data: { household: house.id, what: change.what, person } };
  }
  if (change.what === "merge") {
    const open = await openThings(where, house.id, self);
    if (open.length > 0) return { open };
  }
  const target = await (change.what === "split" ? freshHouse(where, house, change) : householdAt(table, village.id, change.to));
  if (target === "taken") return { no: "house-taken" };
  if (!target || target.id === house.id) return { wrong: { field: "change.to", reason: target ? "same-house" : "no-such-household" } };
  const moved = move(house, change, target, now);
  return {
    writes: [saved({ ...moved.from, version: house.version }), saved({ ...moved.to, version: target.version })],
    data: { household: target.id, what: change.what === "merge" ? "merged" : change.what, also: house.id, people: [...moved.people] },
  };
};

const freshHouse = async ({ table, village }: Where, house: House, change: Extract<Correction, { what: "split" }>): Promise<(HouseholdFacts & { version: number }) | "taken"> => {
  if (await householdAt(table, village.id, change.no)) return "taken";
  // The id a list would give that number, so that the next list finds it; unless an older household keeps it.
  const id = stableId(`${village.id}|${change.no}`);
  const before = await table.get(Household, id);
  if (!before) return { ...newHouse(id, change.no, change.group, house.order), version: 0 };
  if (before.ended !== null) return { ...before, no: change.no, group: change.group, order: house.order };
  const other = stableId(`${village.id}|${change.no}|${house.id}`);
  return (await table.get(Household, other)) ? "taken" : { ...newHouse(other, change.no, change.group, house.order), version: 0 };
};
