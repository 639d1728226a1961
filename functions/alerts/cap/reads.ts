import type { CapMessage } from "../../../shared/alerts/cap/cap.ts";
import type { AreaTable } from "../../core/implement.ts";
import { CapIn } from "./rows.ts";

export { colourOf, hazardOf } from "./colour.ts";
export { instantOf } from "./time.ts";

/** An imported message, read again from its raw text, with the villages it names and its problems by code; null if unknown. */
export const capMessageOf = async (county: AreaTable, id: string): Promise<{ message: CapMessage; villages: readonly string[]; problems: string[] } | null> => {
  const stored = await county.get(CapIn, id);
  // The parser is loaded by who needs it.
  const reading = stored && (await import("./read.ts")).readCap(stored.xml);
  return reading && reading.ok ? { message: reading.message, villages: stored.villages, problems: stored.problems.map((problem) => problem.code) } : null;
};
