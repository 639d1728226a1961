import * as z from "zod";
import { Id } from "../../contract/ids.ts";
import { LANGUAGES } from "../../contract/language.ts";
import { VULNERABLE } from "./vulnerable.ts";

/** The columns a roll may have. Only house and name must be there. */
export const FIELDS = ["house", "group", "name", "head", "born", "phone", "sleeps-here", "vulnerable", "language", "order"] as const;
export type Field = (typeof FIELDS)[number];

/** One person of a roll, as read. Ids are always the same for the same house and name, so that a line read twice is no second person. */
export const RollLine = z.object({
  line: z.number().int(), house: z.string(), group: z.string(), order: z.number().int(), household: Id, person: Id, name: z.string(), head: z.boolean(),
  bornIn: z.number().int().nullable(), phone: z.string().nullable(), sleepsHere: z.boolean(), vulnerable: z.array(z.enum(VULNERABLE)), language: z.enum(LANGUAGES),
});
export type RollLine = z.infer<typeof RollLine>;

/** A line that cannot be taken: its number in the file, the column, the reason's code. */
export const BadLine = z.object({ line: z.number().int(), field: z.string(), reason: z.string() });
export type BadLine = z.infer<typeof BadLine>;
