import type { Stored, Table, Village, Write } from "../../core/implement.ts";
import { add, put } from "../../core/implement.ts";
import { headOf, householdsOf, sleepers, type Household } from "../../affairs/households/reads.ts";
import { isMeant, type Warning } from "../warnings/reads.ts";
import { codeHash, linkCode } from "./reads.ts";
import { Board, boardId, Link, Roll } from "./rows.ts";
import { isOpen } from "./rules.ts";

/** A household's first line in a warning. */
const firstLine = (warning: Warning, household: Household, at: string): Roll => {
  const vulnerable = [...new Set(household.people.flatMap((person) => person.vulnerable))];
  const roll: Roll = {
    warning: warning.id, household: household.id, no: household.no, group: household.group, order: household.order, head: headOf(household)?.name ?? "", sleepers: sleepers(household).length, vulnerable,
    hazard: warning.hazard, colour: warning.colour, ask: warning.ask, state: "not-reached", open: false, since: at, startedAt: at, moved: 0, seen: false,
    rank: 0, byHelper: false, by: null, channel: null, saidAt: null, taker: null, helpSince: null, helpLevel: 0, words: null, witness: null, conflict: null, dueAt: null, dueClock: null,
  };
  return { ...roll, open: isOpen("not-reached", roll) };
};

/** What a household did in the warning this one replaces still holds: nobody answers twice because the text was bettered. */
const carried = (roll: Roll, before: Roll | null): Roll =>
  before === null || before.state === "not-reached" ? roll
    : { ...roll, state: before.state, moved: before.moved, seen: before.seen, rank: before.rank, byHelper: before.byHelper, by: before.by, channel: before.channel, saidAt: before.saidAt, taker: before.taker, helpSince: before.helpSince, helpLevel: before.helpLevel, words: before.words, witness: before.witness, dueAt: before.dueAt, dueClock: before.dueClock, open: isOpen(before.state, { ...roll, seen: before.seen }) };

/** An answering link lives half a day longer than its warning, so that late words are kept too; three days where that has no end. */
const LINK_AFTER = 12 * 3_600_000;
const LINK_DAYS = 3;

export interface RollPageWritten { readonly writes: Write[]; readonly next: string | null; readonly households: number }

/**
 * One page of a village's roll: a line and a link a household, and the board's counters, all in one transaction.
 * @param from the cursor of the page before
 */
export const rollPageOf = async (given: { table: Table; hash: (text: string) => Promise<string>; village: Stored<Village>; now: Date }, warning: Warning, from: string | null): Promise<RollPageWritten> => {
  const { table, hash, village, now } = given;
  const part = warning.parts.find((each) => each.village === village.id);
  const page = await householdsOf(table, from);
  const meant = page.items.filter((household) => isMeant({ groups: part?.groups ?? null, mark: part?.mark ?? null }, household));
  const at = warning.issuedAt ?? now.toISOString();
  const before = warning.replaces ? await table.many(Roll, meant.map((household) => `${warning.replaces}#${household.id}`)) : [];
  const lines = meant.map((household, i) => carried(firstLine(warning, household, at), before[i] ?? null));
  const expires = new Date(warning.expires ? Date.parse(warning.expires) + LINK_AFTER : now.getTime() + LINK_DAYS * 86_400_000).toISOString();
  const links = await Promise.all(meant.map(async (household): Promise<Link> => ({ hash: await codeHash(hash, await linkCode(hash, warning.id, household.id)), warning: warning.id, household: household.id, expires })));
  const sum = (test: (line: Roll) => boolean): number => lines.filter(test).length;
  return {
    households: lines.length, next: page.next,
    writes: [
      ...lines.map((line) => put(Roll, line, "over")), ...links.map((link) => put(Link, link, "over")),
      add(Board, boardId(warning.id, village.id), {
        households: lines.length, open: sum((line) => line.open), vulnerable: sum((line) => line.vulnerable.length > 0), vulnerableOpen: sum((line) => line.open && line.vulnerable.length > 0),
        answered: sum((line) => line.saidAt !== null), moved: sum((line) => line.state === "moved" || line.state === "safe"), helpUntaken: sum((line) => line.state === "needs-help"), helpTaken: sum((line) => line.state === "helper-coming"),
      }),
    ],
  };
};
