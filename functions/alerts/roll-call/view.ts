import type { RollLine } from "../../../shared/alerts/roll-call/contract.ts";
import type { Stored, Table } from "../../core/implement.ts";
import { toldOf, type Send } from "../sending/reads.ts";
import { buddiesOf } from "../vulnerable/reads.ts";
import type { Roll } from "./rows.ts";

const told = (send: Stored<Send> | null): RollLine["told"] =>
  send === null ? "no-phone" : send.state === "delivered" ? "delivered" : send.state === "sent" ? "sent" : send.state === "failed" || send.state === "expired" ? "failed" : "queued";

/** Lines of the board with how far each household has been told, and who said they come for it. */
export const linesFor = async (table: Table, warning: string, rolls: readonly Stored<Roll>[], now: Date): Promise<RollLine[]> => {
  const households = rolls.map((roll) => roll.household);
  const [sends, buddies] = await Promise.all([toldOf(table, warning, households), buddiesOf(table, households, now)]);
  return rolls.map((roll) => ({
    household: roll.household, no: roll.no, group: roll.group, head: roll.head, sleepers: roll.sleepers, vulnerable: roll.vulnerable, buddies: buddies.get(roll.household) ?? [], state: roll.state, open: roll.open, since: roll.since,
    told: told(sends.get(roll.household) ?? null), moved: roll.moved, seen: roll.seen, by: roll.by, channel: roll.channel, taker: roll.taker, helpSince: roll.helpSince, words: roll.words, witness: roll.witness,
    conflict: roll.conflict ? { state: roll.conflict.state, at: roll.conflict.at, channel: roll.conflict.channel } : null, version: roll.version,
  }));
};
