import { contract } from "../../../shared/services/care/contract.ts";
import { dayIn } from "../../../shared/contract/days.ts";
import { settingsInForce } from "../../../shared/contract/settings.ts";
import { awayUntil } from "../../circle/away/reads.ts";
import { isSmall, type Table, type Village } from "../../core/implement.ts";
import type { As } from "./insiders.ts";
import type { Well } from "./rows.ts";
import { todayOf, type Here } from "./rules.ts";

interface At { readonly table: Table; readonly facts: { readonly zone: string }; readonly now: Date; readonly village: Village }

/** What the rules need to know of here and now, for each of these people. */
export const hereFor = async ({ table, facts, now, village }: At, people: readonly string[]): Promise<(person: string) => Here> => {
  const away = await awayUntil(table, people, dayIn(facts.zone, now));
  const { linkedAfter } = settingsInForce("services/care", contract.settings, village.settings, isSmall(village)) as { linkedAfter: number };
  return (person) => ({ zone: facts.zone, now, linkedAfter, awayUntil: away.get(person) ?? null });
};

/** One care for one of its insiders. Version 0: it was begun just now. */
export const careView = (well: Well & { readonly version?: number }, as: As, reader: string, here: Here) => {
  const told = well.told?.day === dayIn(here.zone, here.now) ? well.told.steps : [];
  return {
    person: well.person, name: well.name, by: well.by, today: todayOf(well, here), pausedUntil: well.pausedUntil, seen: well.seen && { at: well.seen.at, how: well.seen.how }, as,
    away: here.awayUntil !== null, version: well.version ?? 1,
    circle: well.circle.map(({ id, kind, name, after, person }) => ({ id, kind, name, after, mine: person === reader, told: told.some((step) => step.entry === id) })),
  };
};
