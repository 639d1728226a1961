import type { Table } from "../../core/implement.ts";
import { Answer, Unplaced } from "./rows.ts";

export { warningHere } from "./here.ts";
export { Answer, Unplaced } from "./rows.ts";

/** The last words a household said, for the board. */
export const answersOf = (table: Table, warning: string, household: string) => table.list(Answer, { under: `${warning}#${household}#`, limit: 20 });

/** Answers of numbers on no roll that nobody has placed yet. @param region the region's table */
export const unplacedOpen = async (region: Table) => (await region.list(Unplaced, { limit: 100 })).items.filter((each) => each.placed === null);
