import { claimed, merged, type Delivering } from "./delivery.ts";
import { put, type Kind, type Stored, type Write } from "./rows.ts";
import type { Table } from "./table.ts";

/** What a book needs of a piece of work. */
export interface Bookkeeping {
  readonly table: Table;
  readonly commit: (parts: { writes: readonly Write[] }) => Promise<boolean>;
  readonly clock: () => Date;
  readonly wait: (ms: number) => Promise<void>;
}
export interface Held<D> { readonly row: D; readonly version: number }

const TRIES = 6;
const plain = <D>({ version: _version, ...row }: Stored<D>): D => row as unknown as D;

/**
 * A sender's book. Writing down what became of one message and claiming the next are one transaction, so that a process never holds more than
 * one row of unknown fate, and a message costs one write.
 */
export const openLedger = <D extends Delivering>(given: Bookkeeping, kind: Kind<D>) => {
  let open: Held<D> | null = null;

  const commit = async (writes: readonly Write[]): Promise<boolean> => {
    try { return await given.commit({ writes }); } catch { return false; }
  };
  const saved = ({ row, version }: Held<D>): Write => put(kind, row, { version });

  /** Writes down what stands open, again and again if it must: only the bookkeeping is repeated, never the message. @throws Error after six tries */
  const record = async (beside: readonly Write[] = []): Promise<void> => {
    if (!open) return;
    if (await commit([saved(open), ...beside])) { open = null; return; }
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const fresh: Stored<D> | null = await given.table.get(kind, kind.id(open.row)).catch(() => null);
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
    claim: async (row: Stored<D>): Promise<Held<D> | null> => {
      const mine: Held<D> = { row: claimed(plain(row), given.clock()), version: row.version };
      const claim = put(kind, mine.row, { version: row.version });
      if (open) {
        if (await commit([saved(open), claim])) { open = null; return { ...mine, version: row.version + 1 }; }
        await record();
        return takenAlone(claim, mine);
      }
      return takenAlone(claim, mine);
    },
    /** Keeps what became of a claimed message until it is written down with the next claim. */
    keep: (held: Held<D>): void => { open = held; },
    isOpen: (): boolean => open !== null,
    /** A row that is not to be sent. */
    skip: async (row: Stored<D>, to: D): Promise<boolean> => commit([put(kind, to, { version: row.version })]),
  };

  async function takenAlone(claim: Write, mine: Held<D>): Promise<Held<D> | null> {
    return (await commit([claim])) ? { row: mine.row, version: mine.version + 1 } : null;
  }
};
export type Ledger<D extends Delivering> = ReturnType<typeof openLedger<D>>;
