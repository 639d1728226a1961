import type { Stored, Table } from "../../core/implement.ts";
import { Report } from "./rows.ts";

export type { Report } from "./rows.ts";
/** What somebody at a door reported. */
export const doorReport = (table: Table, id: string): Promise<Stored<Report> | null> => table.get(Report, id);
