import type { Step } from "../../../shared/alerts/sending/contract.ts";
import type { AreaTable, Stored } from "../../core/implement.ts";
import { Warning } from "../warnings/reads.ts";
import { verdictOf, type Verdict } from "./rules.ts";

/** A pause holds within five seconds: what is known of a warning is at most this old. */
const FRESH = 2000;
const MOST = 50;
interface Known { readonly row: Promise<Stored<Warning> | null>; readonly at: number }
const known = new Map<string, Known>();

/** The county's warning, read again when what we know is two seconds old. */
export const warningNow = (county: AreaTable, id: string, now: Date): Promise<Stored<Warning> | null> => {
  const before = known.get(id);
  if (before && Math.abs(now.getTime() - before.at) < FRESH) return before.row;
  if (known.size >= MOST) known.clear();
  const row = county.get(Warning, id);
  row.catch(() => known.delete(id));
  known.set(id, { row, at: now.getTime() });
  return row;
};

/** Whether the next message may leave. */
export const ask = async (county: AreaTable, id: string, step: Step, now: Date): Promise<Verdict> => verdictOf(await warningNow(county, id, now), step, now);
