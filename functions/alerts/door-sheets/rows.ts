import * as z from "zod";
import { Day, Id, Instant } from "../../../shared/contract/ids.ts";
import { NO_NAME, row, scrub } from "../../core/implement.ts";

/** A printed sheet: which houses stood on it, in their order. Names, phones and states are never kept with it. */
export const Sheet = row("SHEET", () => z.object({
  id: Id, warning: Id, number: z.string(), sweeper: z.string(), groups: z.array(z.string()), households: z.array(Id),
  printedAt: Instant, printedBy: z.string(), printedName: z.string(), entries: z.number().int(),
}), {
  id: (sheet) => `${sheet.warning}#${sheet.id}`,
  erase: (sheet, who) => ({ ...sheet, sweeper: scrub(sheet.sweeper, who), printedName: sheet.printedBy === who.person ? NO_NAME : sheet.printedName }),
});
export type Sheet = z.infer<typeof Sheet.schema>;

/** What somebody entered from a sheet later: the ticks with their real times, and the names that stay out of the event. */
export const Entry = row("ENTRY", () => z.object({
  id: Id, warning: Id, sheet: Id, by: z.string(), enteredBy: z.string(), at: Instant,
  ticks: z.array(z.object({ household: Id, is: z.string(), people: z.number().nullable(), at: Instant, witness: z.string().nullable(), words: z.string().nullable() })),
}), {
  id: (entry) => `${entry.warning}#${entry.id}`,
  erase: (entry, who) => {
    const clean = (text: string | null): string | null => (text === null ? null : scrub(text, who));
    return { ...entry, by: scrub(entry.by, who), ticks: entry.ticks.map((tick) => ({ ...tick, witness: clean(tick.witness), words: clean(tick.words) })) };
  },
});
export type Entry = z.infer<typeof Entry.schema>;

/** How many sheets were printed on a day, for their numbers. */
export const SheetDay = row("SHEETDAY", () => z.object({ day: Day, sheets: z.number().int() }), { id: (each) => each.day });
export type SheetDay = z.infer<typeof SheetDay.schema>;
