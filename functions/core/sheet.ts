import * as generated from "../routing.ts";
import type { Sheet } from "./rows.ts";
import type { Table } from "./table.ts";

/** What of a feature's thing hangs on the wall, whichever feature it is: what its kinds of rows declare with `sheet`. Null where nothing is. */
export const sheetIn = async (table: Table, feature: string, thing: string): Promise<Sheet | null> => {
  // Every kind of row there is: read when a sheet is printed or checked, not by whoever opens the pocket card.
  const { allKinds } = await import("./kinds.ts");
  for (const kind of allKinds().values()) {
    if (!kind.sheet || kind.at !== "village" || generated.owners[kind.prefix] !== feature) continue;
    const row = await table.get(kind, thing);
    const sheet = row && kind.sheet(row);
    if (sheet) return sheet;
  }
  return null;
};
