import type { RollLine } from "../../../shared/alerts/roll-call/contract.ts";
import { call } from "../../core/client/client.ts";

export type Show = "open" | "help" | "vulnerable" | "all";
const MOST = 20;

/** A village's board with as many pages of a hundred houses as are asked for. */
export const rollOf = async (warning: string, show: Show, pages: number = MOST, village?: string) => {
  const at = village ? { village } : {};
  let board = await call("alerts/roll-call", "village", { ...at, params: { warning }, query: { show, limit: 100 } });
  for (let page = 1; page < pages && board.next; page++) {
    const more = await call("alerts/roll-call", "village", { ...at, params: { warning }, query: { show, limit: 100, cursor: board.next } });
    board = { ...board, items: [...board.items, ...more.items], next: more.next };
  }
  return board;
};

/**
 * The lines in an order that does not jump under a thumb: calls for help nobody has taken come to the top, the others stay where they
 * were, new ones follow.
 */
export const steady = (before: readonly string[], now: readonly RollLine[]): RollLine[] => {
  const place = new Map(before.map((household, n) => [household, n]));
  const weight = (line: RollLine): number => line.state === "needs-help" ? -1 : place.get(line.household) ?? before.length;
  return now.map((line, n) => ({ line, n })).sort((a, b) => weight(a.line) - weight(b.line) || a.n - b.n).map(({ line }) => line);
};
