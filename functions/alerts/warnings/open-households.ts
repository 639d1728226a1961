import type { Table } from "../../core/implement.ts";
import { wholeRoll } from "../roll-call/reads.ts";

export interface OpenHousehold { readonly village: string; readonly household: string; readonly label: string; readonly help: boolean; readonly accountable: boolean }

const byNumber = (a: { readonly no: string }, b: { readonly no: string }): number => a.no.localeCompare(b.no, "en", { numeric: true });

/**
 * Households of a warning that are still open, by a consistent read of every village's roll: the one judge of whether it may end.
 * In the order of the houses, as one walks. `help` are calls for help not yet safe, open or not.
 */
export const openHouseholds = async (villages: readonly string[], inVillage: (id: string) => Table, warning: string): Promise<OpenHousehold[]> => {
  const open: OpenHousehold[] = [];
  for (const village of villages) {
    for (const roll of (await wholeRoll(inVillage(village), warning)).sort(byNumber)) {
      const help = roll.state === "needs-help" || roll.state === "helper-coming";
      if (roll.open || help) open.push({ village, household: roll.household, label: `${roll.no} ${roll.head}`.trim(), help, accountable: roll.open });
    }
  }
  return open;
};

const NAMED = 20;
/** What a refusal says: how many, and their names. */
export const refusalDetail = (open: readonly OpenHousehold[]) => ({
  open: open.length, names: open.slice(0, NAMED).map((each) => each.label).join("、"), households: open.slice(0, 100).map(({ village, household, label }) => ({ village, household, label })),
});
