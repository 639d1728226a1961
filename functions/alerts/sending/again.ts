import type { contract } from "../../../shared/alerts/sending/contract.ts";
import { add, onceMore, put, skipped, type Change, type HeardGiven, type Stored } from "../../core/implement.ts";
import { ask } from "./gate.ts";
import { tasksFor } from "./plan.ts";
import { Send, Tally, tallyId } from "./rows.ts";
import { after, lookAgain, STUCK_AFTER } from "./rules.ts";

/**
 * A row whose time to be looked at has come: stuck in the queue, held by a sender that died, refused by a busy carrier, or without a receipt.
 * Nobody is lost: it goes to work again, and where it may arrive twice that is counted.
 */
export const lookAt = async (given: HeardGiven<typeof contract>, stored: Stored<Send>): Promise<Change | null> => {
  const { version, ...row } = stored;
  if (row.state !== "queued" && row.state !== "claimed" && row.state !== "unsure") return null;
  const { verdict, warning } = await ask(given.county, row.warning, row.step, given.now);
  const tally = tallyId(row.warning, given.village.id);
  if (verdict === "expired" || verdict === "over") {
    const to = skipped(row, verdict);
    return given.change({ writes: [put(Send, to, { version }), ...(to.state === "expired" ? [add(Tally, tally, { expired: 1 })] : [])] });
  }
  const again = lookAgain(warning?.issuedAt ?? null, given.now);
  const lost = row.state !== "queued";
  const to = lost ? onceMore(row, given.now, after(given.now, STUCK_AFTER)) : { ...row, why: row.why === "busy" ? null : row.why, again };
  return given.change({
    writes: [put(Send, to, { version }), ...(lost ? [add(Tally, tally, { extra: 1 })] : [])],
    tasks: verdict === "paused" ? [] : tasksFor([to]),
  });
};
