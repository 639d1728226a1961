import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { PLATE_STATES, REPORTS } from "../../../shared/affairs/door-codes/door.ts";
import { row, scrub } from "../../core/implement.ts";

/** A house's plate: which code of the house holds, and where it is in its life. The code itself is made again from the number when it is printed. */
export const Plate = row("PLATE", () => z.object({
  id: Id, no: z.string(), group: z.string(), order: z.number().int().default(0), serial: z.number().int(), issuedAt: Instant, state: z.enum(PLATE_STATES),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
}), { id: (plate) => plate.id });
export type Plate = z.infer<typeof Plate.schema>;

/** What a code stands for: it holds while the house's plate has the same serial. Nothing but its keyed hash is kept. */
export const DoorCode = row("DOORCODE", () => z.object({ hash: z.string(), house: Id, serial: z.number().int() }), { id: (code) => code.hash, carry: "never" });

/** How often a door was scanned by people without duty there. */
export const Scans = row("DOORSEEN", () => z.object({ n: z.number().int().default(0) }), { id: () => { throw new Error("a door's count is <house>"); } });
/** Codes somebody tried that are none. */
export const Misses = row("DOORMISS", () => z.object({ n: z.number().int().default(0) }), { id: () => { throw new Error("a count of misses is <who>#<window>"); } });

const KEPT = 90 * 86_400_000;
/** What somebody at a door reported while a warning lasted. */
export const Report = row("DOORSAID", () => z.object({ id: Id, house: Id, no: z.string(), group: z.string(), warning: Id, fact: z.enum(REPORTS), words: z.string().nullable(), at: Instant }),
  { id: (report) => report.id, erase: (report, who) => ({ ...report, words: report.words === null ? null : scrub(report.words, who) }), expires: (report) => new Date(Date.parse(report.at) + KEPT).toISOString() });
export type Report = z.infer<typeof Report.schema>;
