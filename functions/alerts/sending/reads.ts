import type { AreaTable, Stored, Table } from "../../core/implement.ts";
import { Send, Tally, tallyId } from "./rows.ts";

export { Send, Tally, tallyId } from "./rows.ts";

/** How far each of these households has been told: its alert message, or null where none was planned (no phone). */
export const toldOf = async (table: Table, warning: string, households: readonly string[]): Promise<Map<string, Stored<Send> | null>> => {
  const rows = await table.many(Send, households.map((household) => `${warning}#${household}#sms-alert`));
  return new Map(households.map((household, i) => [household, rows[i] ?? null]));
};

/** One village's counts of messages. */
export const tallyOf = (county: AreaTable, warning: string, village: string): Promise<Stored<Tally> | null> => county.get(Tally, tallyId(warning, village));
