import type { Step } from "../../../shared/alerts/sending/contract.ts";
import type { AreaTable, Stored } from "../../core/implement.ts";
import { Warning } from "../warnings/reads.ts";
import { verdictOf, type Verdict } from "./rules.ts";

/** A pause holds within five seconds: what is known of a warning is at most this old. */
const FRESH = 2000;
const MOST = 50;
interface Known { readonly row: Promise<Stored<Warning> | null>; readonly at: number }
const known = new Map<string, Known>();

const read = (county: AreaTable, id: string, now: Date): Known => {
  if (known.size >= MOST) known.clear();
  const found: Known = { row: county.get(Warning, id), at: now.getTime() };
  found.row.catch(() => known.delete(id));
  known.set(id, found);
  return found;
};

/** Whether the next message may leave, and the warning it belongs to. "No" is never said from memory: a warning just resumed, or just over, is read again. */
export const ask = async (county: AreaTable, id: string, step: Step, now: Date): Promise<{ verdict: Verdict; warning: Stored<Warning> | null }> => {
  const before = known.get(id);
  const fresh = before && Math.abs(now.getTime() - before.at) < FRESH ? null : read(county, id, now);
  const warning = await (fresh ?? before!).row;
  const verdict = verdictOf(warning, step, now);
  if (verdict === "go" || fresh) return { verdict, warning };
  const again = await read(county, id, now).row;
  return { verdict: verdictOf(again, step, now), warning: again };
};
