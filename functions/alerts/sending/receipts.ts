import type { contract } from "../../../shared/alerts/sending/contract.ts";
import { add, afterReceipt, put, type Change, type Heard, type HeardGiven, type ReceiptFacts, type Table, type Write } from "../../core/implement.ts";
import { contactsOf, deadWrites, successWrites } from "../contacts/reads.ts";
import { tasksFor } from "./plan.ts";
import { Send, Tally, tallyId } from "./rows.ts";

const DAY = 86_400_000;

/** What a receipt says about the number itself. A book that is known to work is not written again the same day. */
const bookWrites = async (table: Table, row: Send, receipt: ReceiptFacts, now: Date): Promise<Write[]> => {
  if (receipt.status !== "delivered" && receipt.status !== "invalid") return [];
  const phone = row.phones[row.attempts.find((each) => each.message === receipt.id)?.phone ?? row.next];
  const book = phone ? await contactsOf(table, row.household) : null;
  const line = book?.entries.find((each) => each.phone === phone);
  if (!book || !line || !phone) return [];
  if (receipt.status === "invalid") return line.dead ? [] : deadWrites(book, phone);
  return !line.dead && line.lastSuccess !== null && now.getTime() - Date.parse(line.lastSuccess) < DAY ? [] : successWrites(book, phone, now);
};

/**
 * What became of a message, as its carrier says. A receipt for a message nobody knows changes nothing.
 * @throws Error when our own record of that message is still on its way: the receipt comes again
 */
export const heed = async (given: HeardGiven<typeof contract>, event: Heard<ReceiptFacts & { context?: string | undefined }>): Promise<Change | null> => {
  const [village, id] = (event.data.context ?? "").split("|");
  const opened = village && id ? await given.open(village) : null;
  const stored = opened && id ? await opened.table.get(Send, id) : null;
  if (!opened || !stored || !village) return null;
  const { version, ...row } = stored;
  const to = afterReceipt(row, event.data, given.now);
  if (to === "later") throw new Error("the receipt came before the record of its message");
  if (!to) return null;
  const counts = { ...(to.state === "delivered" && to.step === "alert" ? { told: 1 } : {}), ...(to.state === "failed" ? { failed: 1 } : {}), ...(to.state === "expired" ? { expired: 1 } : {}) };
  return given.change({
    into: village, tasks: tasksFor([to]),
    writes: [put(Send, to, { version }), ...(Object.keys(counts).length > 0 ? [add(Tally, tallyId(row.warning, village), counts)] : []), ...(await bookWrites(opened.table, row, event.data, given.now))],
  });
};
