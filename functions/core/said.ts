import * as generated from "../routing.ts";
import type { Said } from "./rows.ts";
import type { Table } from "./table.ts";

export type { Said } from "./rows.ts";

/**
 * The words that stand under an id of a feature, whichever it is: what its kinds of rows declare with `said`. Null where nothing is, or
 * nothing that others read.
 */
export const saidIn = async (table: Table, feature: string, thing: string, part: string | null): Promise<Said | null> => {
  // Every kind of row there is: read when words are judged, not by whoever asks for the public log.
  const { allKinds } = await import("./kinds.ts");
  for (const kind of allKinds().values()) {
    if (!kind.said || kind.at !== "village" || generated.owners[kind.prefix] !== feature) continue;
    const row = await table.get(kind, thing);
    const said = row && kind.said(row, part);
    if (said) return said;
  }
  return null;
};
