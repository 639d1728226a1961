import type { Rule } from "../../../shared/circle/moderation/case.ts";
import { holds, stillAsked, type Caller, type Stored } from "../../core/implement.ts";
import type { Case, Report } from "./rows.ts";
import { hasJudged, maySit } from "./rules.ts";

const OPEN = ["reported", "hidden", "referred", "drawn", "appealed", "above", "redrawn"];
/** Whether the reader has the seat that judges this case now. */
export const sits = (row: Case, caller: Caller): boolean => {
  const { person } = caller;
  if (!person || !OPEN.includes(row.state) || !maySit(row, person) || hasJudged(row, person)) return false;
  switch (row.by) {
    case "township": return holds(caller, "township:supervisor", "township:director");
    case "county": return holds(caller, "county:supervisor", "county:director");
    case "lot": return stillAsked(row.lot).includes(person);
    default: return holds(caller, "office:supervisor");
  }
};
/** A visitor without a number of their own is counted by an address others share: nothing is theirs. */
export const keyOf = (caller: Caller): string => caller.person ?? caller.device;
export const isKnown = (caller: Caller): boolean => caller.person !== null || caller.device !== `s-${caller.source}`;
export const isParty = (row: Case, caller: Caller): boolean => isKnown(caller) && (row.author === keyOf(caller) || row.reporters.includes(keyOf(caller)));
/** Who may know that a case is there: whoever judges such cases, and whoever it concerns. */
export const sees = (row: Case, caller: Caller): boolean =>
  isParty(row, caller) || holds(caller, "office:supervisor", "township:supervisor", "township:director", "county:supervisor", "county:director") || (caller.person !== null && stillAsked(row.lot).includes(caller.person));

const where = ({ feature, thing, part }: Pick<Case, "feature" | "thing" | "part">) => ({ feature, thing, part, where: `${feature}/${thing}` });
const outcome = ({ state, verdict, rule, reason, how }: Case) => ({ state, verdict, rule, reason, how });

export const caseView = (row: Stored<Case>, caller: Caller) => ({
  id: row.id, ...where(row), ...outcome(row), version: row.version, hidden: row.hidden, at: row.at, until: row.until, reports: row.reports, houses: row.houses.length, visitors: row.visitors,
  grounds: Object.entries(row.grounds).map(([rule, n]) => ({ rule: rule as Rule, n })), officeNamed: row.officeNamed, by: row.by, seats: row.seats, votes: row.votes.length, maySit: sits(row, caller),
  appeal: row.appeal && { from: row.appeal.from, reason: row.appeal.reason }, answerBy: row.lot?.until ?? null,
});

const appealable = (row: Case, from: "writer" | "reporter", now: Date): boolean =>
  (row.state === "kept" || row.state === "removed") && row.verdict === (from === "writer" ? "remove" : "keep") && row.until !== null && row.until > now.toISOString();
const told = (row: Stored<Case>, from: "writer" | "reporter", now: Date) => {
  const mayAppeal = appealable(row, from, now);
  return { id: row.id, ...where(row), ...outcome(row), hidden: row.hidden, mayAppeal, appealBy: mayAppeal ? row.until : null, version: row.version };
};
/** What became of it, for who reported; and for whose words they are. */
export const reportView = (row: Stored<Case>, report: Pick<Report, "rule" | "at">, now: Date) => ({ ...told(row, "reporter", now), ground: report.rule, at: report.at });
export const ownView = (row: Stored<Case>, now: Date) => ({ ...told(row, "writer", now), at: row.at });
