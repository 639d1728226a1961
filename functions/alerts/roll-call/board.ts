import type { BoardLine } from "../../../shared/alerts/roll-call/contract.ts";
import type { AreaTable, Member, Stored, Table, Village } from "../../core/implement.ts";
import { Member as MemberKind } from "../../core/implement.ts";
import { Tally, tallyId } from "../sending/reads.ts";
import { Board, boardId } from "./rows.ts";

type Counts = Omit<BoardLine, "village" | "names" | "onDuty">;
const ZERO: Counts = { households: 0, open: 0, accounted: 0, told: 0, answered: 0, moved: 0, vulnerableOpen: 0, helpUntaken: 0, helpTaken: 0, sent: 0, parts: 0, failed: 0, extra: 0, lastAt: null };

const counts = (board: Board | null, tally: Tally | null): Counts => ({
  households: board?.households ?? 0, open: board?.open ?? 0, accounted: (board?.households ?? 0) - (board?.open ?? 0), told: tally?.told ?? 0, answered: board?.answered ?? 0,
  moved: board?.moved ?? 0, vulnerableOpen: board?.vulnerableOpen ?? 0, helpUntaken: board?.helpUntaken ?? 0, helpTaken: board?.helpTaken ?? 0,
  sent: tally?.sent ?? 0, parts: tally?.parts ?? 0, failed: tally?.failed ?? 0, extra: tally?.extra ?? 0, lastAt: null,
});

/** Offices that mean somebody is on duty in a village. */
const ON_DUTY = ["secretary", "director", "committee", "grid-worker"];
const MOST_NAMES = 2;

/** Who is on duty in a village, at most two names; an office held by somebody the roll does not know counts too. */
export const onDuty = async (table: Table, village: Village): Promise<string[]> => {
  const people = [...new Set(ON_DUTY.flatMap((office) => village.offices[office] ?? []))].slice(0, MOST_NAMES);
  const members: (Stored<Member> | null)[] = await table.many(MemberKind, people);
  return people.map((person, i) => members[i]?.name ?? person.slice(-4));
};

/** One village's line. */
export const lineOf = async (county: AreaTable, table: Table, village: Village, warning: string): Promise<BoardLine> => {
  const [board, tally, duty] = await Promise.all([county.get(Board, boardId(warning, village.id)), county.get(Tally, tallyId(warning, village.id)), onDuty(table, village)]);
  return { village: village.id, names: village.names, onDuty: duty, ...counts(board, tally) };
};

/** All villages of a warning, worst first: help untaken, then vulnerable open, then open. */
export const linesOf = async (county: AreaTable, inVillage: (id: string) => Table, villages: readonly Village[], warning: string): Promise<BoardLine[]> => {
  const ids = villages.map((village) => village.id);
  const [boards, tallies, duties] = await Promise.all([
    county.many(Board, ids.map((id) => boardId(warning, id))), county.many(Tally, ids.map((id) => tallyId(warning, id))),
    Promise.all(villages.map((village) => onDuty(inVillage(village.id), village))),
  ]);
  return villages.map((village, i): BoardLine => ({ village: village.id, names: village.names, onDuty: duties[i]!, ...counts(boards[i] ?? null, tallies[i] ?? null) }))
    .sort((a, b) => b.helpUntaken - a.helpUntaken || b.vulnerableOpen - a.vulnerableOpen || b.open - a.open);
};

/** The sum of villages. */
export const totalsOf = (lines: readonly BoardLine[]): Counts =>
  lines.reduce<Counts>((sum, line) => Object.fromEntries(Object.keys(ZERO).map((key) => [key, key === "lastAt" ? null : (sum[key as "open"] ?? 0) + (line[key as "open"] ?? 0)])) as unknown as Counts, ZERO);
