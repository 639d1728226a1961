import type { contract } from "../../../shared/alerts/sending/contract.ts";
import { put, type Stored, type Write, type WorkGiven } from "../../core/implement.ts";
import { Send } from "./rows.ts";
import { claimed, merged } from "./states.ts";

type Work = WorkGiven<typeof contract>;
interface Held { readonly row: Send; readonly version: number }

const TRIES = 6;
const plain = ({ version: _version, ...row }: Stored<Send>): Send => row;

/**
 * A sender's book. Writing down what became of one message and claiming the next are one transaction, so that a process never holds more than
 * one row of unknown fate, and a message costs one write.
 */
export const openLedger = (given: Work) => {
  let open: Held | null = null;

  const commit = async (writes: readonly Write[]): Promise<boolean> => {
    try { return await given.commit({ writes }); } catch { return false; }
  };
  const saved = ({ row, version }: Held): Write => put(Send, row, { version });

  /** Writes down what stands open, again and again if it must: only the bookkeeping is repeated, never the message. @throws Error after six tries */
  const record = async (beside: readonly Write[] = []): Promise<void> => {
    if (!open) return;
    if (await commit([saved(open), ...beside])) { open = null; return; }
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const fresh: Stored<Send> | null = await given.table.get(Send, Send.id(open.row)).catch(() => null);
      if (fresh) {
        const row = merged(plain(fresh), open.row);
        if (JSON.stringify(row) === JSON.stringify(plain(fresh)) || await commit([saved({ row, version: fresh.version })])) { open = null; break; }
      }
      await given.wait(Math.min(2000, 25 * 2 ** attempt));
    }
    if (open) throw new Error("what became of a message could not be written down");
    if (beside.length > 0 && !(await commit(beside)) && !(await commit(beside))) throw new Error("the counts could not be written down");
  };

  return {
    record,
    /** Claims a row for this sender, in one transaction with what stands open; null when another has it or it changed. */
    claim: async (row: Stored<Send>): Promise<Held | null> => {
      const mine: Held = { row: claimed(plain(row), given.clock()), version: row.version };
      const claim = put(Send, mine.row, { version: row.version });
      if (open) {
        if (await commit([saved(open), claim])) { open = null; return { ...mine, version: row.version + 1 }; }
        await record();
        return takenAlone(claim, mine);
      }
      return takenAlone(claim, mine);
    },
    /** Keeps what became of a claimed message until it is written down with the next claim. */
    keep: (held: Held): void => { open = held; },
    isOpen: (): boolean => open !== null,
    /** A row that is not to be sent. */
    skip: async (row: Stored<Send>, to: Send): Promise<boolean> => commit([put(Send, to, { version: row.version })]),
  };

  async function takenAlone(claim: Write, mine: Held): Promise<Held | null> {
    return (await commit([claim])) ? { row: mine.row, version: mine.version + 1 } : null;
  }
};
export type Ledger = ReturnType<typeof openLedger>;
