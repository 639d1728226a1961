import type { Table } from "../../core/implement.ts";
import { Entry } from "./rows.ts";

export { Entry } from "./rows.ts";

/** What was entered from paper, with the witness's name; null when there is none. */
export const entryOf = (table: Table, warning: string, entry: string) => table.get(Entry, `${warning}#${entry}`);
