import * as generated from "../routing.ts";
import { allKinds } from "./kinds.ts";
import type { Said } from "./rows.ts";
import type { Table } from "./table.ts";

export type { Said } from "./rows.ts";

/**
 * The words that stand under an id of a feature, whichever it is: what its kinds of rows declare with `said`. Null where nothing is, or
 * nothing that others read.
 */
export const saidIn = async (table: Table, feature: string, thing: string, part: string | null): Promise<Said | null> => {
  for (const kind of allKinds().values()) {
    if (!kind.said || kind.at !== "village" || generated.owners[kind.prefix] !== feature) continue;
    const row = await table.get(kind, thing);
    const said = row && kind.said(row, part);
    if (said) return said;
  }
  return null;
};
