import * as z from "zod";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { BadLine, RollLine } from "../../../shared/platform/villages/roll.ts";
import { row } from "../../core/implement.ts";

/** A roll taken in. Its id is made of its text: the same file again is the same import. */
export const Import = row("IMPORT", () => z.object({
  id: Id, at: Instant, by: Id, lines: z.number().int(), good: z.number().int(), parts: z.number().int(),
  /** The last household of each part: when it stands in the roll of households, the part has been taken in. */
  last: z.array(Id),
  /** The first two hundred bad lines; `moreBad` counts the others. */
  bad: z.array(BadLine), moreBad: z.number().int(), newHouseholds: z.number().int(), newPeople: z.number().int(),
}), { id: (each) => each.id });
export type Import = z.infer<typeof Import.schema>;

/** Up to a hundred lines of it. */
export const ImportPart = row("IMPART", () => z.object({ import: Id, part: z.number().int(), lines: z.array(RollLine).max(100) }), {
  id: (each) => partId(each.import, each.part),
  erase: (each, who) => ({ ...each, lines: each.lines.filter((line) => line.person !== who.person) }),
});
export const partId = (id: string, part: number): string => `${id}#${String(part).padStart(4, "0")}`;

/** Whom the rolls have named so far, in thirty-two rows. */
export const Listed = row("LISTED", () => z.object({ shard: z.string(), people: z.array(Id), houses: z.array(Id) }), { id: (each) => each.shard });
export type Listed = z.infer<typeof Listed.schema>;

/** The villages of the region, for knowing which are open. */
export const Opened = row("OPENED", () => z.object({ village: AreaCode, at: Instant }), { id: (each) => each.village, at: "region", carry: "village" });

/** A control that was loosened; stands on the village home for ninety days. */
export const Loosened = row("LOOSENED", () => z.object({ setting: z.string(), at: Instant, by: Id, until: Instant }), { id: (each) => each.setting, expires: (each) => each.until });
